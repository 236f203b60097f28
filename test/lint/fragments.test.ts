// What `validate` and editors say of configs beyond their own validator: the lints, in Ignition JSON and in MachineConfigs.
import { describe, expect, test } from 'vitest';
import { inspect, judge } from '../../compiler/src/editor/inspect.ts';
import type { TextKind } from '../../compiler/src/editor/recognise.ts';
import { findingsOf } from '../../compiler/src/lint/lint-fragment.ts';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { readIgnition } from '../../compiler/src/validate-ignition.ts';

/** `LINE:COLUMN severity code: message` of each finding. */
function findingsIn(text: string, name = 'all.yaml'): string[] {
  return readFragments(text, name, {}).flatMap((fragment) =>
    findingsOf(fragment).map(({ code, severity, message, location }) => {
      const { line, column } = fragment.document.lines.at(location.range.start);
      return `${line}:${column} ${severity} ${code}: ${message}`;
    }),
  );
}

const machineConfig = (files: string): string => `apiVersion: machineconfiguration.openshift.io/v1
kind: MachineConfig
metadata:
  name: 99-worker-custom
  labels:
    machineconfiguration.openshift.io/role: worker
spec:
  config:
    ignition:
      version: 3.4.0
    storage:
      files:
${files}`;

describe('modes', () => {
  test('decimal digits in Ignition JSON, which has no octal numbers', () => {
    const text = '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/a","mode":644}]}}';
    expect(findingsIn(text, 'a.ign')).toEqual([
      '1:73 warning mode-decimal: mode `644` (`01204` in octal) is decimal; write `420`, which is `0644` in octal',
    ]);
  });

  test('advice about a connection is in numbers that JSON has', () => {
    const file = '"path":"/etc/NetworkManager/system-connections/e.nmconnection"';
    const text = (mode: string): string => `{"ignition":{"version":"3.4.0"},"storage":{"files":[{${file}${mode}}]}}`;
    const ignored = 'warning keyfile-mode-open: NetworkManager ignores this connection';
    expect(findingsIn(text(''), 'a.ign')).toEqual([
      `1:61 ${ignored}, as without a mode others can read it; add the mode \`384\`, which is \`0600\` in octal`,
    ]);
    expect(findingsIn(text(',"mode":420'), 'a.ign')).toEqual([
      `1:124 ${ignored}, as with mode \`420\` (\`0644\` in octal) others can read it; write \`384\`, which is \`0600\` in octal`,
    ]);
  });

  test('decimal digits in a MachineConfig, whose YAML has them', () => {
    expect(findingsIn(machineConfig('        - path: /a\n          mode: 400\n'))).toEqual([
      '14:17 warning mode-decimal: mode `400` (`0620` in octal) is decimal; write `0400`',
    ]);
    // What the cluster refuses is told as that.
    expect(findingsIn(machineConfig('        - path: /a\n          mode: 644\n'))).toEqual([
      '14:17 error file-special-mode-unsupported: mode `644` (`01204` in octal) has bits that OpenShift does not support; write `0644`',
    ]);
  });

  test('digits that no octal number has', () => {
    expect(findingsIn(machineConfig('        - path: /a\n          mode: 0489\n'))).toEqual([
      '14:17 warning mode-digit-invalid: `0489` is no octal number: `8` is no octal digit, and it is read as decimal 489, `0751` in octal; write the digits `0` to `7`',
    ]);
  });
});

test('findings come in the order of the file, whatever found them', () => {
  const found = findingsIn(
    machineConfig(
      '        - path: a\n          unknown: 1\n        - path: /b\n          mode: "420"\n        - path: c\n          mode: 644\n',
    ),
  );
  expect(found.map((each) => each.split(' ', 3).join(' '))).toEqual([
    '13:17 error path-relative:',
    '14:11 warning unused-key:',
    '16:17 error embedded-config-json:',
    '17:17 error path-relative:',
    '18:17 error file-special-mode-unsupported:',
  ]);
});

describe('an editor says the same', () => {
  const json = '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/a","mode":644}]}}';
  const butane = 'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /etc/a\n      mode: 0888\n';
  test.each<[TextKind, string, string]>([
    ['ignition', json, 'mode-decimal'],
    ['machine-config', machineConfig('        - path: /a\n          mode: 400\n'), 'mode-decimal'],
    ['butane', butane, 'mode-digit-invalid'],
  ])('%s', async (kind, text, code) => {
    const document = kind === 'ignition' ? readIgnition(text, 'a') : readDocument(text, 'a');
    const found = await judge(inspect(document, kind, {}), {}, {});
    expect(found.map((each) => each.code)).toEqual([code]);
  });
});

describe('advice that Ignition JSON and MachineConfigs can follow', () => {
  const json = (members: string): string => `{"ignition":{"version":"3.4.0"},${members}}`;
  const first = (text: string, name?: string): string | undefined => findingsIn(text, name)[0]?.replace(/^\S+ /, '');
  const file = (members: string): string => json(`"storage":{"files":[{"path":"/a",${members}}]}`);
  test.each([
    [
      file('"contents":{"source":"data:,a%"}'),
      'error data-url-invalid: this data URL cannot be decoded: a `%` in its data lacks two hex digits; encode the data with percent-escapes (`%` is `%25`) behind `data:,`, or in base64 behind `data:;base64,`',
    ],
    [
      file('"contents":{"source":"text"}'),
      'error url-scheme-invalid: `text` has no scheme; begin it with one of `http`, `https`, `tftp`, `s3`, `gs`, `arn` or `data`, as in `data:,text` for the contents themselves',
    ],
    [
      file('"contents":{"source":"file:///a"}'),
      'error url-scheme-invalid: nothing can be fetched by the scheme `file`; use `http`, `https`, `tftp`, `s3`, `gs`, `arn` or `data`',
    ],
    [
      file('"overwrite":true'),
      'error overwrite-without-source: `overwrite` needs contents to write; add `contents`, or `"contents": {"source": "data:,"}` for an empty file',
    ],
    [
      '{"ignition":{"version":"3.4.0","config":{"merge":[{}]}}}',
      'error source-required: the entry has no source; give it a `source`',
    ],
    [
      file('"mode":"420"'),
      'error embedded-config-json: `mode` wants a whole number of 64 bits, not the text `"420"`; remove the quotes',
    ],
    [
      file('"mode":"0644"'),
      'error embedded-config-json: `mode` wants a whole number of 64 bits, not the text `"0644"`; write the number `420`',
    ],
    [
      json('"systemd":{"units":[{"name":"a.service","enabled":"true"}]}'),
      'error embedded-config-json: `enabled` wants `true` or `false`, not the text `"true"`; remove the quotes',
    ],
    [
      '# a comment\nvariant: fcos\nversion: 1.6.0\n',
      'error embedded-config-json: this is a Butane config, and Ignition reads JSON only; compile it with `kindling compile`, or give its file the ending `.bu`',
    ],
  ])('%j', (text, finding) => expect(first(text, 'a.ign')).toBe(finding));

  test.each(['"420"', '"0644"', "'420'"])('a mode in quotes in YAML: %s', (mode) => {
    expect(first(machineConfig(`        - path: /a\n          mode: ${mode}\n`))).toMatch(/; remove the quotes$/);
  });

  test.each([
    ['machineconfig', 'there is no kind `machineconfig`; did you mean `MachineConfig`?'],
    ['MachineConfigs', 'there is no kind `MachineConfigs`; did you mean `MachineConfig`?'],
    ['MachineConfigPool', 'this document is a `MachineConfigPool` and no MachineConfig; move it into another file'],
    ['ConfigMap', 'this document is a `ConfigMap` and no MachineConfig; move it into another file'],
  ])('another kind: %s', (kind, message) => {
    expect(first(`apiVersion: v1\nkind: ${kind}\n`)).toBe(`error machineconfig-expected: ${message}`);
  });
});
