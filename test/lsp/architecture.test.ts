// The rules of the server's own house: what may import what.
import { expect, test } from 'vitest';
import { isGenerated, type Module, modulesBelow, wrongImports } from '../source-modules.ts';

const modules = modulesBelow('lsp').filter(({ path }) => !isGenerated(path));

function wrong(isWrong: (to: string, from: Module) => boolean): readonly string[] {
  return wrongImports(modules, isWrong);
}

/** What the compiler has for editors. */
const entrances: ReadonlySet<string> = new Set([
  'compiler/src/editor/index.ts',
  'compiler/src/preview/preview.ts',
  'compiler/src/project/project.ts',
  'compiler/src/project/project-file.ts',
]);

const isShared = ({ path }: Module): boolean => path.startsWith('lsp/src/');

test('the server reaches the compiler through its parts for editors alone, and Node only at its edge', () => {
  const mayReach = (to: string): boolean =>
    to.startsWith('lsp/src/') || entrances.has(to) || /^vscode-languageserver/.test(to);
  expect(wrong((to, from) => isShared(from) && !mayReach(to))).toEqual([]);
  expect(wrong((to, { path }) => to.startsWith('node:') && !/^lsp\/(?:node|node-files|main)\.ts$/.test(path))).toEqual(
    [],
  );
});

test('a feature never imports another', () => {
  const isFeature = (path: string): boolean => path.startsWith('lsp/src/features/');
  expect(wrong((to, { path }) => isFeature(path) && isFeature(to))).toEqual([]);
});

test('the protocol file imports nothing: clients take it as it is', () => {
  expect(modules.find(({ path }) => path === 'lsp/src/protocol.ts')?.imports).toEqual([]);
});

test('files say at their top what they are for', () => {
  expect(modules.filter(({ text }) => !text.startsWith('//')).map(({ path }) => path)).toEqual([]);
});

test('nothing is written to the log from a document', () => {
  expect(
    modules.filter(({ text }) => /(?<![.\w])console\.(?:log|error|warn)\(/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

test('each trait of a client that is read from its capabilities changes something', () => {
  const isHome = ({ path }: Module): boolean => path === 'lsp/src/client-traits.ts';
  const others = modules.filter((module) => !isHome(module)).map(({ text }) => text);
  const traits = [...(modules.find(isHome)?.text ?? '').matchAll(/^ {2}readonly (\w+):/gm)].map(
    ([, name = '']) => name,
  );
  expect(traits).toContain('watchesFiles');
  expect(traits.filter((name) => !others.some((text) => text.includes(name)))).toEqual([]);
});
