// Where a text has holes of a template language: `${…}` and `%{…}` of Terraform, `{{…}}`, `{%…%}` and `{#…#}` of Jinja and Go.
// Lexical, because such a text need not be YAML: comments and the contents of block scalars are passed over by their shape
// alone. Judges nothing: a hole may well be text that is meant as it stands.
import { append } from '../append.ts';
import type { SourceRange } from './range.ts';

export type HoleKind = 'terraform' | 'jinja-or-go';

export interface Hole {
  readonly kind: HoleKind;
  readonly range: SourceRange;
  /** Steers the template (`{% if … %}`, a comment) or stands alone on its lines, so that it is no value in the text. */
  readonly isControl: boolean;
}

/** A hole that is longer than this is none. */
const longestHole = 4000;

const openers: readonly { readonly open: string; readonly close: string; readonly kind: HoleKind }[] = [
  { open: '${', close: '}', kind: 'terraform' },
  { open: '%{', close: '}', kind: 'terraform' },
  { open: '{{', close: '}}', kind: 'jinja-or-go' },
  { open: '{%', close: '%}', kind: 'jinja-or-go' },
  { open: '{#', close: '#}', kind: 'jinja-or-go' },
];

/** The holes outside of comments and block scalars, in order. */
export function findHoles(text: string): readonly Hole[] {
  const holes: Hole[] = [];
  if (!/[$%{]\{|\{[%#]/.test(text)) return holes;
  let at = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const { behind, found } = scanLine(text, at, end);
    append(holes, found);
    // A hole may go over several lines.
    const last = behind > end ? lineEnd(text, behind) : end;
    const next = last + 1;
    at = behind <= end && isBlockHeader(text.slice(at, end)) ? afterBlock(text, at, next) : next;
  }
  return holes;
}

/** The holes that begin on a line; `behind` is the end of the last one. */
function scanLine(text: string, start: number, end: number): { found: readonly Hole[]; behind: number } {
  const found: Hole[] = [];
  let at = start;
  let quote = '';
  let stop = end;
  while (at < stop) {
    const character = text.charAt(at);
    const hole = holeAt(text, at);
    if (hole) {
      found.push(hole);
      at = hole.range.end;
      if (at > stop) stop = lineEnd(text, at);
      continue;
    }
    if (quote !== '') {
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) quote = '';
    } else if (character === '#' && isBlankBefore(text, at)) break;
    else if ((character === '"' || character === "'") && /[\s[{,:(-]|^$/.test(text.charAt(at - 1))) quote = character;
    at++;
  }
  return { found, behind: found.at(-1)?.range.end ?? start };
}

function holeAt(text: string, at: number): Hole | undefined {
  const opener = openers.find(({ open }) => text.startsWith(open, at));
  if (opener === undefined) return undefined;
  const end = opener.close === '}' ? balancedEnd(text, at + 2) : closedEnd(text, at + 2, opener.close);
  if (end === undefined) return undefined;
  const range = { start: at, end };
  return { kind: opener.kind, range, isControl: isControl(text, range) };
}

/** Behind the brace that closes the one before `from`. */
function balancedEnd(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestHole); at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function closedEnd(text: string, from: number, close: string): number | undefined {
  const at = text.slice(from, from + longestHole).indexOf(close);
  return at < 0 ? undefined : from + at + close.length;
}

const goControl = /^\{\{-?\s*(if|else|end|range|with|define|block|template|break|continue|\/\*|\$?\w+\s*:=)/;

function isControl(text: string, { start, end }: SourceRange): boolean {
  const opener = text.slice(start, start + 2);
  if (opener === '{%' || opener === '{#' || opener === '%{') return true;
  if (goControl.test(text.slice(start, start + 40))) return true;
  return isAlone(text, start, end);
}

/** Whether nothing else stands on the lines of a hole. Looks no further than to what does: a line may have many holes. */
function isAlone(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && text[before] !== '\n' && isBlankAt(text, before)) before--;
  if (before >= 0 && text[before] !== '\n') return false;
  let behind = end;
  while (behind < text.length && text[behind] !== '\n' && isBlankAt(text, behind)) behind++;
  return behind === text.length || text[behind] === '\n';
}

/** A line of which nothing is left when the template is rendered: it steers. */
const controlLines: readonly { readonly kind: HoleKind; readonly pattern: RegExp }[] = [
  { kind: 'terraform', pattern: /^%\{[~-]?\s*(?:if|else|endif|for|endfor)\b.*\}$/ },
  { kind: 'jinja-or-go', pattern: /^\{[%#].*[%#]\}$/ },
  { kind: 'jinja-or-go', pattern: /^\{\{-?\s*(?:if|else|end|range|with|define|block|template)\b.*\}\}$/ },
];

/** The first line in a range that does nothing but steer a template, in whatever text it stands. */
export function findControlLine(text: string, { start, end }: SourceRange): Hole | undefined {
  for (let at = start; at < end; ) {
    const stop = Math.min(end, lineEnd(text, at));
    const line = text.slice(at, stop);
    const content = line.length < longestHole ? line.trim() : '';
    const found = /^[%{]/.test(content) && controlLines.find(({ pattern }) => pattern.test(content));
    if (found) {
      const from = at + line.indexOf(content);
      return { kind: found.kind, range: { start: from, end: from + content.length }, isControl: true };
    }
    at = stop + 1;
  }
  return undefined;
}

export interface FilledText {
  readonly text: string;
  /** From the words that stand for values to the holes that they fill. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * The text with its holes filled, each character by one, so that all places stay: blanks for what steers the template, a word
 * for a value, the same for the same hole. Line breaks inside holes stay too.
 */
export function fillHoles(text: string, holes: readonly Hole[]): FilledText {
  const ids = new Map<string, number>();
  const words = new Map<string, string>();
  let at = 0;
  const parts: string[] = [];
  for (const { range, isControl } of holes) {
    const hole = text.slice(range.start, range.end);
    const [first = '', ...rest] = hole.split(/(?<=\n)/);
    const id = ids.get(hole) ?? ids.size;
    ids.set(hole, id);
    const filled = isControl ? blank(first) : word(first, id);
    if (!isControl) words.set(filled.trimEnd(), hole);
    parts.push(text.slice(at, range.start), filled);
    append(parts, rest.map(blank));
    at = range.end;
  }
  return { text: parts.join('') + text.slice(at), words };
}

const letters = 'abcdefghijklmnopqrstuvwyz';

/** A word as long as `line`, one for each number as far as its length allows. */
function word(line: string, id: number): string {
  const end = line.trimEnd();
  let rest = id;
  let tail = '';
  for (; rest > 0; rest = Math.floor(rest / letters.length)) tail = letters.charAt(rest % letters.length) + tail;
  return tail.slice(-end.length).padStart(end.length, 'x') + line.slice(end.length);
}

function blank(line: string): string {
  return line.replace(/[^\r\n]/g, ' ');
}

/** `key: |`, `- >-`, with a comment or without: what follows with more indentation is text. */
function isBlockHeader(line: string): boolean {
  return /(^|[\s:-])[|>][-+0-9]{0,2}\s*(\s#.*)?$/.test(line) && !/^\s*#/.test(line);
}

/** The offset behind the contents of the block scalar whose header is the line at `header`; `next` is the line below. */
function afterBlock(text: string, header: number, next: number): number {
  const outer = /^(?: *- +)*(?: *)/.exec(text.slice(header, lineEnd(text, header)))?.[0].length ?? 0;
  const isItem = /^[ -]*[|>]/.test(text.slice(header, lineEnd(text, header)));
  let at = next;
  while (at < text.length) {
    const line = text.slice(at, lineEnd(text, at));
    const indent = line.length - line.trimStart().length;
    if (line.trim() !== '' && indent <= (isItem ? outer - 2 : outer)) return at;
    at = lineEnd(text, at) + 1;
  }
  return at;
}

function isBlankBefore(text: string, at: number): boolean {
  return at === 0 || isBlankAt(text, at - 1);
}

function isBlankAt(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
