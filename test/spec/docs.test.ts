// Reference pages: every field of a variant stands in its page, with the version that brought it.
import { expect, test } from 'vitest';
import { referencePage } from '../../spec/derive/docs.ts';
import { specsOf } from '../../spec/resolve.ts';
import { existsAt, places } from './walk.ts';

const variants = ['fcos', 'flatcar', 'openshift', 'r4e', 'fiot'] as const;

test.each(variants)('the page of %s has its fields and versions', (variant) => {
  const page = referencePage(variant);
  const specs = specsOf(variant);
  for (const spec of specs) expect(page).toContain(`| ${spec.version} | ${spec.ignition.version} |`);
  const inPage = new Set(fieldPaths(page));
  for (const place of places) {
    const exists = !place.field.outputOnly && specs.some((spec) => existsAt(place, spec.point));
    expect(inPage.has(place.path), place.path).toBe(exists);
  }
});

test.each(variants)('the tables of %s are whole', (variant) => {
  let width: number | undefined;
  for (const line of referencePage(variant).split('\n')) {
    const cells = line.startsWith('|') ? line.split(/(?<!\\)\|/).length : undefined;
    if (width !== undefined && cells !== undefined) expect(cells).toBe(width);
    width = cells;
  }
});

test('rows tell when, what and what not', () => {
  const page = referencePage('openshift');
  expect(page).toContain('| `discard` | true or false | 4.14.0 |');
  expect(page).toMatch(/\| `contents\.compression` .*\*\*Refused up to 4\.9\.0:\*\*/);
  expect(page).toMatch(/\| `layout` .*`s390x-eckd` \(since 4\.19\.0\)/);
  expect(referencePage('fcos')).toMatch(/\| `target` .*Required since 1\.4\.0 unless sugar supplies it\./);
  expect(referencePage('fcos')).not.toContain('Refused');
});

/** The full paths of the rows: those of a section's table are relative to its heading. */
function* fieldPaths(page: string): Generator<string> {
  let section = '';
  for (const line of page.split('\n')) {
    const heading = /^##+ `(.*)`$/.exec(line)?.[1];
    if (heading !== undefined) section = `${heading}.`;
    const name = /^\| `(.*?)` \|/.exec(line)?.[1];
    if (name !== undefined) yield section + name;
  }
}
