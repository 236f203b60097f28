// A line of source as a terminal shows it: pieces with their widths, so that marks stand below the right ones. What is not
// meant to be seen becomes an escape; nothing here knows about diagnostics.
import { escapeCharacter, escapeControls, isUnsafe, logCommandsIn } from './escape.ts';

/** One character as people see it: a letter with its accents, an emoji of several code points, an escape. */
export interface Cell {
  /** The code units that it stands for. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How many columns of a terminal it takes. */
  readonly width: number;
}

const tabStop = 4;
/** A letter with more marks than this is made to break displays. */
const longestCluster = 24;

let segmenter: Intl.Segmenter | undefined;

/** Made when it is needed: that takes longer than to check a config and to report on it. */
function clusters(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter;
}

/** The cells of `text` from `start` to `end`, which must not hold line breaks. */
export function cellsOf(text: string, start: number, end: number): readonly Cell[] {
  const line = text.slice(start, end);
  const commands = logCommandsIn(line);
  const cells: Cell[] = [];
  let column = 0;
  for (const { at, characters } of isPrintableAscii(line) ? asciiClusters(line) : allClusters(line)) {
    const cell = cellOf(characters, start + at, column, commands.has(at));
    cells.push(cell);
    column += cell.width;
  }
  return cells;
}

interface Cluster {
  readonly at: number;
  readonly characters: string;
}

function isPrintableAscii(line: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(line);
}

/** Most lines are plain ASCII, for which the segmenter is a hundred times too slow. */
function asciiClusters(line: string): readonly Cluster[] {
  return [...line].map((characters, at) => ({ at, characters }));
}

function allClusters(line: string): readonly Cluster[] {
  return [...clusters().segment(line)].map(({ index, segment }) => ({ at: index, characters: segment }));
}

function cellOf(characters: string, start: number, column: number, isCommand: boolean): Cell {
  const end = start + characters.length;
  if (characters === '\t') {
    const width = tabStop - (column % tabStop);
    return { start, end, text: ' '.repeat(width), width };
  }
  if (isCommand || isUnsafe(characters)) {
    const text = isCommand ? escapeCharacter(characters) : escapeControls(characters);
    return { start, end, text, width: text.length };
  }
  const width = clusterWidth(characters);
  if (width === 0 || characters.length > longestCluster) {
    const text = [...characters].slice(0, longestCluster).map(escapeCharacter).join('');
    return { start, end, text, width: text.length };
  }
  return { start, end, text: characters, width };
}

const invisible = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
const wide =
  /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u1100-\u115f\ua960-\ua97c\uac00-\ud7a3\u3000-\u303e\u30fb-\u30fe\u3200-\u33ff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6]/u;
const halfWidth = /^[\uff61-\uffdc\uffe8-\uffee]/;

/** Columns of a terminal: 0, 1 or 2. */
function clusterWidth(characters: string): number {
  if (invisible.test(characters)) return 0;
  return wide.test(characters) && !halfWidth.test(characters) ? 2 : 1;
}
