// Symbols and tokens of a unit file, for editors.
import type { InnerSymbol, InnerToken } from '../language.ts';
import type { UnitTree } from './tree.ts';
import { kindsWithSpecifiers } from './values/index.ts';
import type { UnitView } from './view.ts';

/** Sections with their keys. */
export function symbolsOf({ sections }: UnitTree): readonly InnerSymbol[] {
  return sections.map(({ name, range, nameRange, assignments }) => ({
    name: `[${name}]`,
    kind: 'section',
    range,
    nameRange,
    children: assignments.map(({ key, keyRange, range: whole }) => {
      return { name: key, kind: 'key', range: whole, nameRange: keyRange, children: [] };
    }),
  }));
}

/** All that is coloured, in source order; specifiers stand inside of values. */
export function tokensOf({ tree, settings }: UnitView): readonly InnerToken[] {
  const tokens: InnerToken[] = tree.comments.map((range) => ({ kind: 'comment', range }));
  for (const { headerRange } of tree.sections) tokens.push({ kind: 'section', range: headerRange });
  for (const { key, keyRange, value } of [
    ...tree.orphans,
    ...tree.sections.flatMap(({ assignments }) => assignments),
  ]) {
    tokens.push({ kind: 'key', range: keyRange });
    const sign = tree.text.indexOf('=', keyRange.start + key.length);
    if (sign >= 0) tokens.push({ kind: 'operator', range: { start: sign, end: sign + 1 } });
    if (value.text !== '') tokens.push({ kind: 'value', range: value.range });
  }
  for (const { assignment, directive } of settings) {
    if (!kindsWithSpecifiers.has(directive.is)) continue;
    for (const { index } of assignment.value.text.matchAll(/%./g)) {
      tokens.push({ kind: 'specifier', range: assignment.value.rangeOf(index, index + 2) });
    }
  }
  return tokens.sort((one, other) => one.range.start - other.range.start || other.range.end - one.range.end);
}
