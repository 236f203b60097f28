// JSON Schemas: clean, and as strict as they can be without refusing what the compiler accepts.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { butaneSchema, ignitionSchema } from '../../spec/derive/json-schema.ts';
import { ignitionSpecs, ignitionVersion, resolveSpec, type Spec, specs } from '../../spec/resolve.ts';
import { compile, faults } from './validator.ts';
import { places } from './walk.ts';

const rows = specs.map((spec) => ({ name: `${spec.variant} ${spec.version}`, spec }));

test.each(rows)('the schema of $name is clean', ({ spec }) => {
  expect(compile(butaneSchema(spec))).toBeTypeOf('function');
});

test.each(ignitionSpecs)('the schema of Ignition $version is clean', (spec) => {
  expect(compile(ignitionSchema(spec))).toBeTypeOf('function');
});

test.each(rows)('every refusal of $name is told', ({ spec }) => {
  const text = JSON.stringify(butaneSchema(spec));
  for (const { reason } of spec.filters) expect(text).toContain(`Refused: ${reason.replaceAll('`', '')}.`);
});

const ignition36 = ignitionVersion('3.6.0') ?? fail();

const validatorOf = memoised((spec: Spec) => compile(butaneSchema(spec)));

function memoised<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** Validates the YAML after `variant` and `version`. */
function check(variant: string, version: string, yaml: string): string | undefined {
  const spec = resolveSpec(variant, version);
  if (spec === undefined) return 'unknown spec';
  const value = parse(`variant: ${variant}\nversion: ${version}\n${yaml}`, { merge: true });
  return faults(validatorOf(spec), value);
}

test.each([
  ['storage: {files: [{path: /a, mode: 0644}]}'],
  ['storage: {files: [{path: /a, mode: 0o644}]}'],
  ['storage: {files: [{path: /a, mode: 1_000, overwrite: yes, contents: {inline: 5}}]}'],
  ['storage: {files: null, directories: ~}\npasswd:'],
  ['storage: {raid: [{name: 5, level: 1, devices: [/dev/a, /dev/b]}]}'],
  ['storage: {raid: [{name: a, level: raid10, devices: [/dev/a]}]}'],
  ['passwd: {users: [{name: root, groups: [1, true, ~, wheel]}]}'],
  ['storage: {luks: [{name: a, device: /dev/a, clevis: {custom: {pin: other, config: x}}}]}'],
  ['storage: {filesystems: [{device: /dev/a, format: ""}]}'],
  ['storage: {files: [{path: /a, contents: {compression: ""}}]}'],
  // Trees and `boot_device` can supply what is missing.
  ['storage: {links: [{path: /a}], raid: [{name: md-root}], luks: [{name: root}]}'],
])('fcos 1.7.0 accepts %s', (yaml) => {
  expect(check('fcos', '1.7.0', yaml)).toBeUndefined();
});

test.each([
  ['storage: {fils: []}', 'additional'],
  ['storage: {files: [{mode: 0644}]}', 'path'],
  ['storage: {files: [{path: ""}]}', 'fewer than 1'],
  ['storage: {files: [{path: a}]}', 'pattern'],
  ['storage: {files: [{path: /a/}]}', 'pattern'],
  ['storage: {files: [{path: /a/../b}]}', 'pattern'],
  ['storage: {files: {path: /a}}', 'array'],
  ['storage: {files: [{path: /a, mode: rw}]}', 'pattern'],
  ['storage: {files: [{path: /a, overwrite: 1}]}', 'boolean'],
  ['storage: {files: [{path: /a, overwrite: maybe}]}', 'pattern'],
  ['storage: {raid: [{name: a, level: raid7, devices: [/dev/a]}]}', 'allowed values'],
  ['storage: {filesystems: [{device: /dev/a, format: ntfs}]}', 'allowed values'],
  ['systemd: {units: [{name: a.conf}]}', 'pattern'],
  ['boot_device: {layout: mips}', 'allowed values'],
  ['metadata: {name: a}', 'additional'],
])('fcos 1.7.0 refuses %s', (yaml, why) => {
  expect(check('fcos', '1.7.0', yaml)).toContain(why);
});

const metadata = 'metadata: {name: m, labels: {machineconfiguration.openshift.io/role: worker}}';

test.each([
  ['fcos', '1.0.0', 'storage: {links: [{path: /a}]}', undefined],
  ['fcos', '1.2.0', 'storage: {luks: [{name: a}]}', 'device'],
  ['fcos', '1.0.0', 'storage: {raid: [{name: a, level: raid1, devices: []}]}', 'fewer than 1'],
  ['fcos', '1.6.0', 'storage: {luks: [{name: a, device: /dev/a, clevis: {custom: {pin: other}}}]}', 'allowed values'],
  ['fcos', '1.5.0', 'boot_device: {layout: s390x-virt}', 'allowed values'],
  ['fcos', '1.6.0', 'boot_device: {layout: s390x-virt}', undefined],
  ['fcos', '1.0.0', 'storage: {trees: []}', 'additional'],
  ['openshift', '4.14.0', '', 'metadata'],
  ['openshift', '4.14.0', 'metadata: {name: m, labels: {}}', 'role'],
  ['openshift', '4.14.0', metadata, undefined],
  ['openshift', '4.14.0', `${metadata}\nstorage: {directories: [{path: /a}]}`, undefined],
  ['openshift', '4.14.0', `${metadata}\nstorage: {filesystems: [{device: /a, format: btrfs}]}`, 'allowed values'],
  ['openshift', '4.14.0', `${metadata}\npasswd: {users: [{name: root}]}`, 'allowed values'],
  ['r4e', '1.1.0', 'storage: {disks: [{device: /dev/a}]}', 'null'],
  ['r4e', '1.1.0', 'storage: {disks: [~], luks: [], raid: ~}', undefined],
  ['r4e', '1.1.0', 'kernel_arguments: {should_exist: [a]}', 'null'],
  ['r4e', '1.1.0', 'kernel_arguments: {should_exist: []}', undefined],
  ['flatcar', '1.1.0', 'storage: {luks: [{name: a, device: /dev/a, clevis: {tpm2: false}}]}', 'null'],
  ['flatcar', '1.1.0', 'storage: {luks: [{name: a, device: /dev/a, clevis: {tang: []}}]}', undefined],
])('%s %s: %s', (variant, version, yaml, why) => {
  const found = check(variant, version, yaml);
  if (why === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(why);
});

test('only its own variant and version', () => {
  const validate = compile(butaneSchema(resolveSpec('fcos', '1.7.0') ?? fail()));
  expect(faults(validate, { variant: 'fcos', version: '1.7.0' })).toBeUndefined();
  expect(faults(validate, { variant: 'fcos', version: '01.7.0' })).toBeUndefined();
  expect(faults(validate, { variant: 'flatcar', version: '1.7.0' })).toContain('/variant');
  expect(faults(validate, { variant: 'fcos', version: '1.70.0' })).toContain('/version');
  expect(faults(validate, { variant: 'fcos' })).toContain('version');
});

test('Ignition JSON has its own names and types', () => {
  const validate = compile(ignitionSchema(ignition36));
  const ignition = { version: '3.6.0' };
  const disk = { device: '/dev/a', partitions: [{ number: 1, sizeMiB: 5, typeGuid: '' }] };
  expect(faults(validate, { ignition, storage: { disks: [disk] } })).toBeUndefined();
  expect(faults(validate, { storage: {} })).toContain('ignition');
  expect(faults(validate, { ignition: { version: '3.5.0' } })).toContain('/ignition/version');
  expect(faults(validate, { ignition, storage: { trees: [] } })).toContain('additional');
  expect(faults(validate, { ignition, storage: { files: [{ path: '/a', mode: '0644' }] } })).toContain('integer');
  expect(faults(validate, { ignition, storage: { filesystems: [{ device: '/a', mount_options: [] }] } })).toContain(
    'additional',
  );
});

test('examples are those that can be used', () => {
  const text = JSON.stringify(butaneSchema(resolveSpec('fcos', '1.0.0') ?? fail()));
  expect(text).not.toMatch(/"with_mount_unit|ssh_authorized_keys_local/);
  const ignition = JSON.stringify(ignitionSchema(ignition36));
  const foreign = places.filter(
    ({ path, name, field }) =>
      /^ignition|^passwd|^storage|^systemd/.test(path) && (field.sourceOnly || name.includes('_')),
  );
  for (const { name } of foreign) expect(ignition).not.toMatch(new RegExp(`["\`]${name}["\`]`));
});

function fail(): never {
  throw new Error('no such spec');
}
