// Keys of quadlets that take one word of a list.
import { type QuadletWords, quadletWords } from '../../../../spec/podman/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { hasSpecifier, shown, type ValueFault, wholeFault } from '../unit-syntax/values/fault.ts';

/** Podman takes no other spellings for a boolean (`y`, `t`), unlike systemd. */
const booleans = ['true', 'false', 'yes', 'no', 'on', 'off', '1', '0'];

/** The words of a key; undefined when it takes anything else. */
export function wordsOf(section: string, key: string): QuadletWords | undefined {
  return quadletWords[`${section}.${key}`];
}

/** What is wrong with the word that a key has; undefined where it is fine, or becomes known on the machine only. */
export function wordFault(value: string, list: QuadletWords): ValueFault | undefined {
  if (hasSpecifier(value) || value.includes('$') || isTaken(value, list)) return undefined;
  const meant = nearest(value, list.words) ?? (list.orBoolean ? nearest(value, booleans.slice(0, 4)) : undefined);
  const wrong = list.otherwise ?? 'Podman refuses it';
  const choice = [...list.words, ...(list.orBoolean ? ['true', 'false'] : [])].map((word) => `\`${word}\``);
  const others = list.orPath ? ', or an absolute path' : '';
  const advice =
    meant === undefined
      ? `write ${choice.slice(0, -1).join(', ')} or ${choice.at(-1)}${others}`
      : `did you mean \`${meant}\`?`;
  return wholeFault(value, `${shown(value)} is none of its words, and ${wrong}; ${advice}`);
}

function isTaken(value: string, list: QuadletWords): boolean {
  const { words, also = [], anyCase, orBoolean, orPath } = list;
  const folded = value.toLowerCase();
  if (orPath && value.startsWith('/')) return true;
  if (orBoolean && booleans.includes(folded)) return true;
  return [...words, ...also].includes(anyCase ? folded : value);
}
