// The digest functions of `verification.hash`.
import { since } from '../../../../spec/dsl.ts';
import { isOpen, type Point } from '../../../../spec/gate.ts';
import type { Gate } from '../../../../spec/model.ts';

export interface Digest {
  readonly name: string;
  /** Hexadecimal digits of its value. */
  readonly digits: number;
  readonly gate?: Gate;
}

const digests: readonly Digest[] = [
  { name: 'sha512', digits: 128 },
  { name: 'sha256', digits: 64, gate: since('3.1.0') },
];

export function digestsAt(point: Point): readonly Digest[] {
  return digests.filter(({ gate }) => isOpen(gate, point));
}

/** Function and value of a hash; undefined when there is no dash between them. */
export function splitHash(hash: string): { readonly name: string; readonly value: string } | undefined {
  const dash = hash.indexOf('-');
  return dash < 0 ? undefined : { name: hash.slice(0, dash), value: hash.slice(dash + 1) };
}
