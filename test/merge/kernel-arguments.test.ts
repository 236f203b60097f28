// Kernel arguments keep the order of each fragment; contradictions about it are told, and no order of fragments changes the result.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeExactly } from '../../compiler/src/project/merge-exactly.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import type { Merged } from '../../compiler/src/project/merged.ts';

const fragmentOf = (args: readonly string[], name: string) => {
  const shouldExist = args.map((arg) => arg.replace(' #', ''));
  const text = JSON.stringify({ ignition: { version: '3.5.0' }, kernelArguments: { shouldExist } });
  return readFragments(text, name, {});
};

function merge(lists: readonly string[], overriding?: number): Merged {
  const fragments = lists.flatMap((list, index) => fragmentOf(list.split(' '), `${index}.ign`));
  return mergeFreely(fragments, { isOverride: ({ name }) => name === `${overriding}.ign` });
}

function argumentsOf({ result }: Merged): string {
  const items = result?.config.fields.kernel_arguments?.fields.should_exist?.items ?? [];
  return items.map(({ value }) => value).join(' ');
}

const findings = ({ diagnostics }: Merged): readonly string[] =>
  diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);

test.each([
  [
    'pages of two sizes',
    ['hugepagesz=1G hugepages=4 hugepagesz=2M hugepages=512', 'nosmt'],
    'hugepagesz=1G hugepages=4 hugepagesz=2M hugepages=512 nosmt',
  ],
  ['consoles', ['console=ttyS0 console=tty0', 'console=tty0 quiet'], 'console=ttyS0 console=tty0 quiet'],
  [
    'pages in two fragments',
    ['hugepagesz=1G hugepages=4', 'hugepagesz=2M hugepages=512'],
    'hugepagesz=1G hugepages=4 hugepagesz=2M hugepages=512',
  ],
  ['an order of no meaning that differs', ['quiet nosmt', 'nosmt quiet'], 'nosmt quiet'],
  [
    'keys that may repeat',
    ['ip=a', 'ip=b', 'rd.luks.uuid=y', 'rd.luks.uuid=x'],
    'ip=a ip=b rd.luks.uuid=x rd.luks.uuid=y',
  ],
  ['the same last value', ['loglevel=3 loglevel=7', 'loglevel=7'], 'loglevel=3 loglevel=7'],
  [
    'three fragments, one order',
    ['console=a console=b', 'console=b console=c', 'x console=a'],
    'x console=a console=b console=c',
  ],
])('no contradiction: %s', (_, lists, expected) => {
  const merged = merge(lists);
  expect(findings(merged)).toEqual([]);
  expect(argumentsOf(merged)).toBe(expected);
  expect(argumentsOf(merge(lists.toReversed()))).toBe(expected);
});

describe('contradictions', () => {
  test.each([
    ['two orders', ['console=a console=b', 'console=b console=a'], 'conflict-order', 'console=b console=a'],
    ['three orders', ['ip=a ip=b', 'ip=b ip=c', 'ip=c ip=a'], 'conflict-order', 'ip=b ip=c ip=a'],
    ['two values', ['loglevel=3', 'loglevel=7 quiet'], 'conflict-kernel-argument', 'loglevel=7 quiet'],
    [
      'one text in two places',
      ['hugepagesz=1G hugepages=4', 'hugepagesz=2M hugepages=4'],
      'conflict-order',
      'hugepagesz=2M hugepages=4',
    ],
  ])('%s', (_, lists, code, overridden) => {
    const merged = merge(lists);
    expect(findings(merged).map((each) => each.split(':')[0])).toEqual([`error ${code}`]);
    expect(merged.diagnostics[0]?.notes?.filter(({ location }) => location).length).toBe(lists.length - 1);
    const settled = merge(lists, lists.length - 1);
    expect(findings(settled).map((each) => each.split(':')[0])).toEqual([`note ${code}`]);
    expect(argumentsOf(settled)).toBe(overridden);
  });

  test('the last console is a warning when nobody says which it is, and an override says it', () => {
    const lists = ['console=ttyS0', 'console=tty0'];
    expect(findings(merge(lists))).toEqual([
      'warning conflict-order: the last kernel argument `console` has a meaning of its own, and nothing says which of `console=ttyS0` and `console=tty0` it is; give them in their order in one fragment',
    ]);
    expect(argumentsOf(merge(lists))).toBe(argumentsOf(merge(lists.toReversed())));
    expect(findings(merge(lists, 1))).toEqual([]);
    expect([argumentsOf(merge(lists, 0)), argumentsOf(merge(lists, 1))]).toEqual([
      'console=tty0 console=ttyS0',
      'console=ttyS0 console=tty0',
    ]);
  });
});

const universe = ['hugepagesz=1G', 'hugepages=1', 'hugepagesz=2M', 'hugepages=2', 'quiet', 'ip=b', 'ip=a', 'rd.md=0'];

test('all permutations give the same, and the order of no fragment is lost', () => {
  // What is about the former one comes with it.
  const part = fc
    .subarray(universe)
    .map((args) => args.filter((arg, at) => !/^hugepages=/.test(arg) || /z=/.test(args[at - 1] ?? '')));
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (lists) => {
      const texts = lists.map((list) => list.join(' ')).filter((text) => text !== '');
      const [one, other] = [merge(texts), merge(texts.toReversed())];
      fc.pre(findings(one).length === 0);
      expect(argumentsOf(other)).toBe(argumentsOf(one));
      const all = argumentsOf(one).split(' ');
      for (const key of ['ip', 'hugepages']) {
        const order = all.filter((arg) => arg.startsWith(key));
        for (const list of lists) {
          const own = list.filter((arg) => arg.startsWith(key));
          expect(order.filter((arg) => own.includes(arg))).toEqual(own);
        }
      }
    }),
  );
});

test('Ignition’s own merge is as it was', () => {
  const fragments = [...fragmentOf(['b', 'a'], '0.ign'), ...fragmentOf(['c', 'a'], '1.ign')];
  expect(argumentsOf(mergeExactly(fragments))).toBe('b a c');
});

test('MachineConfigs are joined in the order of their names, as the operator does it', () => {
  const of = (name: string, args: string): string =>
    `apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata: {name: ${name}}\nspec:\n  kernelArguments: [${args}]\n`;
  const texts = [
    of('90-b', 'console=b, console=a, quiet'),
    of('10-a', 'console=a, console=b, quiet, hugepages=4, quiet'),
  ];
  const fragments = texts.flatMap((text, index) => readFragments(text, `${index}.yaml`, {}));
  for (const merged of [mergeFreely(fragments), mergeFreely(fragments.toReversed()), mergeExactly(fragments)]) {
    expect(findings(merged)).toEqual([]);
    expect(merged.result?.config.fields.openshift?.fields.kernel_arguments?.items.map(({ value }) => value)).toEqual([
      'console=a',
      'console=b',
      'quiet',
      'hugepages=4',
      'quiet',
      'console=b',
      'console=a',
    ]);
  }
});
