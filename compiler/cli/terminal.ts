// What a terminal can: colour, and how wide it is. Texts that come here are escaped already.
import pc from 'picocolors';
import type { Style, StyleRole } from '../src/render/renderer.ts';
import { exitCodes, Failure } from './failure.ts';

/** What `--color` and its British spelling can say. */
export interface ColorFlags {
  readonly color?: string;
  readonly colour?: string;
}

/** `auto`: on a terminal that can, unless NO_COLOR (no-color.org) is set. */
export function wantsColor({ color, colour }: ColorFlags, stream: { readonly isTTY?: boolean }): boolean {
  const when = color ?? colour ?? 'auto';
  if (when === 'always' || when === 'yes') return true;
  if (when === 'never' || when === 'no') return false;
  if (when !== 'auto') {
    throw new Failure(`--color takes \`auto\`, \`always\` or \`never\`, not \`${when}\``, exitCodes.usage);
  }
  const { NO_COLOR: noColor, TERM: term } = process.env;
  return stream.isTTY === true && !noColor && term !== 'dumb';
}

/** The style of a report in colour. */
export function colorStyle(): Style {
  const { bold, red, yellow, cyan, blue } = pc.createColors(true);
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
