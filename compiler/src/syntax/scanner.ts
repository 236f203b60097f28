// Text to tokens, one step ahead of the composer. Decides what each character begins and finds out which texts are keys,
// step for step as the reference's reader, up to its first fault. Behind a fault it goes on as best it can. Never builds
// nodes.
import * as is from './characters.ts';
import { Cursor, hasOddBreaks } from './cursor.ts';
import type { FaultList, Repair } from './fault.ts';
import { cutPlainRepairs, spanQuote } from './repair.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { skipComment, skipLineComment } from './scan-comment.ts';
import { scanDirective } from './scan-directive.ts';
import { faultTab, scanPlain } from './scan-plain.ts';
import { scanName, scanTag } from './scan-properties.ts';
import { scanQuoted } from './scan-quoted.ts';
import { longestKey, Structure, shorten } from './structure.ts';
import type { Token } from './token.ts';
import { TokenQueue } from './token-queue.ts';

/** The reference looks at two tokens beyond the next one; a fault there counts even behind the end of the document. */
const lookAhead = 2;

/** The characters of ASCII that the reference reads at once. */
const bufferLength = 510;

export class Scanner {
  readonly structure: Structure;
  readonly #cursor: Cursor;
  readonly #queue = new TokenQueue();
  readonly #hasOddBreaks: boolean;
  /** The last token went on to a later line, so that no comment can stand behind it on its line. */
  #isOnNewLine = false;
  /**
   * The text begins with two byte order marks. The reference then takes the first character of every line for a further
   * mark, as long as it has the beginning of the text in its buffer.
   */
  readonly #hasTwoMarks: boolean;
  /** Only directives have come so far. */
  #isInProlog = true;

  constructor(text: string, faults: FaultList, repairs: ReadonlyMap<number, Repair>, mayRepair: boolean) {
    this.#cursor = new Cursor(text, faults, repairs);
    this.structure = new Structure(this.#cursor, this.#queue, mayRepair);
    this.#hasOddBreaks = hasOddBreaks(text);
    if (text.charCodeAt(0) === is.byteOrderMark) {
      this.#cursor.pos = 1;
      this.#cursor.line = 1;
    }
    this.#hasTwoMarks = text.startsWith('\ufeff\ufeff');
  }

  get #losesLineStarts(): boolean {
    const { pos, length } = this.#cursor;
    return this.#hasTwoMarks && pos < Math.min(length, bufferLength) - lookAhead;
  }

  /** How far the text has been looked at. */
  get position(): number {
    return this.#cursor.pos;
  }

  /** The next token. It is known for certain: no key can still turn out to begin at it. */
  peek(): Token {
    const { structure } = this;
    for (;;) {
      if (structure.isStopped) return this.#stopToken;
      const { first } = this.#queue;
      if (first && this.#queue.length > lookAhead) {
        const { candidate } = first;
        if (!candidate?.possible || !candidate.isAwaited) return first;
        if (!structure.isFresh(candidate)) {
          // A missing colon puts a key token before it, so the first token is to be looked at again.
          if (candidate.required) structure.missingColon(candidate);
          candidate.possible = false;
          continue;
        }
      }
      this.#fetch();
    }
  }

  /** Takes the token that `peek` gave. */
  take(): void {
    if (!this.structure.isStopped) this.#queue.take();
  }

  /** What stands for all tokens that are not scanned any more. */
  get #stopToken(): Token {
    const { pos } = this.#cursor;
    return { kind: 'text-end', start: pos, end: pos, text: '', style: 'plain', handle: '', candidate: undefined };
  }

  #fetch(): void {
    const { structure } = this;
    const cursor = this.#cursor;
    const scanned = cursor.pos;
    this.#skipToToken();
    this.#closeFlows();
    const { candidate } = structure;
    if (candidate?.possible && candidate.required && candidate.line !== cursor.line) structure.missingColon(candidate);
    if (structure.isStopped) return;
    structure.unroll(cursor.column, scanned);
    const unit = cursor.peek();
    if (unit === is.end) return this.#fetchMark('text-end', 0);
    if (cursor.pos === cursor.line) {
      if (unit === is.percent) return this.#fetchDirective();
      if (cursor.isAtDocumentMark()) return this.#fetchMark(unit === is.dash ? 'document-start' : 'document-end', 3);
    }
    this.#isInProlog = false;
    this.#isOnNewLine = false;
    const isEntry = unit === is.dash && is.isBlankOrEnd(cursor.peek(1));
    if (isEntry) return this.#fetchDash();
    this.#dispatch(unit);
    if (!this.#isOnNewLine) skipLineComment(cursor);
  }

  /** Scans the token that begins with `unit`. */
  #dispatch(unit: number): void {
    const { inFlow } = this.structure;
    switch (unit) {
      case is.openBracket:
        return this.#fetchFlowStart('[');
      case is.openBrace:
        return this.#fetchFlowStart('{');
      case is.closeBracket:
        return this.#fetchFlowEnd(']');
      case is.closeBrace:
        return this.#fetchFlowEnd('}');
      case is.comma:
        this.structure.dropCandidate();
        this.structure.mayStartKey = true;
        return this.#addMark(',');
      case is.asterisk:
        return this.#fetchName('alias');
      case is.ampersand:
        return this.#fetchName('anchor');
      case is.exclamation:
        return this.#fetchTag();
      case is.singleQuote:
        return this.#fetchQuoted('single');
      case is.doubleQuote:
        return this.#fetchQuoted('double');
      case is.question:
        return inFlow || is.isBlankOrEnd(this.#cursor.peek(1)) ? this.#fetchKey() : this.#fetchPlain();
      case is.colon:
        return inFlow || is.isBlankOrEnd(this.#cursor.peek(1)) ? this.#fetchValue() : this.#fetchPlain();
      case is.pipe:
        return inFlow ? this.#fetchReserved() : this.#fetchBlockScalar('literal');
      case is.greater:
        return inFlow ? this.#fetchReserved() : this.#fetchBlockScalar('folded');
      case is.percent:
      case is.at:
      case is.backtick:
        return this.#fetchReserved();
      default:
        return this.#fetchPlain();
    }
  }

  /** Adds a token of one character and moves over it. */
  #addMark(kind: Token['kind']): void {
    const start = this.#cursor.pos++;
    this.#queue.add(kind, start, start + 1);
  }

  /** Moves over blanks, comments and line breaks. */
  #skipToToken(): void {
    const cursor = this.#cursor;
    const { structure } = this;
    for (;;) {
      if (this.#losesLineStarts && cursor.pos === cursor.line) cursor.pos++;
      const takesTabs = structure.inFlow || !structure.mayStartKey;
      let unit = cursor.peek();
      while (unit === is.space || (unit === is.tab && takesTabs)) {
        cursor.pos++;
        unit = cursor.peek();
      }
      if (unit === is.tab) {
        this.#skipTabs();
        continue;
      }
      if (unit === is.hash) {
        skipComment(cursor);
        unit = cursor.peek();
      }
      if (!is.isBreak(unit)) return;
      cursor.skipBreak();
      // A new line may start a key, in block context.
      if (!structure.inFlow) structure.mayStartKey = true;
    }
  }

  /** Closes the flow collections that a repair ends here. */
  #closeFlows(): void {
    const { flows } = this.structure;
    const open = flows.at(-1);
    if (open === undefined || open.closeAt > this.#cursor.pos) return;
    const last = this.#queue.last;
    const end = last?.end ?? open.start;
    this.#cursor.faults.add(unclosedFlow(open.kind, open.start, last?.start ?? open.start, end));
    for (let flow = flows.at(-1); flow && flow.closeAt <= this.#cursor.pos; flow = flows.at(-1)) {
      this.structure.closeFlow();
      this.#queue.add(flow.kind === '[' ? ']' : '}', end, end);
    }
    this.structure.mayStartKey = true;
  }

  /** The end of the text, or of a document. */
  #fetchMark(kind: 'text-end' | 'document-start' | 'document-end', length: number): void {
    this.structure.dropCandidate();
    this.structure.unroll(-1, this.#cursor.pos);
    this.structure.mayStartKey = false;
    this.#isInProlog = false;
    const { pos } = this.#cursor;
    this.#cursor.pos = pos + length;
    // The end of the text ends its line as well, so that no key can begin on it any more.
    if (kind === 'text-end') this.#cursor.line = pos;
    this.#queue.add(kind, pos, pos + length);
  }

  #fetchDirective(): void {
    this.structure.dropCandidate();
    this.structure.unroll(-1, this.#cursor.pos);
    const start = this.#cursor.pos;
    const scan = scanDirective(this.#cursor);
    // Without `---` after it the document is refused in any case; its keys are still to be found.
    this.structure.mayStartKey = this.#isInProlog;
    if (scan === undefined) return;
    const handle = scan.kind === 'tag-handle' ? scan.handle : '';
    this.#queue.add(scan.kind, start, scan.end, undefined, scan.text, 'plain', handle);
  }

  #fetchFlowStart(kind: '[' | '{'): void {
    const candidate = this.structure.saveCandidate();
    const start = this.#cursor.pos++;
    this.structure.openFlow(start, kind);
    this.structure.mayStartKey = true;
    this.#queue.add(kind, start, start + 1, candidate);
  }

  #fetchFlowEnd(kind: ']' | '}'): void {
    this.structure.dropCandidate();
    this.structure.closeFlow();
    this.structure.mayStartKey = false;
    this.#addMark(kind);
  }

  #fetchDash(): void {
    const { structure } = this;
    const { pos, column } = this.#cursor;
    if (!structure.inFlow) {
      if (!structure.mayStartKey) {
        if (structure.explain(pos)) return;
        this.#cursor.fault(pos, pos + 1, 'a list cannot start here; put its first `-` on a line of its own');
      }
      structure.dropCandidate();
      structure.roll(column, 'block-seq', pos);
    } else structure.dropCandidate();
    structure.mayStartKey = true;
    this.#addMark('dash');
  }

  #fetchKey(): void {
    const { structure } = this;
    const { pos, column } = this.#cursor;
    if (!structure.inFlow) {
      if (!structure.mayStartKey) {
        if (structure.explain(pos)) return;
        this.#cursor.fault(pos, pos + 1, 'a `?` key cannot start here; put it on a line of its own, or quote the text');
      }
      structure.dropCandidate();
      structure.roll(column, 'block-map', pos);
    } else structure.dropCandidate();
    structure.mayStartKey = !structure.inFlow;
    this.#addMark('key');
  }

  #fetchValue(): void {
    const { structure } = this;
    const { candidate } = structure;
    if (candidate?.possible) {
      const isFresh = structure.isFresh(candidate);
      if (isFresh || (candidate.required && candidate.line === this.#cursor.line)) {
        if (!isFresh) this.#faultLongKey(candidate.start);
        structure.makeKey(candidate);
        structure.mayStartKey = false;
        return this.#addMark('value');
      }
      candidate.possible = false;
      if (!structure.inFlow && candidate.line === this.#cursor.line) {
        this.#faultLongKey(candidate.start);
        structure.makeKey(candidate);
        return this.#addMark('value');
      }
    }
    if (!structure.inFlow) {
      if (!structure.mayStartKey) return this.#strayColon();
      structure.roll(this.#cursor.column, 'block-map', this.#cursor.pos);
    }
    structure.mayStartKey = !structure.inFlow;
    this.#addMark('value');
  }

  #faultLongKey(start: number): void {
    const message = `a key may have at most ${longestKey} characters before its \`:\`; shorten it, or write \`? \` before it`;
    this.#cursor.fault(start, this.#cursor.pos, message);
  }

  /** A colon in block context behind something that is no key: mostly a text that should be quoted. */
  #strayColon(): void {
    const cursor = this.#cursor;
    const { pos, text } = cursor;
    const { last } = this.#queue;
    const isText = last?.kind === 'scalar' && last.end <= pos;
    if (isText && last.style === 'plain' && this.structure.want(cutPlainRepairs(cursor, last, last.start, true)))
      return;
    if (this.structure.explain(pos)) return;
    if (isText && last.start < cursor.line) {
      cursor.fault(last.start, last.end, 'a key must stand on one line; join its lines, or write `? ` before it');
    } else {
      const message =
        '`:` cannot stand here, as the line has a key already; put quotes around a text that contains `: `';
      cursor.fault(pos, pos + 1, message);
    }
    cursor.pos = cursor.lineEnd(pos);
    if (!isText || last.style !== 'plain' || last.start < cursor.line) return;
    // The value goes on to the end of its line.
    const value = text.slice(last.start, cursor.pos).replace(/[ \t]+(#.*)?$/, '');
    this.#queue.replaceLast({ ...last, text: value, end: last.start + value.length });
  }

  #fetchTag(): void {
    const candidate = this.structure.saveCandidate();
    this.structure.mayStartKey = false;
    const start = this.#cursor.pos;
    const { handle, suffix } = scanTag(this.#cursor);
    this.#queue.add('tag', start, this.#cursor.pos, candidate, suffix, 'plain', handle);
  }

  #fetchBlockScalar(style: 'literal' | 'folded'): void {
    this.structure.dropCandidate();
    this.structure.mayStartKey = true;
    const start = this.#cursor.pos;
    const { text, end } = scanBlockScalar(this.#cursor, this.structure.indent, this.#hasOddBreaks);
    this.#isOnNewLine = true;
    this.#queue.add('scalar', start, end, undefined, text, style);
  }

  #fetchQuoted(style: 'single' | 'double'): void {
    const { structure } = this;
    const cursor = this.#cursor;
    const candidate = structure.saveCandidate();
    structure.mayStartKey = false;
    const start = cursor.pos;
    const startLine = cursor.line;
    const { text, end, isClosed } = scanQuoted(cursor);
    if (!isClosed) {
      if (!cursor.repairs.has(start) && structure.explain(start)) return;
      const quote = cursor.text.charAt(start);
      cursor.fault(
        start,
        end,
        `the text that begins with \`${quote}\` is never closed; add a \`${quote}\` at its end`,
        {
          message: `opened by this \`${quote}\``,
          range: { start, end: start + 1 },
        },
      );
    } else if (cursor.line !== startLine) structure.quotes = spanQuote(cursor, start, end, startLine, structure.quotes);
    this.#queue.add('scalar', start, end, candidate, text, style);
  }

  #fetchPlain(): void {
    const { structure } = this;
    const cursor = this.#cursor;
    const candidate = structure.saveCandidate();
    structure.mayStartKey = false;
    const start = cursor.pos;
    const limit = structure.flows.at(-1)?.closeAt ?? Number.POSITIVE_INFINITY;
    const scan = scanPlain(cursor, structure.indent + 1, structure.inFlow, limit);
    if (scan.isOnNewLine) structure.mayStartKey = true;
    this.#isOnNewLine = scan.isOnNewLine;
    this.#queue.add('scalar', start, scan.end, candidate, scan.text, 'plain');
    if (scan.isKey && candidate?.possible) structure.missingColon(candidate);
  }

  /** A character that YAML keeps for itself; taken for text. */
  #fetchReserved(): void {
    const { pos, text } = this.#cursor;
    const mark = text.charAt(pos);
    const word = shorten(/^[^\s,[\]{}]+/.exec(text.slice(pos, pos + 80))?.[0] ?? mark);
    this.#cursor.fault(pos, pos + 1, `a text cannot start with \`${mark}\`; put quotes around \`${word}\``);
    this.#fetchPlain();
  }

  /** Tabs where only blanks may stand. */
  #skipTabs(): void {
    const cursor = this.#cursor;
    const { pos, line, text } = cursor;
    faultTab(cursor);
    while (is.isBlank(cursor.peek())) cursor.pos++;
    const blanks = text.slice(line, cursor.pos);
    // At the start of a line they are taken for that many spaces that it fits the lines above, for two each if none does.
    if (blanks.trim() !== '' || line > pos) return;
    const width = tabWidths.find((tried) => this.structure.hasIndent(widthOf(blanks, tried))) ?? tabWidths[0] ?? 1;
    cursor.line = cursor.pos - widthOf(blanks, width);
  }

  #fetchName(kind: 'alias' | 'anchor'): void {
    const { structure } = this;
    const cursor = this.#cursor;
    const { pos } = cursor;
    const name = scanName(cursor);
    // What is no name is text.
    if (name === undefined) return this.#fetchPlain();
    const { pos: end } = cursor;
    cursor.pos = pos;
    const candidate = structure.saveCandidate();
    cursor.pos = end;
    structure.mayStartKey = false;
    this.#queue.add(kind, pos, end, candidate, name);
  }
}

/** How many spaces a tab may have been meant for. */
const tabWidths = [2, 4, 8, 1];

function widthOf(blanks: string, tabWidth: number): number {
  const tabs = blanks.split('\t').length - 1;
  return blanks.length + tabs * (tabWidth - 1);
}

/** The fault of a flow collection without closing bracket: it is missing behind the token from `start` to `end`. */
export function unclosedFlow(kind: '[' | '{', open: number, start: number, end: number) {
  const closer = kind === '[' ? ']' : '}';
  const what = kind === '[' ? 'list' : 'mapping';
  return {
    code: 'yaml-syntax',
    range: { start, end },
    message: `the ${what} that begins with \`${kind}\` is never closed; add a \`${closer}\` behind this`,
    note: { message: `opened by this \`${kind}\``, range: { start: open, end: open + 1 } },
  } as const;
}
