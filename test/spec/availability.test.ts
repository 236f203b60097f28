// Where every field exists. The table is written by hand, so to say: from runs of the reference, not from the gates.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareVersions } from '../../spec/gate.ts';
import { type Spec, specs } from '../../spec/resolve.ts';
import { existsAt, places } from './walk.ts';

/** `fcos 1.1.0, flatcar`: from a version of the variant on, in all of its versions; nowhere in the others. */
const table: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('availability.json', import.meta.url), 'utf8'),
);

function includes(where: string, spec: Spec): boolean {
  return where.split(', ').some((part) => {
    const [variant, since] = part.split(' ');
    return variant === spec.variant && (since === undefined || compareVersions(spec.version, since) >= 0);
  });
}

const expected = new Map(
  Object.entries(table).flatMap(([where, paths]) => paths.map((path) => [path, where] as const)),
);

test('the table names every field', () => {
  const written = places.filter(({ field }) => !field.outputOnly).map(({ path }) => path);
  expect([...expected.keys()].sort()).toEqual(written.sort());
});

test.each(specs.map((spec) => ({ name: `${spec.variant} ${spec.version}`, spec })))('fields of $name', ({ spec }) => {
  const actual = places.filter((place) => !place.field.outputOnly && existsAt(place, spec.point));
  const wanted = [...expected].filter(([, where]) => includes(where, spec)).map(([path]) => path);
  expect(actual.map(({ path }) => path).sort()).toEqual(wanted.sort());
});
