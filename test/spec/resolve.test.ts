// From variant and version to a spec.
import { expect, test } from 'vitest';
import { ignitionSpecs, ignitionVersion, newestStable, removedSpec, resolveSpec, specs } from '../../spec/resolve.ts';

const ignitionOf: readonly (readonly [variant: string, ignition: string, versions: readonly string[]])[] = [
  ['fcos', '3.0.0', ['1.0.0']],
  ['fcos', '3.1.0', ['1.1.0']],
  ['fcos', '3.2.0', ['1.2.0', '1.3.0']],
  ['fcos', '3.3.0', ['1.4.0']],
  ['fcos', '3.4.0', ['1.5.0']],
  ['fcos', '3.5.0', ['1.6.0']],
  ['fcos', '3.6.0', ['1.7.0']],
  ['fcos', '3.7.0-experimental', ['1.8.0-experimental']],
  ['flatcar', '3.3.0', ['1.0.0']],
  ['flatcar', '3.4.0', ['1.1.0']],
  ['flatcar', '3.7.0-experimental', ['1.2.0-experimental']],
  ['openshift', '3.2.0', ['4.8.0', '4.9.0', '4.10.0', '4.11.0', '4.12.0', '4.13.0']],
  ['openshift', '3.4.0', ['4.14.0', '4.15.0', '4.16.0', '4.17.0', '4.18.0']],
  ['openshift', '3.5.0', ['4.19.0', '4.20.0', '4.21.0', '4.22.0']],
  ['openshift', '3.7.0-experimental', ['4.23.0-experimental']],
  ['r4e', '3.3.0', ['1.0.0']],
  ['r4e', '3.4.0', ['1.1.0']],
  ['r4e', '3.7.0-experimental', ['1.2.0-experimental']],
  ['fiot', '3.4.0', ['1.0.0']],
  ['fiot', '3.7.0-experimental', ['1.1.0-experimental']],
];

const rows = ignitionOf.flatMap(([variant, ignition, versions]) =>
  versions.map((version) => ({ variant, version, ignition })),
);

test('there are 33 specs', () => {
  expect(rows).toHaveLength(33);
  expect(specs).toHaveLength(33);
});

test.each(rows)('$variant $version writes Ignition $ignition', ({ variant, version, ignition }) => {
  const spec = resolveSpec(variant, version);
  expect(spec).toMatchObject({ variant, version, ignition: { version: ignition } });
  expect(spec?.point.base).toBe(ignition);
  expect(spec?.point[spec.variant]).toBe(version);
  expect(spec?.experimental).toBe(version.endsWith('-experimental'));
  expect(spec?.wrapper).toBe(variant === 'openshift' ? 'machine-config' : undefined);
});

test('the layer of boot_device and grub in openshift', () => {
  const layers = specs.filter(({ variant }) => variant === 'openshift').map(({ point }) => point.fcos);
  expect(new Set(layers)).toEqual(new Set(['1.3.0', '1.5.0', '1.6.0', '1.8.0-experimental']));
});

test('a spec is made once', () => {
  expect(resolveSpec('fcos', '1.7.0')).toBe(resolveSpec('fcos', '01.07.0'));
});

test.each([
  ['fcos', '01.5.0', true],
  ['fcos', '1.05.0', true],
  ['fcos', '1.8.0', false],
  ['fcos', '1.8.0-experimental', true],
  ['fcos', '1.7.0-experimental', false],
  ['fcos', '1.7.0+x', false],
  ['fcos', '1.7', false],
  ['FCOS', '1.7.0', false],
  ['rhcos', '0.1.0', false],
])('%s %s is known: %s', (variant, version, known) => {
  expect(resolveSpec(variant, version) !== undefined).toBe(known);
});

test('the removed spec', () => {
  expect(removedSpec('rhcos', '0.1.0')).toMatchObject({ successor: 'openshift', code: 'rhcos-removed' });
  expect(removedSpec('rhcos', '0.2.0')).toBeUndefined();
});

test('the newest stable versions', () => {
  const newest = (['fcos', 'flatcar', 'openshift', 'r4e', 'fiot'] as const).map((v) => newestStable(v)?.version);
  expect(newest).toEqual(['1.7.0', '1.1.0', '4.22.0', '1.1.0', '1.0.0']);
});

test('Ignition versions', () => {
  expect(ignitionSpecs.map(({ version }) => version)).toEqual([
    '3.0.0',
    '3.1.0',
    '3.2.0',
    '3.3.0',
    '3.4.0',
    '3.5.0',
    '3.6.0',
    '3.7.0-experimental',
  ]);
  expect(ignitionVersion('3.06.0')).toMatchObject({ version: '3.6.0', point: { base: '3.6.0' }, experimental: false });
  expect(ignitionVersion('3.7.0')).toBeUndefined();
  expect(ignitionVersion('2.3.0')).toBeUndefined();
});
