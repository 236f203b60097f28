// Every field of the superset tree with its path and the gates above it. Support for the tests of the specs.
import { isOpen, type Point } from '../../spec/gate.ts';
import type { Field, Gate, ObjectNode } from '../../spec/model.ts';
import { config } from '../../spec/shapes/config.ts';

export interface Place {
  /** `[]` after a list: `storage.files[].path`. */
  readonly path: string;
  readonly name: string;
  readonly field: Field;
  readonly gates: readonly (Gate | undefined)[];
  /** Whether the field, or one above it, is no part of Ignition JSON. */
  readonly sourceOnly: boolean;
}

function* below(node: ObjectNode, prefix: string, above: Pick<Place, 'gates' | 'sourceOnly'>): Generator<Place> {
  for (const [name, field] of Object.entries(node.fields)) {
    const place: Place = {
      path: prefix + name,
      name,
      field,
      gates: [...above.gates, field.gate],
      sourceOnly: above.sourceOnly || field.sourceOnly === true,
    };
    yield place;
    const isList = field.node.kind === 'list';
    const inner = field.node.kind === 'list' ? field.node.item : field.node;
    if (inner.kind === 'object') yield* below(inner, `${place.path}${isList ? '[]' : ''}.`, place);
  }
}

export const places: readonly Place[] = [...below(config, '', { gates: [], sourceOnly: false })];

export function existsAt(place: Place, point: Point): boolean {
  return place.gates.every((gate) => isOpen(gate, point));
}
