// MachineConfigs are read like the Ignition JSON in them, in one or many documents, and merged in the order of their names.
import { describe, expect, test } from 'vitest';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeExactly } from '../../compiler/src/project/merge-exactly.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { type Merged, printMerged } from '../../compiler/src/project/merged.ts';

const role = (name: string): string => `  labels:\n    machineconfiguration.openshift.io/role: ${name}\n`;
const machineConfig = (name: string, spec: string): string =>
  `apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata:\n  name: ${name}\n${role('worker')}spec:\n${spec}`;
const withConfig = (body: string): string => `  config:\n    ignition:\n      version: 3.4.0\n${body}`;

const read = (text: string) => readFragments(text, 'all.yaml', {});
const problems = (text: string) => read(text).flatMap(({ diagnostics }) => diagnostics);

describe('reading', () => {
  test('numbers in every form that YAML has', () => {
    const partitions =
      '    storage:\n      disks:\n        - device: /dev/vda\n          partitions:\n            - number: 0x5\n              sizeMiB: 1e+06\n              startMiB: 2.0\n';
    const [fragment] = read(machineConfig('a', withConfig(partitions)));
    expect(fragment?.diagnostics).toEqual([]);
    const [disk] = fragment?.content?.config.fields.storage?.fields.disks?.items ?? [];
    const [partition] = disk?.fields.partitions?.items ?? [];
    expect(partition?.fields.size_mib?.value).toBe(1000000);
    expect(partition?.fields.number?.value).toBe(5);
    expect(partition?.fields.start_mib?.value).toBe(2);
  });

  test('many documents, each with its places in the file', () => {
    const bad = withConfig('    storage:\n      files:\n        - path: relative\n');
    const text = `---\n${machineConfig('a', withConfig(''))}---\n${machineConfig('b', bad)}`;
    expect(read(text)).toHaveLength(2);
    const [found] = problems(text);
    expect(found).toMatchObject({ code: 'path-relative', path: ['spec', 'config', 'storage', 'files', 0, 'path'] });
    expect(text.slice(found?.location.range.start, found?.location.range.end)).toBe('relative');
  });

  test('anchors, merge keys and other YAML that JSON lacks', () => {
    const files =
      '    storage:\n      files:\n        - &one\n          path: /a\n          mode: 0644\n        - <<: *one\n          path: /b\n';
    const [fragment] = read(machineConfig('a', withConfig(files)));
    expect(fragment?.diagnostics).toEqual([]);
    const modes = fragment?.content?.config.fields.storage?.fields.files?.items.map(({ fields }) => fields.mode?.value);
    expect(modes).toEqual([420, 420]);
  });

  test('faults: another kind, a version that is none, a wrong type, an unknown key', () => {
    expect(problems('apiVersion: v1\nkind: ConfigMap\n')).toMatchObject([{ code: 'machineconfig-expected' }]);
    expect(problems(machineConfig('a', '  config:\n    ignition:\n      version: 2.2.0\n'))).toMatchObject([
      { code: 'ignition-version-unknown', path: ['spec', 'config', 'ignition', 'version'] },
    ]);
    expect(problems(machineConfig('a', withConfig('    storage: []\n')))).toMatchObject([{ severity: 'error' }]);
    expect(problems(machineConfig('a', withConfig('    storag: {}\n')))).toMatchObject([{ code: 'unused-key' }]);
  });

  test.each(['kernelArgument', 'kernelArgs', 'kernelTyp', 'extension', 'fipps', 'confg'])(
    'a misspelt key beside the Ignition config: %s',
    (key) => {
      const text = machineConfig('a', `  ${key}: null\n`);
      const found = problems(text);
      expect(found).toMatchObject([{ code: 'unused-key', path: ['spec', key] }]);
      const { start, end } = found[0]?.location.range ?? { start: 0, end: 0 };
      expect(text.slice(start, end)).toBe(key);
    },
  );

  test.each(['osImageURL', 'baseOSExtensionsContainerImage', 'KernelType', 'somethingNew'])(
    'what the operator may know and we do not is left alone: %s',
    (key) => expect(problems(machineConfig('a', `  ${key}: x\n`))).toEqual([]),
  );

  test('keys that no merge carries over are told by the merge, and others are not', () => {
    const lost = (text: string) =>
      mergeFreely(read(text))
        .diagnostics.filter(({ code }) => code === 'machineconfig-key-lost')
        .map(({ path }) => path.join('.'));
    expect(lost(machineConfig('a', '  osImageURL: x\n  fips: true\n'))).toEqual(['spec.osImageURL']);
    expect(lost(machineConfig('a', withConfig('    storag: {}\n')))).toEqual([]);
    expect(lost(machineConfig('a', '  KernelType: realtime\n  config: null\n'))).toEqual([]);
    expect(lost('apiVersion: v1\nkind: MachineConfig\nmetadata: {name: a}\nspec: null\n')).toEqual([]);
  });

  test('one without an Ignition config goes with all others', () => {
    const [fragment] = read(machineConfig('a', '  kernelArguments:\n    - nosmt\n'));
    expect(fragment?.diagnostics).toEqual([]);
    expect(fragment?.content?.config.fields.openshift?.fields.kernel_arguments?.items).toMatchObject([
      { value: 'nosmt' },
    ]);
  });
});

test('the result of merging them is one, by the order of their names', () => {
  const mode = (number: string): string =>
    withConfig(`    storage:\n      files:\n        - path: /a\n          mode: ${number}\n`);
  const text = [
    machineConfig('90-b', mode('420')),
    machineConfig('10-a', `${mode('384')}  kernelArguments: [quiet]\n`),
  ].join('---\n');
  const outputs = [read(text), read(text).toReversed()].map((fragments) => {
    const { result, diagnostics } = mergeFreely(fragments);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['note']);
    return result && printMerged(result, 'auto').text;
  });
  expect(outputs[0]).toBe(outputs[1]);
  expect(outputs[0]).toBe(`# Generated by Butane; do not edit
apiVersion: machineconfiguration.openshift.io/v1
kind: MachineConfig
metadata:
  labels:
    machineconfiguration.openshift.io/role: worker
  name: 90-b
spec:
  config:
    ignition:
      version: 3.4.0
    storage:
      files:
        - mode: 420
          path: /a
  kernelArguments:
    - quiet`);
});

describe('what surrounds the Ignition config, as the operator merges it', () => {
  const one = machineConfig('10-a', '  fips: true\n  kernelType: realtime\n');
  const other = machineConfig('90-b', '  fips: false\n  kernelType: default\n');
  const both = [one, other].map((text, index) => readFragments(text, `${index}.yaml`, {})[0]).filter((each) => !!each);
  const printed = ({ result }: Merged): string | undefined => result && printMerged(result, 'auto').text;

  test.each([
    ['in the order of their names', both],
    ['in the other order', both.toReversed()],
  ])('FIPS and a kernel that is not the default win, %s', (_, fragments) => {
    const free = mergeFreely(fragments);
    expect(free.diagnostics.map(({ severity, message }) => `${severity} ${message}`).sort()).toEqual([
      'note `openshift.fips` is `false` in `1.yaml` and `true` in `0.yaml`',
      'note `openshift.kernel_type` is `default` in `1.yaml` and `realtime` in `0.yaml`',
    ]);
    expect(free.diagnostics.map(({ notes }) => notes?.at(-1)?.message)).toContain(
      '`0.yaml` wins: the Machine Config Operator takes `true` from whichever MachineConfig has it',
    );
    for (const merged of [free, mergeExactly(fragments)]) {
      expect(printed(merged)).toContain('name: 90-b');
      expect(printed(merged)).toContain('fips: true\n  kernelType: realtime');
    }
  });

  test('an override is the last word', () => {
    const merged = mergeFreely(both, { isOverride: ({ name }) => name === '1.yaml' });
    expect(printed(merged)).toContain('fips: false\n  kernelType: default');
  });

  test('two of one name contradict each other, and what the operator would do is told', () => {
    const same = [one, other.replace('90-b', '10-a')].flatMap((text, index) =>
      readFragments(text, `${index}.yaml`, {}),
    );
    const { diagnostics } = mergeFreely(same);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error', 'error']);
    expect(diagnostics[0]?.notes?.at(-1)?.message).toMatch(/^the Machine Config Operator would take `true`; remove/);
  });
});
