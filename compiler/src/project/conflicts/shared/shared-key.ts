// The most common form of a conflict: two entries that are different things have something in common that only one of them
// can have, such as a number or a label.
import type { Given } from '../../../merge/fold-context.ts';
import type { OutNode } from '../../../output/nodes.ts';
import { areSeveral, byKey, type ConflictContext } from './conflict.ts';

export interface SharedKey<V extends OutNode> {
  /** What only one may have; undefined when the entry has none. */
  readonly key: (value: V) => string | undefined;
  /** What the entry is: entries of one identity are the same thing, given twice. */
  readonly identity: (value: V) => string;
  /** Where in the entry the key stands; the entry itself when absent. */
  readonly at?: (value: V) => OutNode | undefined;
  readonly message: (key: string, identities: readonly string[]) => string;
}

/** Reports each key that entries of different identities have in different fragments. */
export function reportSharedKeys<V extends OutNode>(
  given: readonly Given<V>[],
  rule: SharedKey<V>,
  context: ConflictContext,
): void {
  for (const [key, entries] of byKey(given, ({ value }) => rule.key(value))) {
    if (entries.length < 2 || !areSeveral(entries)) continue;
    const identities = [...new Set(entries.map(({ value }) => rule.identity(value)))];
    if (identities.length < 2) continue;
    const placed = entries.map(({ from, value }): Given => ({ from, value: rule.at?.(value) ?? value }));
    context.report({ given: placed, message: rule.message(key, identities) });
  }
}

/** `` `a` and `b` ``. */
export function quotedList(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(' and ');
}
