// The dependency rules of ARCHITECTURE.md, and other rules about the repository itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isGenerated, type Module, modulesBelow, root, wrongImports } from './source-modules.ts';

const spec = modulesBelow('spec');
const core = modulesBelow('compiler/src');
const node = modulesBelow('compiler/node');
const cli = modulesBelow('compiler/cli');
const extension = ['src', 'webview'].flatMap((folder) => modulesBelow(`vscode-extension/${folder}`));

const isOurs = (path: string): boolean => /^(spec|compiler|lsp|vscode-extension|test)\//.test(path);
const within = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

describe('dependencies', () => {
  test('spec imports nothing outside itself, its generator excepted', () => {
    const modules = spec.filter(({ path }) => path !== 'spec/generate.ts');
    expect(wrongImports(modules, (to) => !within(to, 'spec'))).toEqual([]);
  });

  test('the core imports only itself and spec', () => {
    const isGrammar = (to: string, from: Module): boolean => to === 'chevrotain' && from.path.endsWith('/grammar.ts');
    expect(wrongImports(core, (to, from) => !within(to, 'spec', 'compiler/src') && !isGrammar(to, from))).toEqual([]);
  });

  test('Node’s side and the command line import the core; nothing imports the command line', () => {
    // The language server is started by a command of its own.
    const allowed = (to: string): boolean => within(to, 'spec', 'compiler') || !isOurs(to) || to === 'lsp/node.ts';
    expect(wrongImports([...node, ...cli], (to) => !allowed(to))).toEqual([]);
    expect(wrongImports([...core, ...node], (to) => within(to, 'compiler/cli'))).toEqual([]);
    expect(
      wrongImports(node, (to) => !within(to, 'spec', 'compiler/src', 'compiler/node') && !to.startsWith('node:')),
    ).toEqual([]);
  });

  test('the extension knows of the server what it says to clients, and of the compiler nothing', () => {
    const isForClients = (to: string): boolean => /^lsp\/src\/[\w-]*protocol\.ts$/.test(to);
    const allowed = (to: string): boolean => within(to, 'vscode-extension') || isForClients(to) || !isOurs(to);
    expect(extension.length).toBeGreaterThan(30);
    expect(wrongImports(extension, (to) => !allowed(to))).toEqual([]);
    const page = extension.filter(({ path }) => within(path, 'vscode-extension/webview'));
    expect(wrongImports(page, (to) => to === 'vscode')).toEqual([]);
  });

  test('merging and printing know values and specs, and nothing of sources', () => {
    const modules = core.filter(({ path }) => within(path, 'compiler/src/merge', 'compiler/src/output'));
    const allowed = ['compiler/src/merge', 'compiler/src/output', 'compiler/src/text', 'spec'];
    const data = [
      'compiler/src/append.ts',
      'compiler/src/diagnostic/origin.ts',
      'compiler/src/diagnostic/diagnostic.ts',
      'compiler/src/config.ts',
    ];
    expect(wrongImports(modules, (to) => !within(to, ...allowed) && !data.includes(to))).toEqual([]);
  });

  test('a check or sugar pass never imports its sibling', () => {
    for (const folder of ['compiler/src/checks', 'compiler/src/sugar', 'compiler/src/diagnostic/codes']) {
      const siblings = core.filter(({ path }) => posix.dirname(path) === folder && !isList(path));
      const shared = ['compiler/src/sugar/pass.ts', 'compiler/src/sugar/storage-nodes.ts'];
      const isSibling = (to: string): boolean => posix.dirname(to) === folder && !shared.includes(to);
      expect(wrongImports(siblings, isSibling)).toEqual([]);
    }
  });

  test('layers of the core point downwards only', () => {
    // Loaded when somebody asks, and no sooner: what a language answers with stands above what tells that it is there.
    const isOwnService = (to: string, from: Module): boolean =>
      from.path.endsWith('/language.ts') && to === posix.join(posix.dirname(from.path), 'service.ts');
    expect(
      wrongImports(core, (to, from) => {
        return within(to, 'compiler/src') && level(to) > level(from.path) && !isOwnService(to, from);
      }),
    ).toEqual([]);
  });

  test('every file and folder of the core is in one layer, and every name in the layers is one', () => {
    const there = readdirSync(join(root, 'compiler/src'));
    expect(
      layers
        .flat()
        .filter((name) => name !== services)
        .toSorted(),
    ).toEqual(there.toSorted());
    expect(core.filter(({ path }) => level(path) < 0)).toEqual([]);
  });

  test('the map names every file and folder of the core', () => {
    const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const isNamed = (name: string): boolean =>
      new RegExp(`(?<![\\w.-])${name.replace('.', '\\.')}(?![\\w-])`).test(map);
    expect(readdirSync(join(root, 'compiler/src')).filter((name) => !isNamed(name))).toEqual([]);
  });
});

const services = 'embedded/*/service.ts';

/** What is at the top of `compiler/src`, from the lowest layer up; those of one layer may import each other. */
const layers: readonly (readonly string[])[] = [
  // Texts and what the surroundings give.
  ['append.ts', 'text', 'butane-name.ts', 'host.ts', 'map-inputs.ts', 'alias-budget.ts'],
  ['diagnostic', 'unit-file'],
  ['syntax', 'document.ts', 'read-document.ts', 'later-document.ts', 'source-order.ts'],
  // Values, and what becomes of them.
  ['output', 'config.ts', 'merge', 'filter.ts', 'upgrade-ignition.ts'],
  // What is written, understood by the spec.
  ['binding.ts', 'bind.ts', 'bind-json.ts', 'kind-words.ts', 'mismatch-advice.ts', 'json-words.ts', 'decode.ts'],
  ['header.ts', 'ignition-version.ts', 'template.ts', 'suppress.ts', 'local-names.ts', 'render', 'edit'],
  ['inputs.ts', 'sugar', 'embedded'],
  ['checks', 'json-keys.ts'],
  ['validate-ignition.ts', 'embedded-configs.ts', 'merged-configs.ts'],
  // The compiler's verdict.
  ['analyze.ts', 'compile.ts'],
  // What is done with it.
  ['lint', 'operator-findings.ts', 'format', 'fix', 'upgrade', 'project', 'preview'],
  ['catalogue.ts', 'full-catalogue.ts', 'artefacts.ts', 'read-butane.ts', 'after-comments.ts'],
  ['check.ts'],
  ['editor', 'index.ts'],
  [services],
];

function level(path: string): number {
  const isService = /^compiler\/src\/embedded\/\w+\/service\.ts$/.test(path);
  const name = isService ? services : (path.split('/')[2] ?? '');
  return layers.findIndex((names) => names.includes(name));
}

function isList(path: string): boolean {
  return isGenerated(path) || path.endsWith('/order.ts');
}

describe('purity', () => {
  test('the core asks nothing of its surroundings', () => {
    const forbidden =
      /\bprocess\.|\bglobalThis\b|\bDate\.now\b|new Date\(|\bMath\.random\b|\bsetTimeout\b|\bBuffer\b|\bconsole\./;
    const wrong = core.filter(({ text }) => forbidden.test(withoutComments(text))).map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('the core throws nothing', () => {
    const wrong = core.filter(({ text }) => /\bthrow\b/.test(withoutComments(text))).map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('the core keeps nothing between calls but memo tables and a segmenter', () => {
    const wrong = core.filter(({ text }) => /^(?:export )?(?:let|var) /m.test(text)).map(({ path }) => path);
    expect(wrong).toEqual(['compiler/src/render/cells.ts']);
  });

  test('no file outside .ci names the folder beside the project', () => {
    const named = /\.\.\/shared\/(spec|conformance|clients|lsp|[A-Z])|desugar\.md|rules\.json|fields\.json/;
    const wrong = [...spec, ...core, ...node, ...cli].filter(({ text }) => named.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  test('say at their top what they are for', () => {
    const silent = [...spec, ...core, ...node, ...cli]
      .filter(({ path, text }) => !isGenerated(path) && !isOneThing(path) && !/^(#!.*\n)?\/\//.test(text))
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });
});

/** Files whose name and content say it: one version, one code, one check. */
function isOneThing(path: string): boolean {
  return /^(spec\/(variants|ignition)|compiler\/src\/(diagnostic\/codes|checks|lint\/(rules|config)|fix\/fixes|project\/conflicts))\//.test(
    path,
  );
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}
