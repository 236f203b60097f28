// Upgrades over the accepted cases of the corpus: proved, or refused with a reason. And single steps between specs.
import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/src/compile.ts';
import { readHeader } from '../../compiler/src/header.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { upgradeIgnitionDocument } from '../../compiler/src/upgrade/ignition.ts';
import { type UpgradeResult, type UpgradeTarget, upgradeDocument } from '../../compiler/src/upgrade/upgrade.ts';
import { readIgnition } from '../../compiler/src/validate-ignition.ts';
import { newestStable, specs, specsOf } from '../../spec/resolve.ts';
import { type ConformanceCase, hostOf, sampleCorpus } from '../conformance/corpus.ts';

/** Thousands of documents on a busy machine. */
const slow = { timeout: 240_000 };

const accepted = sampleCorpus().filter(({ expect: { output }, options, input }) => {
  return output !== null && options.raw !== true && input.length < 50_000;
});

function upgrade(text: string, target: UpgradeTarget, each?: ConformanceCase): UpgradeResult {
  const { inputs } = hostOf(each?.files ?? {});
  return upgradeDocument(readDocument(text, '-'), target, inputs ? { inputs } : {});
}

describe('the corpus', () => {
  test('to the newest finished version and back: the same text and output, or a reason', slow, () => {
    const counts: Record<string, number> = {};
    const count = (name: string): void => {
      counts[name] = (counts[name] ?? 0) + 1;
    };
    const wrong = accepted.flatMap((each) => {
      const { spec } = readHeader(readDocument(each.input, '-'));
      if (spec === undefined || spec.experimental) return [];
      const up = upgrade(each.input, {}, each);
      count(`up ${up.kind}`);
      if (up.kind === 'refused') return up.reasons.length > 0 ? [] : [`${each.id}: refused without a reason`];
      if (up.kind !== 'upgraded') return up.kind === 'unchanged' ? [] : [`${each.id}: ${up.kind}`];
      const { inputs } = hostOf(each.files);
      const host = inputs ? { inputs } : {};
      const newer = compile(up.text, { host });
      if (newer.output === undefined) return [`${each.id}: the upgraded config does not compile`];
      const down = upgrade(up.text, { version: spec.version }, each);
      count(`down ${down.kind}`);
      if (down.kind === 'refused') return down.reasons.length > 0 ? [] : [`${each.id}: refused without a reason`];
      if (down.kind !== 'upgraded') return [`${each.id}: ${down.kind} on the way back`];
      return compile(down.text, { host }).output === compile(each.input, { host }).output
        ? []
        : [`${each.id}: other output`];
    });
    expect(wrong).toEqual([]);
    console.table(counts);
    expect(counts['up upgraded']).toBeGreaterThan(accepted.length / 2);
  });

  test('from each finished spec there are cases', () => {
    const seen = new Set(accepted.map(({ input }) => readHeader(readDocument(input, '-')).spec));
    expect(specs.filter((spec) => !spec.experimental && !seen.has(spec))).toEqual([]);
  });

  test('down to the oldest version: nothing is lost in silence', slow, () => {
    const wrong = accepted.flatMap((each) => {
      const { spec } = readHeader(readDocument(each.input, '-'));
      const oldest = spec && specsOf(spec.variant)[0];
      if (oldest === undefined) return [];
      const result = upgrade(each.input, { version: oldest.version }, each);
      if (result.kind === 'refused') return result.reasons.length > 0 ? [] : [each.id];
      if (result.kind !== 'upgraded') return result.kind === 'unchanged' ? [] : [`${each.id} ${result.kind}`];
      const { diagnostics } = compile(result.text, { host: hostOf(each.files) });
      const before = compile(each.input, { host: hostOf(each.files) }).diagnostics;
      const unused = (list: typeof before): number => list.filter(({ code }) => code === 'unused-key').length;
      return unused(diagnostics) > unused(before) ? [each.id] : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe('single steps', () => {
  const textOf = (result: UpgradeResult): string => (result.kind === 'upgraded' ? result.text : result.kind);

  test('only the version changes, in its own style', () => {
    expect(textOf(upgrade("# c\nvariant: fcos   # v\nversion: '1.0.0' # w\n", {}))).toBe(
      `# c\nvariant: fcos   # v\nversion: '${newestStable('fcos')?.version}' # w\n`,
    );
  });

  test('what has no equivalent is refused with its place', () => {
    const text = 'variant: fcos\nversion: 1.6.0\nboot_device:\n  luks:\n    tpm2: true\n';
    const result = upgrade(text, { version: '1.2.0' });
    expect(result.kind).toBe('refused');
    if (result.kind !== 'refused') return;
    expect(result.reasons.map(({ range }) => result.document.text.slice(range.start, range.end))).toEqual([
      'boot_device',
    ]);
  });

  test.each([
    ['the mode', 'storage:\n  files:\n    - path: /a\n      mode: 04755\n', '04755'],
    [
      'behind what would move',
      'kernel_arguments:\n  should_exist: [quiet]\nstorage:\n  links:\n    - path: /a\n      target: b\n',
      '- path: /a',
    ],
    ['before it', 'passwd:\n  groups:\n    - name: a\nkernel_arguments:\n  should_exist: [quiet]\n', '- name: a'],
  ])('the place of a refusal is that of the text that is there: %s', (_, rest, marked) => {
    const text = `variant: fcos\nversion: 1.6.0\n${rest}`;
    const result = upgrade(text, { variant: 'openshift' });
    if (result.kind !== 'refused') return expect(result.kind).toBe('refused');
    expect(result.document.text).toBe(text);
    expect(
      result.reasons.map(({ range }) => text.slice(range.start).startsWith(marked) || text.slice(range.start)),
    ).toEqual([true]);
  });

  test('kernel arguments move to their place on OpenShift', () => {
    const text = 'variant: fcos\nversion: 1.6.0\nkernel_arguments:\n  should_exist:\n    - quiet # q\n';
    expect(textOf(upgrade(text, { variant: 'openshift' }))).toMatch(
      /^openshift:\n {2}kernel_arguments:\n {4}- quiet # q$/m,
    );
    const back =
      'variant: openshift\nversion: 4.22.0\nmetadata:\n  name: a\n  labels:\n    machineconfiguration.openshift.io/role: worker\nopenshift:\n  kernel_arguments:\n    - quiet # q\n';
    expect(textOf(upgrade(back, { variant: 'fcos' }))).toMatch(
      /^kernel_arguments:\n {2}should_exist:\n {4}- quiet # q$/m,
    );
  });

  test('a layout that was assumed is written out', () => {
    const text = 'variant: fcos\nversion: 1.6.0\nboot_device:\n  mirror:\n    devices: [/dev/sda, /dev/sdb]\n';
    expect(textOf(upgrade(text, {}))).toContain('\n  layout: x86_64\n');
  });

  test('a key without effect that would get one is a reason to refuse', () => {
    const text = 'variant: fcos\nversion: 1.0.0\nkernel_arguments:\n  should_exist: [quiet]\n';
    expect(upgrade(text, {}).kind).toBe('refused');
  });

  test('an unknown version is said so', () => {
    expect(upgrade('variant: fcos\nversion: 1.0.0\n', { version: '9.9.9' }).kind).toBe('no-target');
    expect(upgrade('variant: fcos\nversion: 9.9.9\n', {}).kind).toBe('broken');
  });
});

describe('Ignition JSON', () => {
  const config = (version: string, rest = ''): string => `{ "ignition": { "version": "${version}" }${rest} }\n`;
  const run = (text: string, version?: string) => upgradeIgnitionDocument(readIgnition(text, '-'), version);

  test('goes up and down by its version alone', () => {
    const up = run(config('3.2.0', ', "storage": { "files": [{ "path": "/a" }] }'), '3.5.0');
    expect(up.kind === 'upgraded' && up.text).toBe(config('3.5.0', ', "storage": { "files": [{ "path": "/a" }] }'));
    const down = run(config('3.5.0'), '3.0.0');
    expect(down.kind === 'upgraded' && down.text).toBe(config('3.0.0'));
  });

  test('what an older version does not know is listed', () => {
    const result = run(config('3.5.0', ', "kernelArguments": { "shouldExist": ["quiet"] }'), '3.2.0');
    if (result.kind !== 'refused') return expect(result.kind).toBe('refused');
    const marked = result.reasons.map(({ range }) => result.document.text.slice(range.start, range.end));
    expect([result.document.text.includes('"3.5.0"'), marked]).toEqual([true, ['"kernelArguments"']]);
  });
});
