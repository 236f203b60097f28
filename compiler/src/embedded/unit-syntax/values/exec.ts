// Command lines of `Exec…=`: prefixes, the path of the program, quotes, several commands with `;` between them. No shell
// reads them, which is what most mistakes come from.
import { hasSpecifier, shown, type ValueFault, type ValueReader } from './fault.ts';
import { quoteFault } from './paths.ts';
import { splitWords, type Word } from './split.ts';

export interface Command {
  /** The characters before the path: `-`, `@`, `:`, `+`, `!`, `!!`, `|`. */
  readonly prefixes: string;
  readonly program: Word;
  readonly parameters: readonly Word[];
}

export interface CommandLine {
  readonly commands: readonly Command[];
  readonly fault?: ValueFault;
}

/** Reads the commands of one value. */
export function readCommands(value: string): CommandLine {
  const { words, error, unknownEscape } = splitWords(value, { escapes: 'relaxed' });
  const commands: Command[] = [];
  let current: Word[] = [];
  const flush = (): void => {
    const [first, ...parameters] = current;
    current = [];
    if (first === undefined) return;
    const prefixes = prefixesOf(first.text);
    const program = { ...first, text: first.text.slice(prefixes.length), start: first.start + prefixes.length };
    commands.push({ prefixes, program, parameters });
  };
  for (const word of words) {
    if (word.text === ';' && value.slice(word.start, word.end) === ';') flush();
    else current.push(word);
  }
  flush();
  const fault = error ? quoteFault(error) : (commandFault(commands) ?? (unknownEscape && escapeFault(unknownEscape)));
  return { commands, ...(fault ? { fault } : {}) };
}

export const readExec: ValueReader = (value) => {
  const fault = value === '' ? undefined : readCommands(value).fault;
  // With `-` systemd ignores what is wrong with a command and goes on.
  return fault && /^[@:+!|]*-/.test(value) ? { ...fault, isMild: true } : fault;
};

/** The prefixes that a word begins with: each once, `!` twice, and `+` and `!` not together. */
function prefixesOf(word: string): string {
  let prefixes = '';
  for (const character of word) {
    const isAllowed = '-@:|'.includes(character)
      ? !prefixes.includes(character)
      : character === '+'
        ? !/[+!]/.test(prefixes)
        : character === '!' && !prefixes.includes('+') && !prefixes.includes('!!');
    if (!isAllowed) break;
    prefixes += character;
  }
  return prefixes;
}

function escapeFault(place: { readonly start: number; readonly end: number }): ValueFault {
  return {
    ...place,
    message: 'this is no escape; double the backslash to mean it itself',
    isMild: true,
    isTaken: true,
  };
}

function commandFault(commands: readonly Command[]): ValueFault | undefined {
  for (const { prefixes, program, parameters } of commands) {
    const { text, start, end } = program;
    if (text === '') {
      return { start: start - prefixes.length, end, message: 'there is no program behind the prefix; write its path' };
    }
    if (/^[-@:+!|]/.test(text)) {
      const message = `\`${text.charAt(0)}\` cannot stand here: each prefix stands once, and \`+\` and \`!\` not together`;
      return { start, end: start + 1, message };
    }
    if (hasSpecifier(text)) continue;
    if (text.endsWith('/'))
      return { start, end, message: `${shown(text)} is a directory; write the path of a program` };
    const isName = !text.includes('/') && text !== '.' && text !== '..' && text.length <= 255;
    if (!text.startsWith('/') && !isName) {
      return {
        start,
        end,
        message: `${shown(text)} is no absolute path; begin it with \`/\`, or write the name alone`,
      };
    }
    if (prefixes.includes('@') && parameters.length === 0) {
      const message = 'with `@` the program’s own name must follow; write it behind the path';
      return { start: start - prefixes.length, end, message };
    }
  }
  return undefined;
}
