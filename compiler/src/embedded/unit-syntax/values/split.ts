// Splits a value into words as systemd does: at blanks, with quotes and escapes. Each word knows where it stands.

export interface Word {
  /** Without quotes and with escapes resolved (unless they are kept). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Words {
  readonly words: readonly Word[];
  /** A quote that is not closed, or an escape that is none: from there on there are no words. */
  /** The first escape that is none, where they are taken as they are. */
  readonly unknownEscape?: { readonly start: number; readonly end: number };
  readonly error?: { readonly kind: 'quote' | 'escape'; readonly start: number; readonly end: number };
}

export interface SplitOptions {
  /** What separates words; blanks otherwise. */
  readonly separators?: string;
  readonly quotes?: boolean;
  /**
   * `c`: the escapes of C; `relaxed`: those of command lines, where `\;` alone is a word and others are taken as they are;
   * `keep`: a backslash is a character; `plain`: it covers the next character.
   */
  readonly escapes?: 'c' | 'relaxed' | 'keep' | 'plain';
}

const simpleEscapes: { readonly [letter: string]: string } = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  s: ' ',
};

/** systemd's extract_first_word, as often as there are words. Linear in the value. */
export function splitWords(value: string, options: SplitOptions = {}): Words {
  const { separators = ' \t\n\r', quotes = true, escapes = 'c' } = options;
  const words: Word[] = [];
  let at = 0;
  let unknown: Words['unknownEscape'];
  for (;;) {
    while (at < value.length && separators.includes(value.charAt(at))) at++;
    if (at >= value.length) return { words, ...(unknown ? { unknownEscape: unknown } : {}) };
    const start = at;
    let text = '';
    let quote = '';
    for (; at < value.length; at++) {
      const character = value.charAt(at);
      if (quote === '' && separators.includes(character)) break;
      if (quotes && quote === '' && (character === '"' || character === "'")) quote = character;
      else if (quote !== '' && character === quote) quote = '';
      else if (character === '\\' && escapes !== 'keep') {
        const isWhole = at === start && (at + 2 >= value.length || separators.includes(value.charAt(at + 2)));
        const found = readEscape(value, at, escapes, isWhole);
        if (found === undefined) return { words, error: { kind: 'escape', start: at, end: at + 2 } };
        if (found.isUnknown) unknown ??= { start: at, end: found.end };
        text += found.text;
        at = found.end - 1;
      } else text += character;
    }
    if (quote !== '') return { words, error: { kind: 'quote', start, end: value.length } };
    words.push({ text, start, end: at });
  }
}

function readEscape(
  value: string,
  at: number,
  escapes: 'c' | 'relaxed' | 'plain',
  isWhole: boolean,
): { readonly text: string; readonly end: number; readonly isUnknown?: true } | undefined {
  const letter = value.charAt(at + 1);
  // A backslash at the very end stands for itself where escapes are not taken seriously.
  if (letter === '') return escapes === 'c' ? undefined : { text: '\\', end: at + 1 };
  if (escapes === 'plain') return { text: letter, end: at + 2 };
  if (escapes === 'relaxed' && isWhole && letter === ';') return { text: ';', end: at + 2 };
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { text: simple, end: at + 2 };
  const coded = /^(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})/.exec(
    value.slice(at + 1, at + 11),
  )?.[0];
  if (coded !== undefined) {
    const code = /^\d/.test(coded) ? Number.parseInt(coded, 8) : Number.parseInt(coded.slice(1), 16);
    if (code > 0 && code <= 0x10ffff) return { text: String.fromCodePoint(code), end: at + 1 + coded.length };
  }
  return escapes === 'relaxed' ? { text: `\\${letter}`, end: at + 2, isUnknown: true } : undefined;
}
