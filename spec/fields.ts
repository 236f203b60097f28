// Which fields a node has at a point, by name: what decoding, completion, printing and merging ask over and over again.
import { isOpen, type Point } from './gate.ts';
import type { Field, ObjectNode } from './model.ts';

/** `source`: what a Butane config can hold. `output`: what Ignition JSON can hold. */
export type Side = 'source' | 'output';

interface Tables {
  readonly source: ReadonlyMap<string, Field>;
  readonly output: ReadonlyMap<string, Field>;
  readonly sourceNames: ReadonlyMap<string, string>;
}

/** Keyed by nodes and points, which are immutable: the points of specs are made once. */
const memo = new WeakMap<ObjectNode, WeakMap<Point, Tables>>();

/**
 * The fields of `node` that exist at `point` on one side, by their snake_case name, in the order of the shapes (which is
 * that of Ignition JSON).
 */
export function fieldsOf(node: ObjectNode, point: Point, side: Side): ReadonlyMap<string, Field> {
  return tablesOf(node, point)[side];
}

/** From the names in Ignition JSON to the snake_case names: `mountOptions` is `mount_options`. */
export function sourceNames(node: ObjectNode, point: Point): ReadonlyMap<string, string> {
  return tablesOf(node, point).sourceNames;
}

/** The name in Ignition JSON of the field of this name. */
export function outName(name: string, field: Field): string {
  return field.out ?? camelCase(name);
}

function tablesOf(node: ObjectNode, point: Point): Tables {
  let byPoint = memo.get(node);
  if (byPoint === undefined) {
    byPoint = new WeakMap();
    memo.set(node, byPoint);
  }
  let tables = byPoint.get(point);
  if (tables === undefined) {
    tables = makeTables(node, point);
    byPoint.set(point, tables);
  }
  return tables;
}

function makeTables(node: ObjectNode, point: Point): Tables {
  const open = Object.entries(node.fields).filter(([, field]) => isOpen(field.gate, point));
  const output = open.filter(([, field]) => !field.sourceOnly);
  return {
    source: new Map(open.filter(([, field]) => !field.outputOnly)),
    output: new Map(output),
    sourceNames: new Map(output.map(([name, field]) => [outName(name, field), name])),
  };
}

const camelCased = new Map<string, string>();

export function camelCase(name: string): string {
  let result = camelCased.get(name);
  if (result === undefined) {
    result = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelCased.set(name, result);
  }
  return result;
}
