// What variants refuse: which rules hold where, and that they speak of fields that exist there.
import { expect, test } from 'vitest';
import { type Spec, specs } from '../../spec/resolve.ts';
import { existsAt, places } from './walk.ts';

const rows = specs.map((spec) => ({ name: `${spec.variant} ${spec.version}`, spec }));

test.each(rows)('the rules of $name name fields that it has', ({ spec }) => {
  const paths = new Set(places.filter((place) => existsAt(place, spec.point)).map(({ path }) => path));
  for (const { path } of spec.filters) expect(paths).toContain(path);
});

test.each(rows)('the rules of $name name each field once, with a reason', ({ spec }) => {
  const paths = spec.filters.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const { reason } of spec.filters) expect(reason).toMatch(/[^.]$/);
});

test('fcos refuses nothing', () => {
  for (const spec of specs) if (spec.variant === 'fcos') expect(spec.filters).toEqual([]);
});

const disks = ['disks-unsupported', 'filesystems-unsupported', 'luks-unsupported', 'raid-unsupported'];

test.each(['r4e', 'fiot'])('%s refuses disks and kernel arguments', (variant) => {
  for (const spec of specs) {
    if (spec.variant !== variant) continue;
    expect(codes(spec)).toEqual([...disks, 'kernel-arguments-unsupported'].sort());
  }
});

test.each([
  ['1.0.0', ['clevis-unsupported']],
  ['1.1.0', ['clevis-unsupported']],
  ['1.2.0-experimental', ['cex-unsupported']],
])('flatcar %s refuses %j', (version, expected) => {
  const spec = specs.find((candidate) => candidate.variant === 'flatcar' && candidate.version === version);
  expect(spec && codes(spec)).toEqual(expected);
});

test.each([
  ['kernel-arguments-redirect', ['4.14.0', '4.23.0-experimental']],
  ['file-compression-unsupported', ['4.8.0', '4.9.0']],
  ['directories-unsupported', ['4.8.0', '4.23.0-experimental']],
  ['links-unsupported', ['4.8.0', '4.23.0-experimental']],
  ['groups-unsupported', ['4.8.0', '4.23.0-experimental']],
  ['file-append-unsupported', ['4.8.0', '4.23.0-experimental']],
  ['file-headers-unsupported', ['4.8.0', '4.23.0-experimental']],
])('openshift: %s from %s on to', (code, [first, last]) => {
  const where = specs.filter((spec) => spec.variant === 'openshift' && codes(spec).includes(code));
  expect([where[0]?.version, where.at(-1)?.version]).toEqual([first, last]);
});

test('openshift allows names, keys and, since 4.13.0, passwords of users', () => {
  for (const spec of specs) {
    if (spec.variant !== 'openshift') continue;
    const refused = new Set(spec.filters.map(({ path }) => path));
    const allowed = places
      .filter((place) => /^passwd\.users\[\]\.\w+$/.test(place.path) && existsAt(place, spec.point))
      .filter(({ path }) => !refused.has(path))
      .map(({ name }) => name)
      .filter((name) => name !== 'ssh_authorized_keys_local');
    const minor = Number(spec.version.split('.')[1]);
    expect(allowed).toEqual(
      minor < 13 ? ['name', 'ssh_authorized_keys'] : ['name', 'password_hash', 'ssh_authorized_keys'],
    );
  }
});

function codes(spec: Spec): readonly string[] {
  return spec.filters.map(({ code }) => code).sort();
}
