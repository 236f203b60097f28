// The superset tree as a whole: complete, documented, and consistent with itself.
import { expect, test } from 'vitest';
import type { Example, Field, SpecNode } from '../../spec/model.ts';
import { ignitionSpecs } from '../../spec/resolve.ts';
import { existsAt, places } from './walk.ts';

const sourcePlaces = places.filter(({ field }) => !field.outputOnly);

test('240 fields can be written, each at one place', () => {
  expect(new Set(sourcePlaces.map(({ path }) => path)).size).toBe(240);
  expect(sourcePlaces).toHaveLength(240);
});

test('176 fields can be printed in the newest Ignition version', () => {
  const newest = ignitionSpecs.at(-1)?.point ?? {};
  expect(places.filter((place) => !place.sourceOnly && existsAt(place, newest))).toHaveLength(176);
});

test.each(places)('$path is documented', ({ field }) => {
  expect(field.doc).toMatch(/^(?:[^a-z]|systemd).*[.]$/s);
  expect(field.doc.match(/`/g)?.length ?? 0).toSatisfy((marks: number) => marks % 2 === 0);
  expect(field.example).toBeDefined();
  for (const text of [field.note, field.sourceNote, field.default]) expect(text ?? 'Absent.').toMatch(/[.]$/);
  expect(field.form ?? 'no full stop').not.toMatch(/[.]$/);
});

test.each(places)('the example of $path is a value of the field', ({ field }) => {
  expect(misfit(field.example, field.node, field)).toBeUndefined();
});

/** What is wrong with an example; undefined for a good one. */
function misfit(example: Example, node: SpecNode, field: Field): string | undefined {
  switch (node.kind) {
    case 'string':
      return typeof example === 'string' ? misfitText(example, field) : 'not a text';
    case 'int':
      if (field.role === 'mode') return /^0[0-7]+$/.test(String(example)) ? undefined : 'not octal';
      return Number.isInteger(example) ? undefined : 'not an integer';
    case 'bool':
      return typeof example === 'boolean' ? undefined : 'not a boolean';
    case 'list':
      if (!Array.isArray(example) || example.length === 0) return 'not a list with items';
      return example.map((item: Example) => misfit(item, node.item, field)).find((fault) => fault !== undefined);
    case 'map':
      return typeof example === 'object' ? undefined : 'not a mapping';
    case 'object':
      return Object.entries(example)
        .map(([name, value]) => {
          const member = node.fields[name];
          return member === undefined ? `no field ${name}` : misfit(value as Example, member.node, member);
        })
        .find((fault) => fault !== undefined);
  }
}

function misfitText(example: string, field: Field): string | undefined {
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(example)) return 'does not match the pattern';
  if (field.suffixes?.some((suffix) => example.endsWith(suffix)) === false) return 'has none of the suffixes';
  if (field.values?.some(({ value }) => value === example) === false && !field.valuesOpen) return 'is not allowed';
  return undefined;
}

test('lists that share a key space have the same key', () => {
  const keys = new Map<string, Set<string>>();
  for (const { field } of places) {
    if (field.node.kind !== 'list' || field.node.merge.by !== 'key' || !field.node.merge.group) continue;
    const { group, key } = field.node.merge;
    keys.set(group, (keys.get(group) ?? new Set()).add(JSON.stringify(key)));
  }
  expect(Object.fromEntries([...keys].map(([group, set]) => [group, [...set]]))).toEqual({
    kernel_arguments: ['"value"'],
    nodes: ['{"field":"path"}'],
  });
});

test('keys of lists are members of their items', () => {
  for (const { path, field } of places) {
    if (field.node.kind !== 'list' || field.node.merge.by !== 'key') continue;
    const { item, merge } = field.node;
    if (typeof merge.key === 'object') {
      expect(item.kind === 'object' && Object.keys(item.fields), path).toContain(merge.key.field);
    } else {
      expect(item.kind, path).toBe(merge.key === 'value' ? 'string' : 'object');
    }
  }
});
