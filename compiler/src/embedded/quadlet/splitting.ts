// How Podman's generator splits values into words: at blanks, with quotes and escapes, and what gets lost when the value was
// not written for that (LookupAllArgs, LookupAllStrv and LookupAllKeyVal in Podman's parser of unit files).
import { shown, type ValueFault } from '../unit-syntax/values/fault.ts';
import { splitWords, type Word } from '../unit-syntax/values/split.ts';

type Splitting = 'assignments' | 'arguments' | 'words';

const keys: { readonly [splitting in Splitting]: readonly string[] } = {
  assignments: 'Annotation BuildArg Environment Label Network.Options'.split(' '),
  arguments: 'EnvironmentFile Exec GlobalArgs Mask Mount PodmanArgs ReloadCmd Secret Unmask'.split(' '),
  /** Escapes count for nothing here. */
  words: 'AddCapability AddDevice ConfigMap DropCapability GIDMap LogOpt RemapGid RemapUid Sysctl UIDMap Yaml'.split(
    ' ',
  ),
};

const splittings: ReadonlyMap<string, Splitting> = new Map([
  ...keys.words.map((key) => [key, 'words'] as const),
  ...keys.arguments.map((key) => [key, 'arguments'] as const),
  ...keys.assignments.map((key) => [key, 'assignments'] as const),
]);

/** What gets lost of a value when it is split; undefined when the key is read as a whole, or nothing is lost. */
export function splittingFault(section: string, key: string, value: string): ValueFault | undefined {
  const splitting = splittings.get(`${section}.${key}`) ?? splittings.get(key);
  if (splitting === undefined) return undefined;
  const { words, error } = splitWords(value, { escapes: splitting === 'words' ? 'keep' : 'c' });
  // A backslash at the very end is left out without harm.
  if (error !== undefined && error.start + 1 < value.length) {
    return error.kind === 'quote' ? quoteFault(value, error.start, key) : escapeFault(value, error.start, key);
  }
  return splitting === 'assignments' ? cutFault(words, key) : undefined;
}

/** `start`: where the word begins that has no end. */
function quoteFault(value: string, start: number, key: string): ValueFault {
  const at = start + Math.max(0, value.slice(start).search(/["']/));
  const quote = value.charAt(at);
  const isApostrophe = quote === "'" && /\w/.test(value.charAt(at - 1));
  const advice = isApostrophe
    ? 'put double quotes around the whole word for an apostrophe in it'
    : `close it, or write \`\\${quote}\` for the character`;
  const message = `the quote ${shown(value.slice(at, at + 20))} is not closed, so that \`${key}=\` is not split as it is meant; ${advice}`;
  return { start: at, end: value.length, message };
}

function escapeFault(value: string, start: number, key: string): ValueFault {
  const sequence = value.slice(start, start + 2);
  const message = `${shown(sequence)} is no escape, and Podman drops the whole value of \`${key}=\`; write ${shown(`\\${sequence}`)} for a backslash`;
  return { start, end: start + sequence.length, message };
}

/** A word without `=` behind an assignment was meant as a part of it; so was one that begins with `=`. */
function cutFault(words: readonly Word[], key: string): ValueFault | undefined {
  const first = words.findIndex(({ text }) => text.indexOf('=') > 0);
  for (const [index, { text, start, end }] of words.entries()) {
    if (text.startsWith('=')) {
      return {
        start,
        end,
        message: `${shown(text)} assigns to nothing, as values are split at blanks; write \`NAME=VALUE\` without blanks`,
      };
    }
    if (first < 0 || index < first || text.includes('=') || isVariable(key, text)) continue;
    if (text.startsWith('#'))
      return { start, end, message: 'this is no comment but a part of the value; move it to a line of its own' };
    const message = `${shown(text)} is cut off from what stands before it, as values are split at blanks; put quotes around the whole assignment: \`${key}="NAME=a b"\``;
    return { start, end, message };
  }
  return undefined;
}

/** `--env NAME` and `--build-arg NAME` take a variable over from the one who starts Podman. */
function isVariable(key: string, word: string): boolean {
  return (key === 'Environment' || key === 'BuildArg') && /^[A-Z_][A-Z0-9_]*$/.test(word);
}
