// Writes a document anew from its tree: two columns a level, one blank where blanks are, comments where they were. Knows no
// specs; whether what it wrote still means the same is for its caller to ask.
import {
  afterColon,
  bareStart,
  columnOf,
  contentEnd,
  dashOf,
  documentRange,
  isFirstOnLine,
  lineBreakOf,
  lineEnd,
  lineStart,
  type Source,
} from '../edit/source.ts';
import type { MapNode, Pair, ScalarNode, SeqNode, SyntaxNode } from '../syntax/nodes.ts';
import { type Comment, commentsOf, hasOther } from './comments.ts';
import { GrowingText } from './growing-text.ts';
import type { Piece, Place, Printed, Spellings } from './printed.ts';
import { formatScalar } from './scalar.ts';

export function print(source: Source, spellings: Spellings): Printed {
  return new Printer(source, spellings).document();
}

class Printer {
  readonly #text: string;
  readonly #source: Source;
  readonly #spellings: Spellings;
  readonly #comments: readonly Comment[];
  readonly #lineBreak: string;
  readonly #pieces: Piece[] = [];
  readonly #unmoved = new Set<SyntaxNode>();
  readonly #out = new GrowingText();
  #next = 0;
  /** A comment ends the line: what follows goes on a new one. */
  #isAfterComment = false;
  /** Blank lines have been written that count: no further ones may come. */
  #isAfterKept = false;

  constructor(source: Source, spellings: Spellings) {
    this.#source = source;
    this.#text = source.text;
    this.#spellings = spellings;
    this.#comments = commentsOf(source, documentRange(source));
    this.#lineBreak = lineBreakOf(source.text);
  }

  document(): Printed {
    const { root } = this.#source;
    const { start, end } = documentRange(this.#source);
    this.#out.add(this.#text.slice(0, start));
    // Behind `---`; a byte order mark alone, which is left out too, is one unit.
    const hasMark = start > 1;
    if (hasMark) this.#trailing(Math.min(lineEnd(this.#text, start), root.range.start + 1));
    const isBlock = (root.kind === 'map' || root.kind === 'seq') && root.style === 'block';
    const isBeside = hasMark && !isBlock && lineEnd(this.#text, start) > root.range.start;
    if (isBeside) this.#out.add(root.kind === 'missing' && !root.anchor && !root.tag ? '' : ' ');
    else this.#lead(bareStart(this.#text, root), 0, !hasMark);
    this.#node(root, { column: isBlock ? -2 : -1, inner: 0, base: 0, inFlow: false }, isBeside ? 'beside' : 'line');
    this.#trailing(end);
    this.#own(end, 0);
    const rest = this.#text.slice(end);
    const isEmpty = this.#out.length === start && rest === '';
    if (!isEmpty) this.#out.add(this.#lineBreak);
    return { text: `${this.#out}${rest}`, pieces: this.#pieces, unmoved: this.#unmoved };
  }

  /** Comments before `offset` on lines of their own, and the line for what begins at `offset`. */
  #lead(offset: number, column: number, isTop: boolean): void {
    let isFirst = isTop;
    for (let comment = this.#peek(offset); comment; comment = this.#peek(offset)) {
      this.#line(comment.range.start, column, isFirst);
      this.#comment(comment);
      isFirst = false;
    }
    this.#line(offset, column, isFirst);
  }

  /** Begins a line for what stands at `offset` in the old text; a blank line before that stays. */
  #line(offset: number, column: number, isFirst: boolean, wantsBlank = false): void {
    if (!this.#out.isBlank) {
      const hasBlank = wantsBlank || (!isFirst && this.#hasBlankBefore(offset));
      this.#out.add(hasBlank && !this.#isAfterKept ? this.#lineBreak + this.#lineBreak : this.#lineBreak);
    }
    this.#out.add(' '.repeat(column));
    this.#isAfterComment = false;
    this.#isAfterKept = false;
  }

  #hasBlankBefore(offset: number): boolean {
    if (!isFirstOnLine(this.#text, offset)) return false;
    const start = lineStart(this.#text, offset);
    if (start === 0) return false;
    const end = start - (this.#text.endsWith('\r\n', start) ? 2 : 1);
    return this.#text.slice(lineStart(this.#text, end), end).trim() === '';
  }

  #peek(limit: number): Comment | undefined {
    const comment = this.#comments[this.#next];
    return comment && comment.range.start < limit ? comment : undefined;
  }

  #comment(comment: Comment): void {
    this.#write(comment.text, comment.range.start, comment.range.end);
    this.#next++;
    this.#isAfterComment = true;
  }

  #write(text: string, start: number, end: number): void {
    this.#pieces.push({ start, end, newStart: this.#out.length, newEnd: this.#out.length + text.length });
    this.#out.add(text);
  }

  /** Comments before `limit` that stand behind something on its line. */
  #trailing(limit: number): void {
    for (let comment = this.#peek(limit); comment && !comment.isAlone; comment = this.#peek(limit)) {
      if (this.#isAfterComment) return;
      this.#out.add(this.#out.length === 0 ? '' : ' ');
      this.#comment(comment);
    }
  }

  /** Comments before `limit` on lines of their own, in `column`. */
  #own(limit: number, column: number): void {
    for (let comment = this.#peek(limit); comment; comment = this.#peek(limit)) {
      this.#line(comment.range.start, column, false);
      this.#comment(comment);
    }
  }

  /** `at`: whether the node stands behind something on the line (a colon, a dash), or begins a line. */
  #node(node: SyntaxNode, place: Place, at: 'beside' | 'dash' | 'line'): void {
    const isBlock = (node.kind === 'map' || node.kind === 'seq') && node.style === 'block';
    const start = bareStart(this.#text, node);
    const hasProperties = node.anchor !== undefined || node.tag !== undefined;
    if (!isBlock) {
      if (at !== 'line' && this.#peek(start) !== undefined && node.kind !== 'missing') {
        this.#trailing(start);
        this.#lead(start, place.column + 2, true);
      } else if (at === 'beside' && (node.kind !== 'missing' || hasProperties) && !this.#out.endsWithSpace) {
        this.#out.add(' ');
      }
      this.#properties(node);
      if (hasProperties && node.kind !== 'missing') this.#out.add(' ');
      this.#inline(node, place);
      return;
    }
    if (hasProperties) {
      if (at === 'beside') this.#out.add(' ');
      this.#properties(node);
    }
    // The first key may stand behind a dash; behind everything else a block begins on a line of its own.
    const canStay = (at === 'dash' || at === 'line') && !hasProperties && this.#peek(start) === undefined;
    if (!canStay) {
      if (this.#out.endsWithSpace) this.#out.trimEnd();
      this.#trailing(start);
      this.#lead(start, place.inner, true);
    }
    if (columnOf(this.#text, start) === this.#out.column) this.#unmoved.add(node);
    if (node.kind === 'map') this.#blockMap(node, place.inner);
    else this.#blockSeq(node, place.inner);
  }

  #properties(node: SyntaxNode): void {
    const written = [node.anchor, node.tag].flatMap((each) => (each ? [each.range] : []));
    written.sort((a, b) => a.start - b.start);
    for (const [index, { start, end }] of written.entries()) {
      if (index > 0) this.#out.add(' ');
      this.#write(this.#text.slice(start, end), start, end);
    }
  }

  #inline(node: SyntaxNode, place: Place): void {
    switch (node.kind) {
      case 'scalar':
        this.#scalar(node, place, false);
        return;
      case 'alias':
        this.#write(this.#text.slice(node.range.start, node.range.end), node.range.start, node.range.end);
        return;
      case 'map':
      case 'seq':
        this.#flow(node, place);
        return;
      case 'missing':
        return;
    }
  }

  #scalar(node: ScalarNode, { column, inFlow }: Place, isKey: boolean): void {
    const place = { column, inFlow, isKey, lineBreak: this.#lineBreak };
    const written = this.#spellings.get(node) ?? formatScalar(this.#text, node, place);
    const isBlock = /^[|>]/.test(written);
    if (isBlock && node.style === 'double') this.#newBlock(written, node);
    else this.#write(written, node.valueRange.start, node.valueRange.end);
    // Also of a block without a line: blank lines below it would become its own.
    this.#isAfterKept = isBlock && /^[|>]\d?\+/.test(written);
  }

  /** A quoted text that becomes a block: a comment behind it goes behind the indicators. */
  #newBlock(written: string, { valueRange }: ScalarNode): void {
    const comment = this.#comments[this.#next];
    const isBehind = comment && !comment.isAlone && comment.range.start < lineEnd(this.#text, valueRange.end);
    if (!isBehind) {
      this.#write(written, valueRange.start, valueRange.end);
      return;
    }
    const header = written.split(this.#lineBreak, 1)[0] ?? '';
    const { start, end } = { start: valueRange.start, end: comment.range.end };
    this.#write(`${header} ${comment.text}${written.slice(header.length)}`, start, end);
    this.#next++;
  }

  #blockMap(map: MapNode, column: number): void {
    const outer = this.#outerColumn(map);
    for (const [index, pair] of map.pairs.entries()) {
      if (index > 0) this.#entryLine(pair.range.start, column, this.#isSectionStart(map, index));
      this.#pair(pair, column);
      this.#endOfEntry(contentEnd(this.#text, pair.value), pair.range.end);
    }
    this.#remaining(map, column, outer);
  }

  #blockSeq(seq: SeqNode, column: number): void {
    const outer = this.#outerColumn(seq);
    for (const [index, item] of seq.items.entries()) {
      const dash = dashOf(this.#text, seq, index);
      if (index > 0) this.#entryLine(dash, column, false);
      this.#out.add('-');
      if (item.kind !== 'missing' || item.anchor || item.tag) this.#out.add(' ');
      this.#node(item, { column, inner: column + 2, base: column + 2, inFlow: false }, 'dash');
      this.#endOfEntry(contentEnd(this.#text, item), Math.max(item.range.end, dash + 1));
    }
    this.#remaining(seq, column, outer);
  }

  /** The line of a further entry, with the comments above it. */
  #entryLine(offset: number, column: number, wantsBlank: boolean): void {
    const ahead = this.#comments.slice(this.#next, this.#commentsBefore(offset));
    const hasBlank = [...ahead.map(({ range }) => range.start), offset].some((each) => this.#hasBlankBefore(each));
    let isForced = wantsBlank && !hasBlank;
    for (const comment of ahead) {
      this.#line(comment.range.start, column, false, isForced);
      isForced = false;
      this.#comment(comment);
    }
    this.#line(offset, column, false, isForced);
  }

  /** The index of the first comment that is not before `offset`; from the next one on, as most entries have none. */
  #commentsBefore(offset: number): number {
    let index = this.#next;
    while ((this.#comments[index]?.range.start ?? offset) < offset) index++;
    return index;
  }

  /** A blank line parts the sections at the top level. */
  #isSectionStart(map: MapNode, index: number): boolean {
    if (map.parent !== undefined) return false;
    return [map.pairs[index - 1], map.pairs[index]].some((pair) => {
      const value = pair?.value;
      return (value?.kind === 'map' || value?.kind === 'seq') && value.style === 'block';
    });
  }

  /** A comment behind an entry, on the line on which it ends. */
  #endOfEntry(...ends: readonly number[]): void {
    if (this.#isAfterComment) return;
    const end = Math.max(...ends);
    const isOnLine = end === 0 || this.#text.charAt(end - 1) !== '\n';
    if (isOnLine) this.#trailing(lineEnd(this.#text, end));
  }

  /** The column of the block around this one, in the old text. */
  #outerColumn(node: MapNode | SeqNode): number {
    const { parent } = node;
    if (parent === undefined) return -1;
    const holder = parent.kind === 'pair' ? parent.parent : parent;
    return columnOf(this.#text, bareStart(this.#text, holder));
  }

  /** Comments below the last entry that are indented as the entries are, or at least deeper than what is around them. */
  #remaining(node: MapNode | SeqNode, column: number, outer: number): void {
    const own = columnOf(this.#text, bareStart(this.#text, node));
    const limit = Math.max(outer + 1, Math.min(own, outer + 1 + 8));
    let behind = contentEnd(this.#text, node);
    for (let comment = this.#comments[this.#next]; comment; comment = this.#comments[this.#next]) {
      const isHere = comment.isAlone && comment.column >= (own > outer ? limit : own + 1);
      if (!isHere || comment.range.start < node.range.end || hasOther(this.#text, behind, comment.range.start)) break;
      this.#line(comment.range.start, column, false);
      this.#comment(comment);
      behind = comment.range.end;
    }
  }

  #pair(pair: Pair, column: number): void {
    const place = { column, inner: column + 2, base: column, inFlow: false };
    const isExplicit = pair.key.range.start !== pair.range.start && this.#text.charAt(pair.range.start) === '?';
    const colon = afterColon(this.#text, pair);
    const hasColon = this.#text.charAt(colon - 1) === ':' && colon > pair.key.range.end;
    if (isExplicit) {
      this.#out.add('? ');
      this.#node(pair.key, { ...place, base: column + 2 }, 'dash');
      if (!hasColon) return;
      this.#endOfEntry(contentEnd(this.#text, pair.key));
      this.#own(colon - 1, column);
      this.#line(colon, column, true);
    } else {
      this.#key(pair.key, place);
    }
    this.#out.add(':');
    this.#node(pair.value, place, 'beside');
  }

  #key(key: SyntaxNode, place: Place): void {
    this.#properties(key);
    if ((key.anchor || key.tag) && key.kind !== 'missing') this.#out.add(' ');
    if (key.kind === 'scalar') this.#scalar(key, place, true);
    else this.#inline(key, { ...place, inFlow: true });
    // `*a:` would be an alias of the name `a:`.
    if (key.kind === 'alias' || (key.kind === 'missing' && (key.anchor || key.tag))) this.#out.add(' ');
  }

  #flow(node: MapNode | SeqNode, place: Place): void {
    const start = bareStart(this.#text, node);
    const open = this.#text.charAt(start);
    const count = node.kind === 'map' ? node.pairs.length : node.items.length;
    if (open !== '[' && open !== '{') {
      // A single `key: value` in a list.
      if (node.kind === 'map') for (const pair of node.pairs) this.#flowPair(pair, place);
      return;
    }
    const isLong = this.#text.slice(start, node.range.end).includes('\n') && (count > 0 || this.#peek(node.range.end));
    const isMap = node.kind === 'map';
    this.#out.add(open);
    if (isLong) this.#longFlow(node, { ...place, inFlow: true });
    else {
      if (isMap && count > 0) this.#out.add(' ');
      for (let index = 0; index < count; index++) {
        if (index > 0) this.#out.add(', ');
        this.#flowEntry(node, index, { ...place, inFlow: true });
      }
      if (isMap && count > 0 && !this.#out.endsWithSpace) this.#out.add(' ');
    }
    this.#out.add(isMap ? '}' : ']');
  }

  /** One entry a line. */
  #longFlow(node: MapNode | SeqNode, place: Place): void {
    const column = place.base + 2;
    const inner = { ...place, column: place.base, base: column };
    const count = node.kind === 'map' ? node.pairs.length : node.items.length;
    const endOf = (index: number): number =>
      (node.kind === 'map' ? node.pairs[index]?.range.end : node.items[index]?.range.end) ?? node.range.end;
    const startOf = (index: number): number =>
      (node.kind === 'map' ? node.pairs[index]?.range.start : node.items[index]?.range.start) ?? node.range.end - 1;
    this.#trailing(startOf(0));
    for (let index = 0; index < count; index++) {
      this.#lead(startOf(index), column, index === 0);
      this.#flowEntry(node, index, inner);
      if (this.#isAfterComment) this.#line(endOf(index), column, true);
      if (index < count - 1) this.#out.add(',');
      this.#trailing(this.#endOfLineBehind(endOf(index), startOf(index + 1)));
    }
    this.#own(node.range.end - 1, column);
    this.#line(node.range.end, place.base, true);
  }

  /** The end of the line on which the comma behind an entry stands, but not behind `most`. */
  #endOfLineBehind(end: number, most: number): number {
    const comma = /^\s*,/.exec(this.#text.slice(end, end + 200))?.[0].length ?? 0;
    const rest = /^[^\r\n]*/.exec(this.#text.slice(end + comma, most))?.[0].length ?? 0;
    return Math.min(end + comma + rest + 1, most);
  }

  #flowEntry(node: MapNode | SeqNode, index: number, place: Place): void {
    if (node.kind === 'map') {
      const pair = node.pairs[index];
      if (pair) this.#flowPair(pair, place);
      return;
    }
    const item = node.items[index];
    if (item) this.#node(item, place, 'line');
  }

  #flowPair(pair: Pair, place: Place): void {
    const isExplicit = pair.key.range.start !== pair.range.start && this.#text.charAt(pair.range.start) === '?';
    if (isExplicit) this.#out.add('? ');
    this.#key(pair.key, { ...place, inFlow: true });
    const colon = afterColon(this.#text, pair);
    const hasColon = this.#text.charAt(colon - 1) === ':' && colon > pair.key.range.end;
    if (!hasColon && pair.value.kind === 'missing') return;
    this.#out.add(':');
    this.#node(pair.value, { ...place, inFlow: true }, 'beside');
    // A colon with nothing behind it would take a comma or bracket for its value.
    if (pair.value.kind === 'missing') this.#out.add(' ');
  }
}
