import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../compiler/src/text/edit-distance.ts';
import { editDistance } from '../../spec/edit-distance.ts';

const keys = [
  'path',
  'device',
  'contents',
  'contents_local',
  'size_mib',
  'start_mib',
  'uid',
  'url',
  'wipe_table',
  'label',
];

describe('nearest', () => {
  it.each([
    ['pth', 'path'],
    ['paht', 'path'],
    ['Path', 'path'],
    ['PATH', 'path'],
    ['devcie', 'device'],
    ['content', 'contents'],
    ['contentslocal', 'contents_local'],
    ['sizeMib', 'size_mib'],
    ['sizeMiB', 'size_mib'],
    ['ur', 'url'],
    ['wipetable', 'wipe_table'],
    ['labl', 'label'],
    ['labels', 'label'],
    ['owner', undefined],
    ['id', 'uid'],
    ['u', undefined],
    ['', undefined],
    ['mount_options', undefined],
  ])('%j means %j', (word, candidate) => {
    expect(nearest(word, keys)).toBe(candidate);
  });

  it('prefers the same case, then the first', () => {
    expect(nearest('Name', ['name', 'NAME', 'Name'])).toBe('Name');
    expect(nearest('Nama', ['name', 'Name'])).toBe('Name');
    expect(nearest('abcx', ['abcd', 'abce'])).toBe('abcd');
    expect(nearest('abc', [])).toBeUndefined();
  });

  it('prefers what begins and ends like the word', () => {
    expect(nearest('.sevice', ['.device', '.service'])).toBe('.service');
    expect(nearest('.sevice', ['.service', '.device'])).toBe('.service');
  });

  it('is quick and silent on huge words', () => {
    expect(nearest('x'.repeat(100_000), [...keys, 'y'.repeat(100_000)])).toBeUndefined();
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'ab', 2],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'cab', 2],
    ['ca', 'abc', 3], // a true Damerau distance would be 2
    ['kitten', 'sitting', 3],
  ])('of %j and %j is %d', (a, b, distance) => {
    expect(editDistance(a, b, 10)).toBe(distance);
    expect(editDistance(b, a, 10)).toBe(distance);
    if (distance > 0) expect(editDistance(a, b, distance - 1)).toBeUndefined();
  });

  it('gives the same whatever the limit, as long as that suffices', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(words, words, fc.nat(9), (a, b, limit) => {
        const distance = editDistance(a, b, 100) ?? Number.NaN;
        expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : undefined);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});
