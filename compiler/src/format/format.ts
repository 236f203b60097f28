// Formats a document, whole or in part. What is written is read again, and the old text is kept unless the new one has the same
// nodes, values and comments: a formatter that could change a config would be worse than none.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { documentRange } from '../edit/source.ts';
import { readDocument } from '../read-document.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import { applyEdits, editBetween, type TextEdit } from '../text/edit.ts';
import type { SourceRange } from '../text/range.ts';
import { findHoles } from '../text/template-holes.ts';
import { commentTexts, tokensOf } from './comments.ts';
import { modeSpellings } from './modes.ts';
import type { Piece, Printed } from './printed.ts';
import { print } from './printer.ts';
import { isSameTree } from './same-tree.ts';

export type FormatResult =
  /** `edits` turn the old text into `text`; none when it is formatted already. */
  | { readonly kind: 'formatted'; readonly text: string; readonly edits: readonly TextEdit[] }
  /** The document has faults of syntax and stays as it is. */
  | { readonly kind: 'broken'; readonly problems: readonly Diagnostic[] }
  /** It stays as it is for another reason, in lower case. */
  | { readonly kind: 'left'; readonly reason: string };

/** Formats a whole document. */
export function formatDocument(document: Document): FormatResult {
  const checked = prepare(document);
  if ('kind' in checked) return checked;
  const { text } = checked;
  return { kind: 'formatted', text, edits: text === document.text ? [] : editsOf(document.text, checked) };
}

/**
 * Formats the smallest block that holds `range` and needs not be moved for that, so that what is around it stays as it is; the
 * whole document when there is none.
 */
export function formatRange(document: Document, range: SourceRange): FormatResult {
  const checked = prepare(document);
  if ('kind' in checked) return checked;
  const { text } = document;
  const all = checked.text === text ? [] : editsOf(text, checked);
  const block = blockAround(document.root, range, checked.unmoved);
  const edits = block ? all.filter((edit) => edit.range.start > block.start && edit.range.end < block.end) : all;
  const result = applyEdits(text, edits);
  if (result === checked.text || isSameDocument(document, result)) return { kind: 'formatted', text: result, edits };
  return { kind: 'formatted', text: checked.text, edits: all };
}

function prepare(document: Document): Printed | Exclude<FormatResult, { kind: 'formatted' }> {
  const { text, root, problems } = document;
  if (problems.length > 0) return { kind: 'broken', problems };
  if (/\r(?!\n)|[\u0085\u2028\u2029]/.test(text)) {
    return { kind: 'left', reason: 'it has line breaks other than LF and CRLF' };
  }
  if (text.startsWith('\ufeff\ufeff')) return { kind: 'left', reason: 'it has two byte order marks; remove one' };
  const holes = findHoles(text);
  const tokens = holes.length > 0 ? tokensOf(root) : [];
  const isBare = ({ start, end }: SourceRange): boolean =>
    !tokens.some((token) => token.start <= start && token.end >= end);
  if (holes.some((hole) => hole.isControl || isBare(hole.range))) {
    return { kind: 'left', reason: 'it looks like a template, whose placeholders would be taken for YAML' };
  }
  if (root.kind === 'missing') return { text, pieces: [], unmoved: new Set() };
  if (isTooDeep(root)) return { kind: 'left', reason: 'it is nested too deeply' };
  const printed = print(document, modeSpellings(document));
  if (printed.text !== text && !isSameDocument(document, printed.text)) {
    return { kind: 'left', reason: 'it could not be formatted without changing what it means; please report it' };
  }
  return printed;
}

/** Deeper than any config, and far from the end of the machine's stack. */
const deepest = 200;

function isTooDeep(root: SyntaxNode): boolean {
  let level: readonly SyntaxNode[] = [root];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap((node) => {
      if (node.kind === 'seq') return node.items;
      return node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, value]) : [];
    });
    if (level.length === 0) return false;
  }
  return true;
}

/** Whether a text has the same nodes, values and comments as a document. */
function isSameDocument(before: Document, text: string): boolean {
  const after = readDocument(text, before.uri);
  if (after.problems.length > 0 || !isSameTree(before.root, after.root)) return false;
  const comments = (document: Document): readonly string[] => commentTexts(document, documentRange(document));
  const [old, now] = [comments(before), comments(after)];
  const rest = (document: Document): string => document.text.slice(documentRange(document).end);
  return old.length === now.length && old.every((each, index) => each === now[index]) && rest(before) === rest(after);
}

/** One edit for each gap and each piece that is different. */
function editsOf(text: string, { text: formatted, pieces }: Printed): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const add = (start: number, end: number, from: number, to: number): void => {
    const edit = editBetween(text.slice(start, end), formatted.slice(from, to));
    if (edit) edits.push({ ...edit, range: { start: start + edit.range.start, end: start + edit.range.end } });
  };
  let at = 0;
  let now = 0;
  for (const piece of [...pieces, endPiece(text, formatted)]) {
    // An anchor that changed places with a comment: the order of the pieces is no longer that of the text.
    if (piece.start < at) {
      const edit = editBetween(text, formatted);
      return edit ? [edit] : [];
    }
    add(at, piece.start, now, piece.newStart);
    add(piece.start, piece.end, piece.newStart, piece.newEnd);
    at = piece.end;
    now = piece.newEnd;
  }
  return edits;
}

function endPiece(text: string, formatted: string): Piece {
  return { start: text.length, end: text.length, newStart: formatted.length, newEnd: formatted.length };
}

function blockAround(root: SyntaxNode, range: SourceRange, unmoved: ReadonlySet<SyntaxNode>): SourceRange | undefined {
  let found: SourceRange | undefined;
  const visit = (node: SyntaxNode, parts: readonly SyntaxNode[]): void => {
    if (node.range.start > range.start || node.range.end < range.end) return;
    if (unmoved.has(node) && node.parent !== undefined)
      found = { start: node.range.start - 1, end: node.range.end + 1 };
    for (const part of parts) visit(part, partsOf(part));
  };
  visit(root, partsOf(root));
  return found;
}

function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'seq') return node.items;
  return node.kind === 'map' ? node.pairs.map(({ value }) => value) : [];
}
