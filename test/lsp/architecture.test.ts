// The rules of the server's own house: what may import what, and how large a file may be.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const modules: readonly Module[] = readdirSync(join(root, 'lsp'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.gen.ts'))
  .map((name) => {
    const path = posix.join('lsp', name);
    const text = readFileSync(join(root, path), 'utf8');
    const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    const imports = found.map((to) => (to.startsWith('.') ? posix.join(posix.dirname(path), to) : to));
    return { path, text, imports };
  });

function wrong(isWrong: (to: string, from: Module) => boolean): readonly string[] {
  return modules.flatMap((module) =>
    module.imports.filter((to) => isWrong(to, module)).map((to) => `${module.path} -> ${to}`),
  );
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

test('files are small and say at their top what they are for', () => {
  expect(modules.filter(({ text }) => text.split('\n').length > 400).map(({ path }) => path)).toEqual([]);
  expect(modules.filter(({ text }) => !text.startsWith('//')).map(({ path }) => path)).toEqual([]);
});

test('nothing is written to the log from a document', () => {
  expect(
    modules.filter(({ text }) => /(?<![.\w])console\.(?:log|error|warn)\(/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});
