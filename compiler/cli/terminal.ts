// What a terminal can: colour, and how wide it is. Texts that come here are escaped already.
import type { Style, StyleRole } from '../src/render/renderer.ts';
import { exitCodes, Failure } from './failure.ts';

/** What `--color` and its British spelling can say. */
export interface ColorFlags {
  readonly color?: string;
  readonly colour?: string;
}

/** What the flags ask for, in one word. */
export function colorWish({ color, colour }: ColorFlags): 'always' | 'never' | 'auto' {
  const when = color ?? colour ?? 'auto';
  if (when === 'always' || when === 'yes') return 'always';
  if (when === 'never' || when === 'no') return 'never';
  if (when === 'auto') return 'auto';
  throw new Failure(`--color takes \`auto\`, \`always\` or \`never\`, not \`${when}\``, exitCodes.usage);
}

/** `auto`: on a terminal that can, unless NO_COLOR (no-color.org) is set. */
export function wantsColor(flags: ColorFlags, stream: { readonly isTTY?: boolean }): boolean {
  const wish = colorWish(flags);
  if (wish !== 'auto') return wish === 'always';
  const { NO_COLOR: noColor, TERM: term } = process.env;
  return stream.isTTY === true && !noColor && term !== 'dumb';
}

/** A text between the codes that switch a look on and off (ECMA-48). */
const ink =
  (on: number, off: number) =>
  (text: string): string =>
    `\x1b[${on}m${text}\x1b[${off}m`;

const plainWeight = 22;
const plainColor = 39;
export const bold = ink(1, plainWeight);
export const red = ink(31, plainColor);
export const green = ink(32, plainColor);
const yellow = ink(33, plainColor);
export const blue = ink(34, plainColor);
export const cyan = ink(36, plainColor);

/** The style of a report in colour. */
export function colorStyle(): Style {
  const paint: Readonly<Record<StyleRole, (text: string) => string>> = {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    note: (text) => bold(cyan(text)),
    message: bold,
    gutter: blue,
    label: bold,
  };
  return (role, text) => paint[role](text);
}

/** The width of a terminal in characters; undefined where there is none, or it does not tell. */
export function columnsOf({ columns }: { readonly columns?: number }): number | undefined {
  return columns !== undefined && columns > 0 ? columns : undefined;
}
