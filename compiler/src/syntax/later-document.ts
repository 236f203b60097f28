// What comes behind the first document: whether there is anything, and how far the reference happens to look into it.
import type { SourceRange } from '../text/range.ts';
import { hash, isBlank, isBreak } from './characters.ts';
import { Cursor } from './cursor.ts';
import { FaultList } from './fault.ts';
import type { Token } from './token.ts';

/** The reference reads its input in pieces of so many bytes, and refuses a piece for any bad character in it. */
const piece = 512;

/** The place of the first thing behind the document that ends at `next`; undefined when only blanks and comments follow. */
export function findLaterDocument(text: string, next: Token): SourceRange | undefined {
  if (next.kind === 'text-end') return undefined;
  // A text that goes on without a mark is not read either.
  if (next.kind !== 'document-end' && next.kind !== 'document-start') return { start: next.start, end: next.end };
  const found = firstContent(text, next.end);
  if (found === undefined) return undefined;
  return next.kind === 'document-start' ? { start: next.start, end: next.end } : { start: found, end: found + 1 };
}

/** The offset of the first character that is neither blank nor comment nor a document mark. */
function firstContent(text: string, from: number): number | undefined {
  const cursor = new Cursor(text, new FaultList(text), new Map());
  cursor.pos = from;
  while (cursor.pos < cursor.length) {
    const unit = cursor.peek();
    if (isBreak(unit)) cursor.skipBreak();
    else if (isBlank(unit)) cursor.pos++;
    else if (unit === hash) cursor.skipLineText();
    else if (cursor.isAtDocumentMark()) cursor.pos += 3;
    else return cursor.pos;
  }
  return undefined;
}

/** How far the reference reads when it is done with the document before `next` and has scanned up to `position`. */
export function readEnd(text: string, next: Token, position: number): number {
  if (next.kind === 'text-end') return text.length;
  // Whole pieces of UTF-8; a few characters of look-ahead belong to what was scanned.
  const wanted = position + 4;
  let bytes = 0;
  let at = 0;
  let pieceEnd = piece;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
    if (bytes > pieceEnd) {
      if (at >= wanted) return at;
      pieceEnd += piece;
    }
  }
  return text.length;
}
