// The only texts that a field allows, as the spec tree lists them.
import { isOpen, type Point } from '../../../../spec/gate.ts';
import type { Field } from '../../../../spec/model.ts';

/** The texts that `field` allows at `point`; "", which stands for absent, is among them only where it is allowed. */
export function allowedValues(field: Field, point: Point): readonly string[] {
  return (field.values ?? []).filter(({ gate }) => isOpen(gate, point)).map(({ value }) => value);
}
