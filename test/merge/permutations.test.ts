// The order of fragments has no meaning: where there are no conflicts, all permutations give the same bytes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffObjects } from '../../compiler/src/project/diff.ts';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeExactly } from '../../compiler/src/project/merge-exactly.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { printMerged } from '../../compiler/src/project/merged.ts';
import { config as configSpec } from '../../spec/shapes/config.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A config that does not contradict itself; fragments are made by leaving out parts of it. */
const universe: Json = {
  ignition: {
    config: { merge: [{ source: 'https://example.com/1' }, { source: 'https://example.com/2' }] },
    proxy: { httpsProxy: 'https://proxy.example.com', noProxy: ['a', 'b', 'c'] },
    security: { tls: { certificateAuthorities: [{ source: 'https://example.com/ca1' }, { source: 'data:,ca2' }] } },
    timeouts: { httpTotal: 3, httpResponseHeaders: 0 },
  },
  kernelArguments: { shouldExist: ['a', 'b'], shouldNotExist: ['c', 'd'] },
  passwd: {
    groups: [{ name: 'g', gid: 5 }, { name: 'h' }],
    users: [
      { name: 'u', uid: 5, groups: ['g', 'h', 'i'], sshAuthorizedKeys: ['k', 'l', 'm'], system: false },
      { name: 'core', passwordHash: 'x' },
    ],
  },
  storage: {
    directories: [{ path: '/d', mode: 493 }, { path: '/d/e' }],
    disks: [
      {
        device: '/dev/vda',
        wipeTable: true,
        partitions: [
          { number: 9, label: 'nine', sizeMiB: 5 },
          { number: 10, label: 'ten' },
        ],
      },
    ],
    files: [
      {
        path: '/a',
        mode: 420,
        contents: { source: 'data:,a', compression: '' },
        user: { id: 0 },
        group: { name: 'g' },
      },
      { path: '/b', append: [{ source: 'data:,1' }, { source: 'data:,2' }] },
      { path: '/c' },
    ],
    filesystems: [{ device: '/dev/vdb', format: 'xfs', label: 'l', options: ['-a', '-b'], mountOptions: ['x', 'y'] }],
    links: [{ path: '/l', target: '/t', hard: false }],
    luks: [
      { name: 'x', device: '/dev/vdc', clevis: { tpm2: true, threshold: 1 }, openOptions: ['b', 'a'], discard: true },
    ],
  },
  systemd: {
    units: [
      { name: 'a.service', enabled: true, contents: '[Service]\nExecStart=/x\n[Install]\nWantedBy=a.target\n' },
      { name: 'b.service', dropins: [{ name: 'y.conf', contents: '[Unit]\n' }, { name: 'x.conf' }] },
    ],
  },
};

/** Lists whose order means something are taken as a whole or not at all; these members are what makes an entry what it is. */
const wholeLists = new Set(['merge', 'append', 'options', 'mountOptions', 'openOptions']);
const identities = new Set(['name', 'path', 'device', 'number', 'source', 'target', 'format']);

/** Parts of a value, in any order where that is a set. */
function partOf(value: Json): fc.Arbitrary<Json> {
  if (Array.isArray(value)) return fc.shuffledSubarray([...value]).chain((items) => tupleOf(items.map(partOf)));
  if (typeof value !== 'object' || value === null) return fc.constant(value);
  const members = Object.entries(value).map(([key, member]) => {
    const part = wholeLists.has(key) ? fc.constant(member) : partOf(member);
    const entry = part.map((kept): readonly (readonly [string, Json])[] => [[key, kept]]);
    return identities.has(key) ? entry : fc.oneof(entry, fc.constant([]));
  });
  return tupleOf(members as unknown as fc.Arbitrary<Json>[]).map((kept) => {
    return Object.fromEntries((kept as readonly (readonly (readonly [string, Json])[])[]).flat());
  });
}

function tupleOf(parts: readonly fc.Arbitrary<Json>[]): fc.Arbitrary<readonly Json[]> {
  return fc.tuple(...parts);
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** Ignition joins these even when both sides say the same. */
const joined = new Set(['append', 'options', 'mountOptions']);

function withoutJoined(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutJoined);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([key]) => !joined.has(key));
  return Object.fromEntries(members.map(([key, member]) => [key, withoutJoined(member)]));
}

const versions = ['3.4.0', '3.5.0', '3.6.0'];
const fragmentText = fragmentsOf(universe);
const plainFragmentText = fragmentsOf(withoutJoined(universe));

function fragmentsOf(whole: Json): fc.Arbitrary<string> {
  return fc.tuple(partOf(whole), fc.constantFrom(...versions)).map(([part, version]) => {
    const config = part as { readonly [key: string]: Json };
    return JSON.stringify({ ...config, ignition: { ...((config.ignition ?? {}) as object), version } });
  });
}

describe('merging without order', () => {
  test('all permutations give the same bytes', () => {
    fc.assert(
      fc.property(fc.array(fragmentText, { minLength: 2, maxLength: 4 }), (texts) => {
        const fragments = texts.flatMap((text, index) => readFragments(text, `${index}.ign`, {}));
        const outputs = permutations(fragments).map((each) => {
          const { result, diagnostics } = mergeFreely(each);
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          return result && printMerged(result, 'ignition').text;
        });
        expect(new Set(outputs).size).toBe(1);
      }),
      { numRuns: 150 },
    );
  });

  test('apart from the order of sets, the result is what Ignition would make of the fragments', () => {
    fc.assert(
      fc.property(fc.array(plainFragmentText, { minLength: 2, maxLength: 4 }), (texts) => {
        const fragments = texts.flatMap((text, index) => readFragments(text, `${index}.ign`, {}));
        const [free, exact] = [mergeFreely(fragments).result, mergeExactly(fragments).result];
        expect(free).toBeDefined();
        const point = { base: '3.6.0' };
        const changes = diffObjects(exact?.config, free?.config, configSpec, point);
        expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a config merged with itself is itself, but for what it leaves out', () => {
    const text = JSON.stringify({
      ...universe,
      ignition: { ...(universe as { ignition: object }).ignition, version: '3.6.0' },
    });
    const [one] = readFragments(text, 'one.ign', {});
    const [other] = readFragments(text, 'other.ign', {});
    if (one === undefined || other === undefined) throw new Error('the config could not be read');
    const single = mergeFreely([one]).result;
    const both = mergeFreely([one, other]).result;
    expect(both && printMerged(both, 'ignition').text).toBe(single && printMerged(single, 'ignition').text);
  });
});
