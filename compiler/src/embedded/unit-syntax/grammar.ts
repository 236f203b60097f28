// The grammar of unit files, in chevrotain: a lexer by lines and a parser that recovers, so that any text gives a tree. The
// only file that imports chevrotain; it is loaded when a unit is looked at for the first time, never by a plain compile.
// The token patterns are functions: regular expressions with nested repetition overflow on lines of a megabyte.
import { createToken, EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { UnitTree } from './tree.ts';
import { TreeBuilder } from './tree-builder.ts';

type Match = [string] | null;

/** systemd ends lines at LF, CR and NUL, and takes two different ones in a row for one. */
function isEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isEnd(text.charCodeAt(at))) at++;
  return at;
}

function breakLength(text: string, at: number): number {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return (first === 10 && second === 13) || (first === 13 && second === 10) ? 2 : 1;
}

function matchBreak(text: string, at: number): Match {
  if (at >= text.length || !isEnd(text.charCodeAt(at))) return null;
  return [text.slice(at, at + breakLength(text, at))];
}

function matchBlank(text: string, at: number): Match {
  let end = at;
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  return end > at ? [text.slice(at, end)] : null;
}

function matchComment(text: string, at: number): Match {
  const first = text[at];
  return first === '#' || first === ';' ? [text.slice(at, lineEnd(text, at))] : null;
}

function matchHeader(text: string, at: number): Match {
  return text[at] === '[' ? [text.slice(at, lineEnd(text, at))] : null;
}

/** Up to the equals sign, or the whole line when there is none. */
function matchKey(text: string, at: number): Match {
  let end = at;
  while (end < text.length && text[end] !== '=' && !isEnd(text.charCodeAt(end))) end++;
  return end > at ? [text.slice(at, end)] : null;
}

/** Up to the end of the line or to a backslash before it; a backslash covers the character behind it. */
function matchValue(text: string, at: number): Match {
  let end = at;
  while (end < text.length && !isEnd(text.charCodeAt(end))) {
    if (text[end] !== '\\') end++;
    else if (end + 1 >= text.length || isEnd(text.charCodeAt(end + 1))) break;
    else end += 2;
  }
  return end > at ? [text.slice(at, end)] : null;
}

function matchContinuation(text: string, at: number): Match {
  if (text[at] !== '\\') return null;
  if (at + 1 >= text.length) return ['\\'];
  return isEnd(text.charCodeAt(at + 1)) ? [text.slice(at, at + 1 + breakLength(text, at + 1))] : null;
}

/** A comment between two lines of a value, with its line break: what stands before it is the end of a line. */
function matchInnerComment(text: string, at: number): Match {
  if (!isEnd(text.charCodeAt(at - 1))) return null;
  let start = at;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  if (text[start] !== '#' && text[start] !== ';') return null;
  const end = lineEnd(text, start);
  return [text.slice(at, end < text.length ? end + breakLength(text, end) : end)];
}

interface TokenOptions {
  readonly push?: string;
  readonly pop?: true;
  readonly skip?: true;
}

function token(name: string, match: (text: string, at: number) => Match, options: TokenOptions = {}): TokenType {
  return createToken({
    name,
    pattern: match,
    line_breaks: false,
    ...(options.push === undefined ? {} : { push_mode: options.push }),
    ...(options.pop ? { pop_mode: true } : {}),
    ...(options.skip ? { group: Lexer.SKIPPED } : {}),
  });
}

const lineBreak = token('LineBreak', matchBreak);
const blank = token('Blank', matchBlank, { skip: true });
const comment = token('Comment', matchComment);
const header = token('Header', matchHeader);
const equals = token('Equals', (text, at) => (text[at] === '=' ? ['='] : null), { push: 'value' });
const key = token('Key', matchKey);
const innerComment = token('InnerComment', matchInnerComment);
const continuation = token('Continuation', matchContinuation);
const valueText = token('ValueText', matchValue);
const valueEnd = token('ValueEnd', matchBreak, { pop: true });

const modes = {
  line: [lineBreak, blank, comment, header, equals, key],
  // What stands behind the equals sign, up to the end of the last line that belongs to it.
  value: [innerComment, continuation, valueText, valueEnd],
};

const lexer = new Lexer(
  { defaultMode: 'line', modes },
  { positionTracking: 'onlyOffset', ensureOptimizations: false, recoveryEnabled: true, skipValidations: true },
);

class UnitParser extends EmbeddedActionsParser {
  #builder: TreeBuilder;

  constructor() {
    super([...modes.line, ...modes.value], { recoveryEnabled: true, maxLookahead: 1, skipValidations: true });
    this.#builder = new TreeBuilder('');
    this.performSelfAnalysis();
  }

  read(text: string, tokens: IToken[]): UnitTree {
    this.#builder = new TreeBuilder(text);
    this.input = tokens;
    this.file();
    const tree = this.#builder.finish();
    // The parser lives on; the text need not.
    this.input = [];
    this.#builder = new TreeBuilder('');
    return tree;
  }

  readonly file = this.RULE('file', () => {
    this.MANY(() => this.SUBRULE(this.line));
  });

  readonly line = this.RULE('line', () => {
    this.OR([
      { ALT: () => this.CONSUME(lineBreak) },
      { ALT: () => this.SUBRULE(this.commentLine) },
      { ALT: () => this.SUBRULE(this.section) },
      { ALT: () => this.SUBRULE(this.assignment) },
      { ALT: () => this.SUBRULE(this.keyless) },
    ]);
  });

  readonly commentLine = this.RULE('commentLine', () => {
    const found = this.CONSUME(comment);
    this.ACTION(() => this.#builder.comment(found));
  });

  readonly section = this.RULE('section', () => {
    const found = this.CONSUME(header);
    this.ACTION(() => this.#builder.section(found));
  });

  readonly assignment = this.RULE('assignment', () => {
    const name = this.CONSUME(key);
    const sign = this.OPTION(() => this.CONSUME(equals));
    const pieces = this.SUBRULE(this.value);
    this.ACTION(() => {
      if (sign === undefined) this.#builder.stray('no-equals', name);
      else this.#builder.assignment(name, sign, pieces);
    });
  });

  readonly keyless = this.RULE('keyless', () => {
    const sign = this.CONSUME(equals);
    const pieces = this.SUBRULE(this.value);
    this.ACTION(() => this.#builder.stray('no-key', sign, pieces.at(-1)));
  });

  readonly value = this.RULE('value', (): IToken[] => {
    const pieces: IToken[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => pieces.push(this.CONSUME(valueText)) },
        { ALT: () => pieces.push(this.CONSUME(continuation)) },
        { ALT: () => pieces.push(this.CONSUME(innerComment)) },
      ]);
    });
    this.OPTION(() => this.CONSUME(valueEnd));
    return pieces;
  });
}

const parser = new UnitParser();

/** Reads the text of a unit file, drop-in or quadlet. Any text gives a tree; time is linear in its length. */
export function parseUnit(text: string): UnitTree {
  return parser.read(text, lexer.tokenize(text).tokens);
}
