// The manifest as the editor reads it: each contributed thing exists, is registered, has its texts in both languages, and wakes
// the extension for nothing that is not its business.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultSettings, settingPages } from '../../lsp/src/settings.ts';
import { extensionSettings } from '../../vscode-extension/settings.ts';

const home = 'vscode-extension';
const read = (path: string): string => readFileSync(`${home}/${path}`, 'utf8');
const json = (path: string): Record<string, unknown> => JSON.parse(read(path));

interface Command {
  readonly command: string;
}

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly (Command & { readonly title: string })[];
    readonly menus: Readonly<Record<string, readonly Command[]>>;
    readonly keybindings: readonly Command[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>>;
    };
    readonly walkthroughs: readonly { readonly steps: readonly { readonly completionEvents?: readonly string[] }[] }[];
    readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
  };
}

const manifest = json('package.json') as unknown as Manifest;
const { contributes } = manifest;
const sources = readdirSync(`${home}/src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`src/${name}`))
  .join('\n');

test('each command is registered, and tested in the real editor', () => {
  const registered = [...sources.matchAll(/\brun\('(\w+)'/g)].map(([, name]) => `kindling.${name}`).sort();
  const contributed = contributes.commands.map(({ command }) => command).sort();
  expect(contributed).toEqual(registered);
  const tests = readFileSync('test/vscode/api/commands.cjs', 'utf8');
  for (const command of contributed) expect(tests, command).toContain(command);
});

test('menus, keys and walkthroughs name commands that there are', () => {
  const known = new Set(contributes.commands.map(({ command }) => command));
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const named = [
    ...Object.values(contributes.menus).flat(),
    ...contributes.keybindings,
    ...steps.flatMap(({ completionEvents = [] }) =>
      completionEvents.map((event) => ({ command: event.replace('onCommand:', '') })),
    ),
  ];
  for (const { command } of named) expect(known, command).toContain(command);
  const texts = Object.values(json('package.nls.json')).join('\n');
  for (const [, command = ''] of texts.matchAll(/\(command:([\w.]+)\)/g)) expect(known).toContain(command);
});

test('it wakes for its own languages and projects alone', () => {
  expect(manifest.activationEvents).toEqual(['onLanguage:yaml', 'workspaceContains:kindling.yaml']);
});

test('files that the manifest names are there', () => {
  const text = JSON.stringify(manifest);
  const paths = [...text.matchAll(/"(\.\/)?((?:icons|media|syntaxes|snippets|language-configuration)[\w/.-]*\.\w+)"/g)];
  expect(paths.length).toBeGreaterThan(10);
  for (const [, , path = ''] of paths) expect(existsSync(`${home}/${path}`), path).toBe(true);
});

test('texts: each has an English and a Japanese form, and none is left over', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key).sort();
  expect(Object.keys(json('package.nls.json')).sort()).toEqual([...new Set(used)]);
  expect(Object.keys(json('package.nls.ja.json')).sort()).toEqual([...new Set(used)]);
  const said = [...sources.matchAll(/\bl10n\s*\.t\(\s*'([^']*)'/g)].map(([, text]) => text);
  expect(Object.keys(json('l10n/bundle.l10n.ja.json')).sort()).toEqual([...new Set(said)].sort());
});

test('a translation has the holes of its text', () => {
  const holes = (text: unknown): readonly string[] => (String(text).match(/\{\d\}/g) ?? []).sort();
  for (const [text, translated] of Object.entries(json('l10n/bundle.l10n.ja.json'))) {
    expect(holes(translated), text).toEqual(holes(text));
  }
});

test('each word of the preview is defined, and used', () => {
  const defined = [...read('src/preview/strings.ts').matchAll(/^ {4}'?([\w-]+)'?: l10n/gm)].map(
    ([, name = '']) => name,
  );
  const pages = readdirSync(`${home}/webview`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`webview/${name}`))
    .join('\n');
  for (const [, name = ''] of pages.matchAll(/\btext\('([\w-]+)'/g)) expect(defined, name).toContain(name);
  // These stand for kinds that come from the server.
  const byKind = ['unit', 'drop-in', 'quadlet', 'disk', 'device'];
  for (const name of defined) expect(byKind.includes(name) || pages.includes(`'${name}'`), name).toBe(true);
});

test('settings of the server are no folder’s own: the server asks for them once', () => {
  const { properties } = contributes.configuration;
  const scopes = Object.keys(settingPages).map((name) => properties[`kindling.${name}`]?.scope);
  expect(new Set(scopes)).toEqual(new Set(['window']));
});

test('settings are those of the server and of the extension, with their defaults', () => {
  const shown = Object.entries(contributes.configuration.properties).map(([name, page]) => [name, page.default]);
  const own = Object.entries(extensionSettings).map(([name, page]) => [`kindling.${name}`, page.default]);
  const ofServer = Object.keys(settingPages).map((name) => [
    `kindling.${name}`,
    Object.entries(defaultSettings).find(([key]) => key === name)?.[1],
  ]);
  expect(shown, 'run `node vscode-extension/build.mjs`').toEqual([...ofServer, ...own]);
});

test('the problem matcher reads what the command line writes', () => {
  const pattern = new RegExp(contributes.problemMatchers[0]?.pattern.regexp ?? '');
  const line = 'dir/a b.bu:5:13: error path-relative `etc/x` is not an absolute path; did you mean `/etc/x`?';
  expect(pattern.exec(line)?.slice(1, 6)).toEqual(['dir/a b.bu', '5', '13', 'error', 'path-relative']);
});

test('types are those of the oldest editor that is supported', () => {
  expect(manifest.devDependencies['@types/vscode']).toBe(manifest.engines.vscode.replace('^', ''));
});
