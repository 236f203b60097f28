// The dependency rules of ARCHITECTURE.md, and other rules about the repository itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Module {
  readonly path: string;
  /** Paths from the root for files of ours, package names for others. */
  readonly imports: readonly string[];
  readonly text: string;
}

function modulesBelow(folder: string): Module[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return modulesBelow(path);
    return path.endsWith('.ts') ? [readModule(path)] : [];
  });
}

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const imports = found.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
  return { path, imports, text };
}

const spec = modulesBelow('spec');
const core = modulesBelow('compiler/src');
const node = modulesBelow('compiler/node');
const cli = modulesBelow('compiler/cli');
const extension = ['src', 'webview'].flatMap((folder) => modulesBelow(`vscode-extension/${folder}`));

/** `from -> to` for every import that `isWrong`. */
function wrongImports(modules: readonly Module[], isWrong: (to: string, from: Module) => boolean): string[] {
  return modules.flatMap((module) =>
    module.imports.filter((to) => isWrong(to, module)).map((to) => `${module.path} -> ${to}`),
  );
}

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
    const order = [
      ['text'],
      ['diagnostic'],
      ['syntax', 'unit-file'],
      ['document.ts', 'host.ts', 'kind-words.ts', 'alias-budget.ts', 'binding.ts', 'bind.ts', 'bind-json.ts'],
      ['output', 'merge', 'decode.ts', 'config.ts', 'map-inputs.ts'],
      ['inputs.ts', 'sugar', 'checks', 'embedded'],
      ['header.ts', 'filter.ts', 'read-document.ts', 'analyze.ts', 'compile.ts', 'index.ts'],
    ];
    const level = (path: string): number => {
      const name = path.replace('compiler/src/', '').split('/')[0] ?? '';
      return order.findIndex((names) => names.includes(name));
    };
    const upwards = wrongImports(core, (to, from) => {
      const [above, below] = [level(from.path), level(to)];
      return above >= 0 && below > above && !exceptions.has(`${from.path} -> ${to}`);
    });
    expect(upwards).toEqual([]);
  });
});

/** Types only: the values that these describe are made further down. */
const exceptions = new Set([
  'compiler/src/diagnostic/origin.ts -> compiler/src/text/range.ts',
  'compiler/src/output/machine-config.ts -> compiler/src/config.ts',
]);

function isList(path: string): boolean {
  return path.endsWith('.gen.ts') || path.endsWith('/order.ts');
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

  test('no file outside .ci names the folder beside the project', () => {
    const named = /\.\.\/shared\/(spec|conformance|clients|lsp|[A-Z])|desugar\.md|rules\.json|fields\.json/;
    const wrong = [...spec, ...core, ...node, ...cli].filter(({ text }) => named.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  test('are small enough to be about one thing', () => {
    const long = [...spec, ...core, ...node, ...cli]
      .filter(({ path, text }) => !path.endsWith('.gen.ts') && text.split('\n').length > 420)
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('say at their top what they are for', () => {
    const silent = [...spec, ...core, ...node, ...cli]
      .filter(({ path, text }) => !path.endsWith('.gen.ts') && !isOneThing(path) && !/^(#!.*\n)?\/\//.test(text))
      .map(({ path }) => relative('.', path));
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
