// Formats a unit file: no blanks around `=` and at the ends of lines, one empty line between sections, none at the ends of the
// text. Never touches what is inside a value or a comment, nor the order of anything.
import type { InnerEdit } from '../language.ts';
import type { UnitTree } from './tree.ts';

export function formatUnit(tree: UnitTree): readonly InnerEdit[] {
  const { text, sections, orphans } = tree;
  const edits: InnerEdit[] = [];
  const put = (start: number, end: number, wanted: string): void => {
    if (text.slice(start, end) !== wanted) edits.push({ range: { start, end }, text: wanted });
  };
  for (const { keyRange, value } of [...orphans, ...sections.flatMap(({ assignments }) => assignments)]) {
    put(lineStart(text, keyRange.start), keyRange.start, '');
    if (value.text !== '') put(keyRange.end, value.range.start, '=');
    else put(keyRange.end, text.indexOf('=', keyRange.end) + 1, '=');
    put(value.range.end, lineEnd(text, value.range.end), '');
  }
  for (const [index, { headerRange }] of sections.entries()) {
    const start = lineStart(text, headerRange.start);
    put(start, headerRange.start, '');
    put(headerRange.end, lineEnd(text, headerRange.end), '');
    // A comment right above a header belongs to it.
    const isFirst = index === 0 && text.slice(0, start).trim() === '';
    const before = text.slice(0, start).match(/(?:\r?\n[ \t]*)*$/)?.[0] ?? '';
    const above = text.slice(0, start - before.length);
    if (isFirst || /(?:^|\n)[ \t]*[#;][^\n]*$/.test(above)) continue;
    put(start - before.length, start, '\n\n');
  }
  return edits.sort((one, other) => one.range.start - other.range.start);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line, without its break; what follows a value there can only be blanks. */
function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && (text[end] === ' ' || text[end] === '\t')) end++;
  return end < text.length && text[end] !== '\n' && text[end] !== '\r' ? offset : end;
}
