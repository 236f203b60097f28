// From the tree of values to what is printed: Ignition's names and order, and its rules of what is printed at all. Sugar
// members have no place there and vanish.
import { fieldsOf, outName } from '../../../spec/fields.ts';
import { holds, isOpen, type Point } from '../../../spec/gate.ts';
import type { Field, ObjectNode } from '../../../spec/model.ts';
import { isMemberSet } from './is-set.ts';
import type { OutNode, OutObject } from './nodes.ts';
import type { PrintMember, PrintNode, PrintObject } from './print-node.ts';

/** The printed form of an object; the root and items of lists are printed even when nothing is set in them. */
export function printable(object: OutObject, spec: ObjectNode, point: Point): PrintObject {
  const members: PrintMember[] = [];
  for (const [name, field] of fieldsOf(spec, point, 'output')) {
    const value = member(object.fields[name], field, point);
    if (value !== undefined) members.push({ key: outName(name, field), value });
  }
  return { kind: 'object', members, origin: object.origin };
}

function member(value: OutNode | undefined, field: Field, point: Point): PrintNode | undefined {
  const { node } = field;
  switch (node.kind) {
    case 'object': {
      if (value?.kind !== 'object' || !isMemberSet(value, field, point)) return undefined;
      return printable(value, node, point);
    }
    case 'list':
      if (value?.kind === 'list' && value.items.length > 0) {
        const items = value.items.map((item) =>
          printItem(item, node.item.kind === 'object' ? node.item : undefined, point),
        );
        return { kind: 'list', items, origin: value.origin };
      }
      return printedAsNull(field, point);
    case 'map':
      return undefined;
    default:
      return scalarMember(value, field, point);
  }
}

function scalarMember(value: OutNode | undefined, field: Field, point: Point): PrintNode | undefined {
  const { node } = field;
  if (value === undefined) {
    if (holds(field.nullable, point)) return printedAsNull(field, point);
    if (field.omitZero) return undefined;
    return { kind: 'scalar', value: node.kind === 'string' ? '' : node.kind === 'int' ? 0 : false };
  }
  if (field.omitZero && (value.kind === 'text' || value.kind === 'int') && !value.value) return undefined;
  return printItem(value, undefined, point);
}

function printedAsNull(field: Field, point: Point): PrintNode | undefined {
  return field.printedAsNull && isOpen(field.printedAsNull, point) ? { kind: 'scalar', value: null } : undefined;
}

function printItem(value: OutNode, spec: ObjectNode | undefined, point: Point): PrintNode {
  switch (value.kind) {
    case 'object':
      return spec ? printable(value, spec, point) : { kind: 'object', members: [], origin: value.origin };
    case 'text':
      return {
        kind: 'scalar',
        value: value.value,
        ...(value.bytes ? { bytes: value.bytes } : {}),
        origin: value.origin,
      };
    case 'int':
    case 'bool':
      return { kind: 'scalar', value: value.value, origin: value.origin };
    default:
      return { kind: 'list', items: [], origin: value.origin };
  }
}
