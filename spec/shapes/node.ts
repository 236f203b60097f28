// What files, directories and links have in common.
import { bool, byKey, int, str } from '../dsl.ts';
import type { Field } from '../model.ts';
import { cleanPath } from './patterns.ts';

/** Files, directories and links share one key space: a path can be only one of them. */
export const byPath = byKey('path', 'nodes');

export function nodePath(noun: string, example: string) {
  return str({
    doc: `Where ${noun} is.`,
    example,
    nullable: false,
    required: true,
    form: 'absolute path in shortest form',
    pattern: cleanPath,
    role: 'path',
  });
}

export function overwrite(more: string) {
  return bool({ doc: `Delete whatever is at the path first${more}`, example: true, default: 'false.' });
}

/** Permission bits. Whether they are in range and make sense is judged by the checks. */
export function mode(meta: Pick<Field, 'doc' | 'example' | 'default' | 'gate' | 'note'>) {
  return int({
    form: 'integer from 0 to 07777',
    sourceNote: 'Write it in octal: with a leading `0` or `0o`, and without quotes.',
    role: 'mode',
    ...meta,
  });
}

export const permissionBits = 'Permission bits. Bits above 0777 take effect from Ignition 3.6.0 on.';
