// Small mistakes in unit files: one character, one key, one value, one section. Always the same ones for the same text.

/** A random number generator with a seed (mulberry32): mutations must be the same in every run. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export type Mutation = 'character' | 'key' | 'value' | 'section';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789=-_./%"\\ [#';
const unitKeys = [
  'ExecStrat',
  'Restrat',
  'Descripton',
  'WantedBy',
  'Where',
  'OnCalendar',
  'Environment',
  'ListenStream',
  'After',
  'Type',
  'X-Mine',
];
const unitValues = [
  '',
  'yes',
  'maybe',
  '-1',
  '5',
  'infinity',
  'foo',
  'a b',
  '/abs',
  'rel/path',
  '"open',
  '5 min',
  '%Z',
  'always',
  '50%',
  'SIGFOO',
  '~',
  'A=b',
  '0x10',
  '99999999999999999999',
];
const unitSections = ['Unit', 'Service', 'Install', 'Servce', 'Timer', 'X-Foo', 'service', 'Socket', ''];

/** What may be written instead of what is there. */
export interface Words {
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly sections: readonly string[];
}

const unitWords: Words = { keys: unitKeys, values: unitValues, sections: unitSections };

/** One mistake of a kind. */
export function mutate(
  text: string,
  kind: Mutation,
  below: (below: number) => number,
  { keys, values, sections }: Words = unitWords,
): string {
  if (kind === 'character') return mutateCharacter(text, below);
  const lines = text.split('\n');
  const pattern = kind === 'section' ? /^\[/ : /^[A-Za-z][^=]*=/;
  const candidates = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
  const at = candidates[below(candidates.length)];
  if (at === undefined) return text;
  const line = lines[at] ?? '';
  const sign = line.indexOf('=');
  if (kind === 'section') lines[at] = `[${sections[below(sections.length)]}]`;
  else if (kind === 'value') lines[at] = `${line.slice(0, sign + 1)}${values[below(values.length)]}`;
  else if (below(2) === 0) lines[at] = `${keys[below(keys.length)]}${line.slice(sign)}`;
  else lines[at] = `${mutateCharacter(line.slice(0, sign), below)}${line.slice(sign)}`;
  return lines.join('\n');
}

function mutateCharacter(text: string, below: (below: number) => number): string {
  const at = below(Math.max(1, text.length));
  const letter = letters[below(letters.length)] ?? 'x';
  const way = below(4);
  if (way === 0) return text.slice(0, at) + text.slice(at + 1);
  if (way === 1) return text.slice(0, at) + letter + text.slice(at);
  if (way === 2) return text.slice(0, at) + letter + text.slice(at + 1);
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
