// What the Machine Config Operator would say of MachineConfigs, and what it would not.
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../compiler/src/lint/lint-fragment.ts';
import { readFragments } from '../../compiler/src/project/fragment.ts';

/** `LINE:COLUMN severity code` of each finding. */
function findingsIn(text: string, name = 'all.yaml'): string[] {
  return readFragments(text, name, {}).flatMap((fragment) =>
    findingsOf(fragment).map(({ code, severity, location }) => {
      const { line, column } = fragment.document.lines.at(location.range.start);
      return `${line}:${column} ${severity} ${code}`;
    }),
  );
}

const role = '  labels:\n    machineconfiguration.openshift.io/role: worker\n';
const object = (metadata: string, spec: string): string =>
  `apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata:\n${metadata}spec:\n${spec}`;
const config = (body: string): string => `  config:\n    ignition:\n      version: 3.4.0\n${body}`;
const refused = config(`    storage:
      directories:
        - path: /var/foo
      links:
        - path: /etc/localtime
          target: ../usr/share/zoneinfo/UTC
      files:
        - path: /etc/a
          append:
            - source: data:,x
        - path: /etc/b
          contents:
            source: https://example.com/b
        - path: /etc/c
          mode: 02755
          contents:
            source: data:,x
    passwd:
      groups:
        - name: foo
      users:
        - name: bob
        - name: core
          homeDir: /home/core
    kernelArguments:
      shouldExist: [quiet]
`);

describe('a MachineConfig that somebody wrote', () => {
  test('all that the operator would refuse', () => {
    expect(findingsIn(object(`  name: 99-worker-a\n${role}`, refused))).toEqual([
      '13:9 error directories-unsupported',
      '15:9 error links-unsupported',
      '20:13 error file-append-unsupported',
      '23:21 error file-source-not-data',
      '25:17 error file-special-mode-unsupported',
      '30:9 error groups-unsupported',
      '32:17 error user-name-unsupported',
      '34:20 error user-field-unsupported',
      '36:7 error kernel-arguments-redirect',
    ]);
  });

  test('the names are those of the object', () => {
    const messages = readFragments(object(`  name: a\n${role}`, refused), 'a.yaml', {}).flatMap((fragment) =>
      findingsOf(fragment).map(({ message }) => message),
    );
    expect(messages).toEqual(
      expect.arrayContaining([
        '`homeDir` cannot be used in a MachineConfig: the Machine Config Operator manages only the SSH keys and the password of the user `core`',
        '`kernelArguments` cannot be used in a MachineConfig: the Machine Config Operator takes kernel arguments from `spec.kernelArguments`',
        'OpenShift does not fetch the contents of files; put them into the `source` as a `data:` URL',
      ]),
    );
  });

  test('name, role, kernel, extensions', () => {
    const settings = '  kernelType: rt\n  extensions: [usbguard, usbgaurd, usbguard]\n  kernelArguments: [a, a]\n';
    expect(findingsIn(object('  name: 99_Worker\n', settings))).toEqual([
      '4:3 warning machineconfig-role-required',
      '4:9 warning machineconfig-name-invalid',
      '6:15 error kernel-type-invalid',
      '7:26 warning openshift-extension-unknown',
      '7:36 warning duplicate-entry',
    ]);
    expect(findingsIn('apiVersion: v1\nkind: MachineConfig\nspec: {}\n')).toEqual([
      '1:1 error machineconfig-name-required',
      '1:1 warning machineconfig-role-required',
    ]);
  });

  test.each(['', 'default', 'realtime', '64k-pages'])('a kernel that there is: %j', (kernel) => {
    expect(findingsIn(object(`  name: a\n${role}`, `  kernelType: '${kernel}'\n`))).toEqual([]);
  });
});

describe('no false alarms', () => {
  const noise = '  creationTimestamp: "2026-01-01T00:00:00Z"\n  generation: 1\n  resourceVersion: "1"\n  uid: a-b\n';

  test('what comes from a cluster has metadata of the cluster', () => {
    expect(findingsIn(object(`  name: 99-worker-a\n${role}${noise}`, config('')))).toEqual([]);
  });

  test.each([
    ['by its name', '  name: rendered-worker-0123456789abcdef\n'],
    ['by its owner', '  name: 99-a\n  ownerReferences:\n  - kind: MachineConfigPool\n    name: worker\n'],
    [
      'by its mark',
      '  name: 00-worker\n  annotations:\n    machineconfiguration.openshift.io/generated-by-controller-version: abc\n',
    ],
  ])('what a controller has made is not judged: %s', (_, metadata) => {
    expect(findingsIn(object(metadata + noise, refused.replace('02755', '0755')))).toEqual([]);
  });

  test('neither is a bare Ignition config, nor one in the form of Butane', () => {
    const ignition = '{"ignition":{"version":"3.4.0"},"storage":{"links":[{"path":"/a","target":"b"}]}}';
    expect(findingsIn(ignition, 'a.ign')).toEqual([]);
    expect(
      findingsIn('variant: fcos\nversion: 1.6.0\nstorage:\n  links:\n    - path: /etc/a\n      target: b\n'),
    ).toEqual([]);
  });
});

describe('a list, as `oc get mc -o yaml` prints it', () => {
  const indented = (text: string): string => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
  const good = object(`  name: 99-a\n${role}`, config(''));
  const bad = object(`  name: 99-b\n${role}`, config('    storage:\n      files:\n        - path: relative\n'));
  const list = (...items: readonly string[]): string =>
    `apiVersion: v1\nitems:\n${items.map(indented).join('')}kind: List\nmetadata:\n  resourceVersion: ""\n`;

  test('each item with its findings at their places', () => {
    const text = list(good, bad, 'apiVersion: v1\nkind: ConfigMap\n');
    expect(
      readFragments(text, 'a.yaml', {}).map(({ content }) => content?.config.fields.metadata?.fields.name?.value),
    ).toEqual(['99-a', '99-b', undefined]);
    expect(text.split('\n')[24]?.slice(18)).toBe('relative');
    expect(findingsIn(text)).toEqual(['25:19 error path-relative', '27:9 error machineconfig-expected']);
  });

  test('an empty one, and one in JSON', () => {
    expect(findingsIn('apiVersion: v1\nitems: []\nkind: List\n')).toEqual([]);
    const item = {
      apiVersion: 'machineconfiguration.openshift.io/v1',
      kind: 'MachineConfig',
      metadata: { name: '99-a' },
      spec: {},
    };
    const json = JSON.stringify(
      { apiVersion: 'v1', items: [{ ...item, filler: 'x'.repeat(5000) }], kind: 'List' },
      undefined,
      4,
    );
    expect(
      findingsIn(
        json.replace('"kind": "MachineConfig",', '').replace('"spec": {}', '"kind": "MachineConfig", "spec": {}'),
        'a.json',
      ),
    ).toEqual(['7:25 warning machineconfig-role-required']);
  });
});
