// JSON as a syntax tree with exact places: the same nodes as YAML gives. Accepts what Go's encoding/json accepts and
// nothing else, but goes on behind a fault as well as it can, so that broken JSON has a tree too. Never throws, never
// recurses, takes time in proportion to the text.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceRange } from '../text/range.ts';
import {
  byteOrderMark,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  doubleQuote,
  lineFeed,
  openBrace,
  openBracket,
  singleQuote,
  space,
  tab,
} from './characters.ts';
import { JsonFaults } from './json-faults.ts';
import { type BuildingPair, type Frame, JsonTree } from './json-tree.ts';
import type { SyntaxNode } from './nodes.ts';
import { scanJsonString, scanSingleQuoted } from './scan-json-string.ts';
import { isJsonWord, jsonWordEnd, jsonWordFault, startsComment } from './scan-json-word.ts';

export interface ParsedJson {
  /** A `missing` node when there is nothing at all. */
  readonly root: SyntaxNode;
  /** Faults of syntax, each of which makes the text refused; at most one a line. */
  readonly problems: readonly Diagnostic[];
}

/** Go's limit of nested objects and arrays. */
const deepest = 10000;

/** Reads one JSON value with white space around it. `uri` is the name of the text, for the places of faults. */
export function parseJson(text: string, uri: string): ParsedJson {
  const parser = new JsonParser(text, uri);
  return { root: parser.run(), problems: parser.faults.problems };
}

class JsonParser {
  readonly faults: JsonFaults;
  readonly #text: string;
  readonly #tree: JsonTree;
  #pos = 0;
  #hasComment = false;

  constructor(text: string, uri: string) {
    this.#text = text;
    this.#tree = new JsonTree(text.length);
    this.faults = new JsonFaults(text, uri);
  }

  run(): SyntaxNode {
    if (this.#text.charCodeAt(0) === byteOrderMark) {
      this.faults.add(0, 1, 'the text starts with a byte order mark, which JSON does not allow; save it without');
      this.#pos = 1;
    }
    for (;;) {
      this.#skipSpace();
      if (this.#pos >= this.#text.length) break;
      if (this.#tree.isComplete) {
        this.#faultRest();
        break;
      }
      if (!this.#token(this.#text.charCodeAt(this.#pos))) break;
    }
    this.#faultEnd();
    return this.#tree.finish();
  }

  /** Reads one token; false when there is no sense in going on. */
  #token(unit: number): boolean {
    const { frame } = this.#tree;
    switch (unit) {
      case openBrace:
      case openBracket:
        return this.#open(unit);
      case closeBrace:
      case closeBracket:
        this.#close(unit);
        break;
      case comma:
        this.#comma(frame);
        break;
      case colon:
        this.#colon(frame);
        break;
      default:
        this.#scalar(unit);
    }
    return frame !== undefined || this.#tree.isComplete;
  }

  #open(unit: number): boolean {
    if (this.#tree.depth >= deepest) {
      this.faults.add(this.#pos, this.#pos + 1, `nested deeper than ${deepest} levels; no config needs that`);
      return false;
    }
    this.#expectValue();
    this.#tree.open(unit === openBrace ? 'map' : 'seq', this.#pos);
    this.#pos++;
    return true;
  }

  #close(unit: number): void {
    const kind = unit === closeBrace ? 'map' : 'seq';
    const own = unit === closeBrace ? '}' : ']';
    if (!this.#tree.isOpen(kind)) {
      this.#faultHere(1, `\`${own}\` closes nothing; remove it, or open it before`);
      this.#pos++;
      return;
    }
    for (let { frame } = this.#tree; frame && frame.node.kind !== kind; { frame } = this.#tree) {
      const missing = kind === 'map' ? ']' : '}';
      this.#faultHere(1, `\`${missing}\` is missing before \`${own}\``, openerOf(frame));
      this.#tree.close(this.#pos);
    }
    const { frame } = this.#tree;
    if (frame) this.#faultLastEntry(frame);
    this.#pos++;
    this.#tree.close(this.#pos);
  }

  #faultLastEntry(frame: Frame): void {
    if (frame.expects === 'item' && frame.comma !== undefined) {
      const at = frame.comma;
      const what = frame.node.kind === 'map' ? 'object' : 'array';
      this.faults.add(at, at + 1, `a comma before the end of an ${what} is not allowed in JSON; remove it`);
    } else if (frame.expects === 'colon' || frame.expects === 'value') this.#faultValue(frame);
  }

  #comma(frame: Frame | undefined): void {
    if (frame === undefined || frame.expects === 'item') this.#faultHere(1, 'a value is missing before this comma');
    else if (frame.expects !== 'separator') this.#faultValue(frame);
    if (frame) {
      this.#tree.endEntry(this.#pos);
      frame.comma = this.#pos;
    }
    this.#pos++;
  }

  #colon(frame: Frame | undefined): void {
    if (frame?.expects === 'colon') {
      frame.expects = 'value';
    } else if (frame?.node.kind === 'map' && frame.expects === 'item') {
      this.#faultHere(1, 'the key is missing before this colon');
      this.#tree.missingKey(this.#pos);
      frame.expects = 'value';
    } else {
      this.#faultHere(1, 'there may be no colon here; it stands once between a key and its value, in `{}` only');
    }
    this.#pos++;
  }

  /** Brings the parser to where a value may stand. A scalar that turns out to be a key needs no such thing. */
  #expectValue(): void {
    const { frame } = this.#tree;
    if (frame === undefined) return;
    if (frame.expects === 'separator') this.#missingComma(frame);
    if (frame.expects === 'colon') {
      this.#faultHere(1, 'a `:` is missing between the key and its value');
      frame.expects = 'value';
    }
    if (frame.node.kind === 'map' && frame.expects === 'item') {
      this.#faultHere(1, 'an object has keys: a text in double quotes and a `:` are missing before this value');
      this.#tree.missingKey(this.#pos);
      frame.expects = 'value';
    }
  }

  #missingComma(frame: Frame): void {
    const what = frame.node.kind === 'map' ? 'entries of an object' : 'values of an array';
    this.#faultHere(1, `a comma is missing between two ${what}`);
    this.#tree.endEntry(this.#pos);
  }

  #scalar(unit: number): void {
    const { frame } = this.#tree;
    if (frame?.expects === 'separator') this.#missingComma(frame);
    const isKey = frame?.node.kind === 'map' && frame.expects === 'item';
    if (!isKey) this.#expectValue();
    const start = this.#pos;
    const single = unit === singleQuote ? scanSingleQuoted(this.#text, start) : undefined;
    if (unit === doubleQuote) {
      const { text, end } = scanJsonString(this.#text, start, this.faults);
      this.#tree.scalar('double', text, { start, end }, isKey);
      this.#pos = end;
    } else if (single) {
      this.#faultHere(1, 'JSON has double quotes only; write `"` here and at the end of the text');
      this.#tree.scalar('single', single.text, { start, end: single.end }, isKey);
      this.#pos = single.end;
    } else this.#word(isKey);
  }

  #word(isKey: boolean): void {
    const start = this.#pos;
    const end = jsonWordEnd(this.#text, start);
    const word = this.#text.slice(start, end);
    if (!isJsonWord(word)) this.faults.add(start, end, jsonWordFault(word));
    else if (isKey) this.faults.add(start, end, `a key must be a text in double quotes; write \`"${word}"\``);
    this.#tree.scalar('plain', word, { start, end }, isKey);
    this.#pos = end;
  }

  /** White space, and comments, which are reported once: one who writes comments writes many. */
  #skipSpace(): void {
    for (;;) {
      const unit = this.#text.charCodeAt(this.#pos);
      if (unit === space || unit === lineFeed || unit === tab || unit === carriageReturn) this.#pos++;
      else if (this.#pos < this.#text.length && startsComment(this.#text, this.#pos)) this.#skipComment();
      else return;
    }
  }

  #skipComment(): void {
    const start = this.#pos;
    const isBlock = this.#text.startsWith('/*', start);
    const found = this.#text.indexOf(isBlock ? '*/' : '\n', start + (isBlock ? 2 : 0));
    this.#pos = found < 0 ? this.#text.length : found + (isBlock ? 2 : 0);
    if (!this.#hasComment) this.faults.add(start, this.#pos, 'JSON has no comments; remove them');
    this.#hasComment = true;
  }

  #faultHere(length: number, message: string, opened?: SourceRange): void {
    this.faults.add(this.#pos, this.#pos + length, message, opened);
  }

  /** A key has no value. */
  #faultValue(frame: Frame): void {
    const pair: BuildingPair | undefined = frame.pairs.at(-1);
    if (pair) this.faults.add(pair.key.range.start, this.#pos, 'a `:` and a value are missing behind this key');
  }

  #faultRest(): void {
    const end = jsonWordEnd(this.#text, this.#pos);
    this.faults.add(this.#pos, end, 'the text goes on behind its value; JSON is one value and nothing more');
  }

  #faultEnd(): void {
    const { frame } = this.#tree;
    const end = this.#text.length;
    if (frame) {
      const [what, bracket] = frame.node.kind === 'map' ? ['object', '}'] : ['array', ']'];
      this.faults.add(end, end, `the text ends inside an ${what}; a \`${bracket}\` is missing`, openerOf(frame));
    } else if (!this.#tree.isComplete && this.faults.problems.length === 0) {
      this.faults.add(end, end, 'there is no value; a config starts with `{`');
    }
  }
}

function openerOf(frame: Frame): SourceRange {
  return { start: frame.start, end: frame.start + 1 };
}
