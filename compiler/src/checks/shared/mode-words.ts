// How a mode is shown in messages: as it is written, with its octal form where that is another one. Nobody knows `01204` again who
// has written `644`.
import { Binding } from '../../binding.ts';
import type { OutInt } from '../../output/nodes.ts';
import type { ScalarNode } from '../../syntax/nodes.ts';
import type { CheckContext } from './check.ts';
import { isButane } from './language.ts';
import { isUsualMode } from './usual-mode.ts';
import { octal } from './words.ts';

export type ModeOf = 'file' | 'directory';

/** `` `0644` ``, or `` `420` (`0644` in octal) `` of one that is not written in octal. */
export function shownMode(mode: OutInt): string {
  const written = writtenMode(mode);
  const inOctal = `\`${octal(mode.value)}\``;
  return written === undefined || isOctal(written.text) ? inOctal : `\`${written.text}\` (${inOctal} in octal)`;
}

/** The octal form of decimal digits that make sense only as octal ones: `0644` of 644. Undefined when the number was meant. */
export function meantInOctal(mode: OutInt, of: ModeOf): string | undefined {
  const digits = String(mode.value);
  if (!/^[0-7]{1,4}$/.test(digits)) return undefined;
  const isMistaken = !isUsualMode(Number(mode.value), of) && isUsualMode(Number.parseInt(digits, 8), of);
  return isMistaken ? `0${digits}` : undefined;
}

/** How an octal mode is to be written in the place of `mode`: JSON has no octal numbers. */
export function asWritable(inOctal: string, mode: OutInt, context: Pick<CheckContext, 'config'>): string {
  const isYaml = isButane(context) || writtenMode(mode)?.isView === true;
  return isYaml ? `\`${inOctal}\`` : `\`${Number.parseInt(inOctal, 8)}\`, which is \`${inOctal}\` in octal`;
}

/** The scalar of a mode, as it stands in the source; undefined of one that sugar or quotes have made. */
export function writtenMode({ origin }: OutInt): { readonly text: string; readonly isView: boolean } | undefined {
  const node = origin instanceof Binding ? origin.value : undefined;
  if (node?.kind !== 'scalar') return undefined;
  const scalar: ScalarNode = node.written ?? node;
  return scalar.style === 'plain' ? { text: scalar.text, isView: node.written !== undefined } : undefined;
}

function isOctal(text: string): boolean {
  return /^[-+]?0o?[0-7_]*$/.test(text);
}
