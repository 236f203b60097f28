// Text to tokens, one step ahead of the composer. Decides what each character begins and finds out which texts are keys,
// step for step as the reference's reader, up to its first fault. Behind a fault it goes on as best it can. Never builds
// nodes.
import * as is from './characters.ts';
import { Cursor, hasOddBreaks } from './cursor.ts';
import type { FaultList, Repair } from './fault.ts';
import { spanQuote } from './repair.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { skipLineComment } from './scan-comment.ts';
import { scanDirective } from './scan-directive.ts';
import { skipGap } from './scan-gap.ts';
import { scanPlain } from './scan-plain.ts';
import { scanName, scanTag } from './scan-properties.ts';
import { scanQuoted } from './scan-quoted.ts';
import { asCode, shorten } from './shorten.ts';
import { faultLongKey, strayColon } from './stray-colon.ts';
import { Structure } from './structure.ts';
import type { Token } from './token.ts';
import { TokenQueue } from './token-queue.ts';
import { unclosedFlow } from './unclosed-flow.ts';

/** The reference looks at two tokens beyond the next one; a fault there counts even behind the end of the document. */
const lookAhead = 2;

export class Scanner {
  readonly structure: Structure;
  readonly #cursor: Cursor;
  readonly #queue = new TokenQueue();
  readonly #hasOddBreaks: boolean;
  /** The last token went on to a later line, so that no comment can stand behind it on its line. */
  #isOnNewLine = false;
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
    skipGap(cursor, structure);
    this.#closeFlows();
    const { candidate } = structure;
    if (candidate?.possible && candidate.required && candidate.line !== cursor.line) structure.missingColon(candidate);
    if (structure.isStopped) return;
    structure.unroll(cursor.column, scanned);
    const unit = cursor.peek();
    if (unit === is.end) {
      this.#fetchMark('text-end', 0);
      return;
    }
    if (cursor.pos === cursor.line) {
      if (unit === is.percent) {
        this.#fetchDirective();
        return;
      }
      if (cursor.isAtDocumentMark()) {
        this.#fetchMark(unit === is.dash ? 'document-start' : 'document-end', 3);
        return;
      }
    }
    this.#isInProlog = false;
    this.#isOnNewLine = false;
    const isEntry = unit === is.dash && is.isBlankOrEnd(cursor.peek(1));
    if (isEntry) {
      this.#fetchDash();
      return;
    }
    this.#dispatch(unit);
    if (!this.#isOnNewLine) skipLineComment(cursor);
  }

  /** Scans the token that begins with `unit`. */
  #dispatch(unit: number): void {
    const { inFlow } = this.structure;
    const isAlone = inFlow || is.isBlankOrEnd(this.#cursor.peek(1));
    switch (unit) {
      case is.openBracket:
      case is.openBrace:
        this.#fetchFlowStart(unit === is.openBracket ? '[' : '{');
        break;
      case is.closeBracket:
      case is.closeBrace:
        this.#fetchFlowEnd(unit === is.closeBracket ? ']' : '}');
        break;
      case is.comma:
        this.structure.dropCandidate();
        this.structure.mayStartKey = true;
        this.#addMark(',');
        break;
      case is.asterisk:
      case is.ampersand:
        this.#fetchName(unit === is.asterisk ? 'alias' : 'anchor');
        break;
      case is.exclamation:
        this.#fetchTag();
        break;
      case is.singleQuote:
      case is.doubleQuote:
        this.#fetchQuoted(unit === is.singleQuote ? 'single' : 'double');
        break;
      case is.question:
        if (isAlone) this.#fetchKey();
        else this.#fetchPlain();
        break;
      case is.colon:
        if (isAlone) this.#fetchValue();
        else this.#fetchPlain();
        break;
      case is.pipe:
      case is.greater:
        if (inFlow) this.#fetchReserved();
        else this.#fetchBlockScalar(unit === is.pipe ? 'literal' : 'folded');
        break;
      case is.percent:
      case is.at:
      case is.backtick:
        this.#fetchReserved();
        break;
      default:
        this.#fetchPlain();
    }
  }

  /** Adds a token of one character and moves over it. */
  #addMark(kind: Token['kind']): void {
    const start = this.#cursor.pos++;
    this.#queue.add(kind, start, start + 1);
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
        if (!isFresh) faultLongKey(this.#cursor, candidate.start);
        structure.makeKey(candidate);
        structure.mayStartKey = false;
        this.#addMark('value');
        return;
      }
      candidate.possible = false;
      if (!structure.inFlow && candidate.line === this.#cursor.line) {
        faultLongKey(this.#cursor, candidate.start);
        structure.makeKey(candidate);
        this.#addMark('value');
        return;
      }
    }
    if (!structure.inFlow) {
      if (!structure.mayStartKey) {
        strayColon(this.#cursor, this.#queue, structure);
        return;
      }
      structure.roll(this.#cursor.column, 'block-map', this.#cursor.pos);
    }
    structure.mayStartKey = !structure.inFlow;
    this.#addMark('value');
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
    const { indent } = this.structure;
    const { text, end, isEmpty } = scanBlockScalar(this.#cursor, indent, this.#hasOddBreaks);
    if (isEmpty) this.structure.emptyBlock = { start, at: this.#cursor.pos, line: this.#cursor.line, indent };
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
    this.#cursor.fault(pos, pos + 1, `a text cannot start with ${asCode(mark)}; put quotes around ${asCode(word)}`);
    this.#fetchPlain();
  }

  #fetchName(kind: 'alias' | 'anchor'): void {
    const { structure } = this;
    const cursor = this.#cursor;
    const { pos } = cursor;
    const name = scanName(cursor);
    // What is no name is text.
    if (name === undefined) {
      this.#fetchPlain();
      return;
    }
    const { pos: end } = cursor;
    cursor.pos = pos;
    const candidate = structure.saveCandidate();
    cursor.pos = end;
    structure.mayStartKey = false;
    this.#queue.add(kind, pos, end, candidate, name);
  }
}
