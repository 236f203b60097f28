// URIs as the server cuts and joins them, and the globs of projects.
import { expect, test } from 'vitest';
import { ancestorsOf, childUri, isBelow, parentUri, type ServerFiles } from '../../lsp/src/files.ts';
import { expandGlob } from '../../lsp/src/glob.ts';

test.each([
  ['file:///a/b.bu', 'file:///a'],
  ['file:///b.bu', 'file:///'],
  ['file:///', 'file:///'],
  ['vscode-vfs://host/b.bu', 'vscode-vfs://host/'],
  ['vscode-vfs://host', 'vscode-vfs://host'],
  ['file:///a/b.bu?query#part', 'file:///a'],
])('the directory of %s is %s', (uri, directory) => {
  expect(parentUri(uri)).toBe(directory);
});

test('directories go up to the root, and so far at most', () => {
  expect(ancestorsOf('file:///a/b')).toEqual(['file:///a/b', 'file:///a', 'file:///']);
  expect(ancestorsOf(`file:///${'d/'.repeat(90)}d`)).toHaveLength(20);
});

test('names are escaped', () => {
  expect(childUri('file:///a', 'b c/#d')).toBe('file:///a/b%20c/%23d');
  expect(childUri('file:///', 'b')).toBe('file:///b');
});

test('a folder with a longer name is another one', () => {
  expect(isBelow('file:///a/b', 'file:///a')).toBe(true);
  expect(isBelow('file:///ab', 'file:///a')).toBe(false);
});

const names = ['base.d/10-a.bu', 'base.d/20-b.bu', 'base.d/.hidden.bu', 'hosts/x/a.ign', 'hosts/b.bu', 'top.bu'];

const files: ServerFiles = {
  inputs: () => undefined,
  read: () => undefined,
  exists: (uri) => names.some((name) => isBelow(`file:///p/${name}`, uri)),
  list: (uri) => {
    const below = names.filter((name) => isBelow(`file:///p/${name}`, uri));
    const rest = below.map((name) => `file:///p/${name}`.slice(uri.replace(/\/?$/, '/').length));
    const found = new Map(rest.map((name) => [name.split('/')[0] ?? '', name.includes('/')]));
    return [...found].map(([name, isDirectory]) => ({ name, isDirectory }));
  },
  resolve: (uri) => uri,
};

test.each([
  ['base.d/*.bu', ['base.d/10-a.bu', 'base.d/20-b.bu']],
  ['base.d/[12]0-{a,c}.bu', ['base.d/10-a.bu']],
  ['**/*.{bu,ign}', ['base.d/10-a.bu', 'base.d/20-b.bu', 'hosts/b.bu', 'hosts/x/a.ign', 'top.bu']],
  ['top.bu', ['top.bu']],
  ['gone.bu', []],
  ['./top.bu', ['top.bu']],
  ['../p/top.bu', ['top.bu']],
  ['/p/top.bu', ['top.bu']],
  ['../*/top.bu', ['top.bu']],
  ['hosts/**', ['hosts/b.bu', 'hosts/x/a.ign']],
  ['base.d/.h*', ['base.d/.hidden.bu']],
  ['gone/*.bu', []],
])('%s', (pattern, expected) => {
  const found = expandGlob(pattern, 'file:///p', { files, mayRead: () => true });
  expect(found.map((uri) => uri.slice('file:///p/'.length))).toEqual(expected);
});

/** A tree without end: each directory has a hundred others. */
function endless(): { readonly files: ServerFiles; readonly listed: string[] } {
  const listed: string[] = [];
  const list = (uri: string) => {
    listed.push(uri);
    return Array.from({ length: 100 }, (_, index) => ({ name: `d${index}`, isDirectory: true }));
  };
  return { files: { ...files, exists: () => false, list }, listed };
}

test('a glob over all the disk looks at so many entries and no more', () => {
  const { files: all, listed } = endless();
  expect(expandGlob('/**/*.nothing', 'file:///p', { files: all, mayRead: () => true })).toEqual([]);
  expect(listed.length).toBeLessThan(1000);
});

test('a glob does not begin, nor look, where nothing may be read', () => {
  const { files: all, listed } = endless();
  const mayRead = (uri: string): boolean => isBelow(uri, 'file:///p');
  expect(expandGlob('/**/*.nothing', 'file:///p', { files: all, mayRead })).toEqual([]);
  expect(expandGlob('../**/*.nothing', 'file:///p', { files: all, mayRead })).toEqual([]);
  expect(expandGlob('/etc/*', 'file:///p', { files: all, mayRead })).toEqual([]);
  expect(listed).toEqual([]);
  expect(expandGlob('/etc/passwd', 'file:///p', { files: { ...all, exists: () => true }, mayRead })).toEqual([]);
});
