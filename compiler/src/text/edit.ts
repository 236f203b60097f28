// Edits of a text: what formatting, fixes and upgrades hand to the command line and to editors. Ranges and replacement texts
// only; knows no YAML and never reads what it replaces.
import type { SourceRange } from './range.ts';

/** Puts `text` in the place of `range` of the text as it was. An empty range inserts. */
export interface TextEdit {
  readonly range: SourceRange;
  readonly text: string;
}

export function insertion(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}

export function deletion(start: number, end: number): TextEdit {
  return { range: { start, end }, text: '' };
}

/** Whether two edits get in each other's way. Two insertions at one place do: which comes first would be chance. */
export function editsOverlap(one: TextEdit, other: TextEdit): boolean {
  const [a, b] = [one.range, other.range];
  if (a.start === b.start) return true;
  return a.start < b.start ? b.start < a.end : a.start < b.end;
}

/** In the order of their places. Edits at one place keep their order. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/**
 * The text after all edits. Insertions at one place come in the order given. Of two edits of the same text the second is left
 * out, so that nonsense is written into nobody's file; who makes edits looks with `editsOverlap` before.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: replacement } of sortEdits(edits)) {
    if (range.start < at || range.end > text.length) continue;
    result += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  return result + text.slice(at);
}

/**
 * Where a range of the text after `edits` was before them. What they have put in was nowhere: it is at the place where that was
 * put in.
 */
export function rangeBefore({ start, end }: SourceRange, edits: readonly TextEdit[]): SourceRange {
  return { start: offsetBefore(start, edits), end: offsetBefore(end, edits) };
}

function offsetBefore(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { range, text } of sortEdits(edits)) {
    const start = range.start + shift;
    if (offset < start) break;
    if (offset < start + text.length) return range.start;
    shift += text.length - (range.end - range.start);
  }
  return offset - shift;
}

/** The one edit between two texts: what is left when the same beginning and the same end are taken away. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { range: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}
