// From bindings to the tree of values. What could not be read is left out: a diagnostic has said so already.
import type { Point } from '../../spec/gate.ts';
import { holds } from '../../spec/gate.ts';
import type { Field, ObjectNode } from '../../spec/model.ts';
import type { Binding } from './binding.ts';
import type { Out, OutList, OutMap, OutNode, OutObject, OutText } from './output/nodes.ts';

/**
 * The value of an object binding. Absent members are those that are not written, and null ones where null differs from the
 * zero value; a null that does not differ gives "", 0, false or an empty object. The spec says of what type that is, no more.
 */
export function decode<N extends ObjectNode>(binding: Binding, _spec: N, point: Point): Out<N> {
  // The shape of the result follows the spec by construction, which the type system cannot see through `Map`s of fields.
  return decodeObject(binding, point) as unknown as Out<N>;
}

function decodeObject(binding: Binding, point: Point): OutObject {
  const fields: Record<string, OutNode | undefined> = {};
  for (const [name, member] of binding.members ?? []) {
    const value = member.field && decodeField(member, member.field, point);
    if (value !== undefined) fields[name] = value;
  }
  return { kind: 'object', fields, origin: binding };
}

function decodeField(binding: Binding, field: Field, point: Point): OutNode | undefined {
  if (binding.status === 'null' && holds(field.nullable, point)) return undefined;
  return decodeValue(binding, point);
}

/** The value of a binding; undefined for one that is of the wrong kind. */
function decodeValue(binding: Binding, point: Point): OutNode | undefined {
  if (binding.status === 'wrong-kind') return undefined;
  const { spec } = binding;
  switch (spec.kind) {
    case 'object':
      return decodeObject(binding, point);
    case 'list':
      return decodeList(binding, point);
    case 'map':
      return decodeMap(binding);
    case 'string':
      return binding.scalar?.kind === 'text' ? { ...binding.scalar, origin: binding } : zeroText(binding);
    case 'int':
      return binding.scalar?.kind === 'int'
        ? { ...binding.scalar, origin: binding }
        : { kind: 'int', value: 0, origin: binding };
    case 'bool':
      return binding.scalar?.kind === 'bool'
        ? { ...binding.scalar, origin: binding }
        : { kind: 'bool', value: false, origin: binding };
  }
}

/** Null items of a list vanish before anything else sees the list. */
function decodeList(binding: Binding, point: Point): OutList {
  const items: OutNode[] = [];
  for (const item of binding.items ?? []) {
    if (item.status !== 'ok') continue;
    const value = decodeValue(item, point);
    if (value !== undefined) items.push(value);
  }
  return { kind: 'list', items, origin: binding };
}

function decodeMap(binding: Binding): OutMap {
  const entries = new Map<string, OutText>();
  for (const [name, entry] of binding.members ?? []) {
    if (entry.status === 'wrong-kind') continue;
    entries.set(name, entry.scalar?.kind === 'text' ? { ...entry.scalar, origin: entry } : zeroText(entry));
  }
  return { kind: 'map', entries, origin: binding };
}

function zeroText(binding: Binding): OutText {
  return { kind: 'text', value: '', origin: binding };
}
