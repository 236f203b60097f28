// Plain data as YAML, in block or flow style, for what an edit puts in anew.
import { canBeLiteral, writeLiteral, writeScalar } from './write-scalar.ts';

/** What an edit can write. Texts are texts: `'644'` comes out in quotes. `Verbatim` is a piece of YAML for one line. */
export type Data = string | number | boolean | null | Verbatim | readonly Data[] | { readonly [key: string]: Data };

export class Verbatim {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export interface WriteStyle {
  /** Column of the entry that holds the value. */
  readonly column: number;
  readonly step: number;
  readonly lineBreak: string;
}

/** `data` behind a colon or dash, in block style: begins with a blank or a line break. Has no line break at its end. */
export function writeAfterColon(data: Data, style: WriteStyle): string {
  const inner = { ...style, column: style.column + style.step };
  if (isList(data) && data.length > 0) return style.lineBreak + pad(inner.column) + writeItems(data, inner);
  if (isObject(data) && Object.keys(data).length > 0) {
    return style.lineBreak + pad(inner.column) + writeEntries(data, inner);
  }
  return ` ${writeLeaf(data, style)}`;
}

/** `data` behind a dash in `style.column`: an object begins on the dash's line. */
export function writeAfterDash(data: Data, style: WriteStyle): string {
  const inner = { ...style, column: style.column + 2 };
  if (isList(data) && data.length > 0) return ` ${writeItems(data, inner)}`;
  if (isObject(data) && Object.keys(data).length > 0) return ` ${writeEntries(data, inner)}`;
  return ` ${writeLeaf(data, style)}`;
}

/** The entries of an object, the first without indentation, the others in `style.column`. */
function writeEntries(data: { readonly [key: string]: Data }, style: WriteStyle): string {
  const entries = Object.entries(data).map(([key, value]) => writeEntry(key, value, style));
  return entries.join(style.lineBreak + pad(style.column));
}

/** One entry, without indentation; its further lines stand relative to `style.column`. */
export function writeEntry(key: string, value: Data, style: WriteStyle): string {
  return `${writeScalar(key, { inFlow: false, isKey: true })}:${writeAfterColon(value, style)}`;
}

function writeItems(data: readonly Data[], style: WriteStyle): string {
  return data.map((item) => `-${writeAfterDash(item, style)}`).join(style.lineBreak + pad(style.column));
}

function writeLeaf(data: Data, { column, step, lineBreak }: WriteStyle): string {
  if (typeof data === 'string' && /\n./s.test(data) && canBeLiteral(data)) {
    return writeLiteral(data, column + step, lineBreak);
  }
  return writeFlow(data, false);
}

/** `data` on one line. `inFlow`: inside of brackets or braces. */
export function writeFlow(data: Data, inFlow = true): string {
  if (data instanceof Verbatim) return data.text;
  if (typeof data === 'string') return writeScalar(data, { inFlow, isKey: false });
  if (isList(data)) return `[${data.map((item) => writeFlow(item)).join(', ')}]`;
  if (isObject(data)) {
    const entries = Object.entries(data).map(([key, value]) => writeFlowEntry(key, value));
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return String(data);
}

export function writeFlowEntry(key: string, value: Data): string {
  return `${writeScalar(key, { inFlow: true, isKey: true })}: ${writeFlow(value)}`;
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

function isObject(data: Data): data is { readonly [key: string]: Data } {
  return typeof data === 'object' && data !== null && !isList(data) && !(data instanceof Verbatim);
}

function pad(column: number): string {
  return ' '.repeat(column);
}
