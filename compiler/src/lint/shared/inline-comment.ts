// Comments behind values. systemd knows comments only on lines of their own (systemd.syntax(7)), so that these become a part of
// the value.
import type { ValueKind } from '../../../../spec/systemd/model.ts';
import { readCommands } from '../../embedded/unit-syntax/values/exec.ts';
import { readValue } from '../../embedded/unit-syntax/values/index.ts';
import { splitWords } from '../../embedded/unit-syntax/values/split.ts';
import type { Setting } from '../../embedded/unit-syntax/view.ts';
import { baseName, takesOperators } from './programs.ts';

/** A part of a value, in its offsets. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** Free text, and what nobody here can read: a `#` may be meant. */
const free: ReadonlySet<ValueKind> = new Set<ValueKind>(['any', 'text', 'set-credential', 'encrypted-credential']);

/** Values that may have blanks in them: only a `#` that stands alone is a comment for sure. */
const roomy: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'condition',
  'environment-file',
  'load-credential',
  'mount-source',
  'path',
  'pid-file',
  'socket-address',
  'working-directory',
]);

const assignments: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'environment',
  'environment-or-names',
  'log-fields',
  'variable-names',
]);

/** Programs to which a `#` alone is given as it is. */
const takesHash: ReadonlySet<string> = new Set('column cut egrep fgrep grep paste rg sed sort tr'.split(' '));

/** Where in the value of a setting a comment begins and ends; undefined when there is none. */
export function inlineComment(setting: Setting): Part | undefined {
  const { section, assignment, directive } = setting;
  const { text } = assignment.value;
  if (!/[ \t][#;]/.test(text)) return undefined;
  if (directive.is === 'exec') return commentInCommand(text);
  if (free.has(directive.is) && !['Mount', 'Automount', 'Swap'].includes(section)) return undefined;
  if (assignments.has(directive.is)) return commentAmongWords(text);
  const sign = roomy.has(directive.is) || free.has(directive.is) ? /[ \t]#+[ \t]/ : /[ \t]#/;
  const found = sign.exec(text);
  if (found) return { start: found.index + 1, end: text.length };
  const start = text.search(/[ \t];/) + 1;
  const isFaulty = (value: string): boolean => readValue(value, assignment.key, directive) !== undefined;
  const isComment = start > 0 && isFaulty(text) && !isFaulty(text.slice(0, start).trimEnd());
  return isComment ? { start, end: text.length } : undefined;
}

/** In a command line, a `#` that stands alone, with words behind it, and is not the argument of an option before it. */
function commentInCommand(text: string): Part | undefined {
  for (const { program, parameters } of readCommands(text).commands) {
    const words = [program, ...parameters];
    if (takesOperators(words.map((word) => word.text)) || takesHash.has(baseName(program.text))) continue;
    const at = words.findIndex(({ start, end }) => text.slice(start, end) === '#');
    const [hash, before, last] = [words[at], words[at - 1], words.at(-1)];
    if (hash === undefined || before === undefined || last === undefined || last === hash) continue;
    if (!before.text.startsWith('-')) return { start: hash.start, end: last.end };
  }
  return undefined;
}

/** Among assignments, a word that begins with `#`. */
function commentAmongWords(text: string): Part | undefined {
  const start = splitWords(text).words.find((word) => word.start > 0 && text[word.start] === '#')?.start;
  return start === undefined ? undefined : { start, end: text.length };
}
