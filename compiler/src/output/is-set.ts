// Whether a value counts as set: the test by which Ignition prints objects, merges them, and variants refuse them.
import { fieldsOf } from '../../../spec/fields.ts';
import { holds, type Point } from '../../../spec/gate.ts';
import type { Field, ObjectNode } from '../../../spec/model.ts';
import type { OutNode, OutObject } from './nodes.ts';

/** Whether any of Ignition's members of an object is set. A nullable member counts when it is there, even if empty. */
export function isSet(object: OutObject, spec: ObjectNode, point: Point): boolean {
  for (const [name, field] of fieldsOf(spec, point, 'output')) {
    const value = object.fields[name];
    if (value !== undefined && isMemberSet(value, field, point)) return true;
  }
  return false;
}

/** The same for one member of an object. */
export function isMemberSet(value: OutNode, field: Field, point: Point): boolean {
  if (holds(field.nullable, point)) return true;
  switch (value.kind) {
    case 'object':
      return field.node.kind === 'object' && isSet(value, field.node, point);
    case 'list':
      return value.items.length > 0;
    case 'map':
      return value.entries.size > 0;
    case 'text':
      return value.value !== '';
    case 'int':
      return value.value !== 0;
    case 'bool':
      return value.value;
  }
}
