// Command lines of `Exec…=`: prefixes, the path of the program, quotes, several commands with `;` between them. No shell
// reads them, which is what most mistakes come from.
import { hasSpecifier, shown, type ValueFault, type ValueReader } from './fault.ts';
import { hasParent, quoteFault } from './paths.ts';
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
  const { words, error } = splitWords(value, { escapes: 'relaxed' });
  const commands: Command[] = [];
  let current: Word[] = [];
  const flush = (): void => {
    const [first, ...parameters] = current;
    current = [];
    if (first === undefined) return;
    const prefixes = /^[-@:+!|]*/.exec(first.text)?.[0] ?? '';
    const program = { ...first, text: first.text.slice(prefixes.length), start: first.start + prefixes.length };
    commands.push({ prefixes, program, parameters });
  };
  for (const word of words) {
    if (word.text === ';' && value.slice(word.start, word.end) === ';') flush();
    else current.push(word);
  }
  flush();
  const fault = error ? quoteFault(error) : commandFault(commands);
  return { commands, ...(fault ? { fault } : {}) };
}

export const readExec: ValueReader = (value) => (value === '' ? undefined : readCommands(value).fault);

function commandFault(commands: readonly Command[]): ValueFault | undefined {
  for (const { prefixes, program, parameters } of commands) {
    const { text, start, end } = program;
    const prefixFault = faultOfPrefixes(prefixes, start);
    if (prefixFault) return prefixFault;
    if (text === '') return { start: start - prefixes.length, end, message: 'there is no program behind the prefix; write its path' };
    if (text.includes('/') && !text.startsWith('/') && !hasSpecifier(text)) {
      return { start, end, message: `${shown(text)} is no absolute path; begin it with \`/\`, or write the name alone` };
    }
    if (text.endsWith('/')) return { start, end, message: `${shown(text)} is a directory; write the path of a program` };
    if (text === '.' || text === '..' || (text.startsWith('/') && hasParent(text))) {
      return { start, end, message: `${shown(text)} has \`..\` or \`.\` in it; write the path that it means` };
    }
    if (prefixes.includes('@') && parameters.length === 0) {
      return { start: start - prefixes.length, end, message: 'with `@` the program’s own name must follow; write it behind the path' };
    }
  }
  return undefined;
}

/** `+`, `!` and `!!` exclude each other; each of the others stands once. */
function faultOfPrefixes(prefixes: string, end: number): ValueFault | undefined {
  const start = end - prefixes.length;
  const privileges = prefixes.replace(/[^+!]/g, '');
  if (!['', '+', '!', '!!'].includes(privileges)) {
    return { start, end, message: `the prefixes \`${privileges}\` exclude each other; choose one of \`+\`, \`!\` and \`!!\`` };
  }
  return undefined;
}
