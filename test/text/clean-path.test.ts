import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPath, joinPath, pathBelow } from '../../compiler/src/text/clean-path.ts';

describe('cleanPath', () => {
  it.each([
    ['', '.'],
    ['.', '.'],
    ['/', '/'],
    ['//', '/'],
    ['abc', 'abc'],
    ['abc/', 'abc'],
    ['/abc/def', '/abc/def'],
    ['a//b', 'a/b'],
    ['a/./b', 'a/b'],
    ['./a', 'a'],
    ['a/b/../c', 'a/c'],
    ['a/b/../../c', 'c'],
    ['a/..', '.'],
    ['a/../..', '..'],
    ['../../a', '../../a'],
    ['../a/../..', '../..'],
    ['/..', '/'],
    ['/../a', '/a'],
    ['/a/../../b', '/b'],
    ['...', '...'],
    ['/a b/ü', '/a b/ü'],
  ])('%j is %j', (path, cleaned) => {
    expect(cleanPath(path)).toBe(cleaned);
  });

  it('changes nothing the second time, and agrees with normalize but for trailing slashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '.', 'a', '..', '/../') }), (path) => {
        const cleaned = cleanPath(path);
        expect(cleanPath(cleaned)).toBe(cleaned);
        expect(cleaned).toBe(posix.normalize(path).replace(/(?<=.)\/$/, ''));
      }),
    );
  });
});

describe('joinPath', () => {
  it.each([
    [[], ''],
    [['', ''], ''],
    [['/etc', ''], '/etc'],
    [['', 'a'], 'a'],
    [['/', 'a'], '/a'],
    [['/etc/containers/systemd/users', '../x.container'], '/etc/containers/systemd/x.container'],
    [['a/', '/b'], 'a/b'],
    [['a', '../..'], '..'],
  ])('%j gives %j', (elements, joined) => {
    expect(joinPath(...elements)).toBe(joined);
  });
});

describe('pathBelow', () => {
  it.each([
    ['/files', 'a', 'a'],
    ['/files', '/a//b/', 'a/b'],
    ['/files', 'a/../b', 'b'],
    ['/files', '', '.'],
    ['/files', 'a/..', '.'],
    ['/files', '..', undefined],
    ['/files', '../files2/a', undefined],
    ['/files', '../files/a', 'a'],
    ['/files', 'a/../../etc/passwd', undefined],
    ['/', 'a', 'a'],
    ['/', '../../a', 'a'],
    ['/', '', '.'],
    ['files', '..', undefined],
  ])('of %j, %j is %j', (root, name, path) => {
    expect(pathBelow(root, name)).toBe(path);
  });
});
