// Folds mappings with free keys: entry by entry.
import type { OutMap, OutText } from '../output/nodes.ts';
import { type FoldContext, type Given, type Place, withLast } from './fold-context.ts';
import { canonical, sameValue } from './same-value.ts';

export function foldMaps(given: readonly Given<OutMap>[], { path }: Place, context: FoldContext): OutMap | undefined {
  if (given.length === 0) return undefined;
  const byKey = new Map<string, Given<OutText>[]>();
  for (const { from, value } of given) {
    for (const [key, text] of value.entries) {
      const known = byKey.get(key);
      if (known) known.push({ from, value: text });
      else byKey.set(key, [{ from, value: text }]);
    }
  }
  const entries = [...byKey].map(([key, texts]): readonly [string, OutText] => {
    const last = withLast(texts);
    if (texts.every(({ value }) => sameValue(value, last.value))) return [key, canonical(texts) as OutText];
    const winner = context.clash({ kind: 'value', path, subject: key, given: texts }).value;
    return [key, winner.kind === 'text' ? winner : last.value];
  });
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...withLast(given).value, entries: new Map(entries) };
}
