// What a scalar means: its type by tag, style and text, and its value as a text, an integer or a truth value, exactly as the
// reference's YAML reader decides. Pure; never follows aliases and never looks at specs.
import { decodeBase64 } from '../text/base64.ts';
import { decodeUtf8, isUtf8 } from '../text/utf8.ts';
import { fitsInt64, type NumberResolution, resolveNumber, truncateToInt } from '../text/yaml-number.ts';
import { isTimestamp } from '../text/yaml-timestamp.ts';
import type { MissingNode, ScalarNode, SyntaxNode } from './nodes.ts';

/** A place that can hold a scalar: written text, or nothing. */
export type ScalarLike = ScalarNode | MissingNode;

/**
 * A value read for a field. `null`: the field counts as absent. `mismatch`: the scalar is of another type. `invalid-tag`: an
 * explicit tag that the text does not fit, which the reference refuses wherever the scalar is used.
 */
export type Reading = TextReading | IntReading | BoolReading | Unreadable;
export type Unreadable = { readonly kind: 'null' } | { readonly kind: 'mismatch' } | { readonly kind: 'invalid-tag' };

export interface TextReading {
  readonly kind: 'text';
  readonly value: string;
  /** The bytes of `!!binary` data that is not UTF-8; `value` then has one U+FFFD for each bad byte. */
  readonly bytes?: Uint8Array;
}

export interface IntReading {
  readonly kind: 'int';
  /** 64 bits, exact: a bigint when a double cannot hold it. */
  readonly value: number | bigint;
}

export interface BoolReading {
  readonly kind: 'bool';
  readonly value: boolean;
}

const nothing = { kind: 'null' } as const;
const mismatch = { kind: 'mismatch' } as const;
const invalidTag = { kind: 'invalid-tag' } as const;

const corePrefix = 'tag:yaml.org,2002:';
/** Tags whose text has to resolve to the type that they name. */
const checkedTags: ReadonlySet<string> = new Set(['bool', 'int', 'float', 'null', 'timestamp']);

type Resolution =
  | NumberResolution
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'text' };

const text: Resolution = { kind: 'text' };
const timestamp: Resolution = { kind: 'timestamp' };
const words = wordTable();

/**
 * The short tag of a scalar: `str`, `int`, `float`, `bool`, `null`, `timestamp`, `binary`, `merge`, another name of YAML's
 * own (`set`), or a custom tag as it is resolved (`!foo`). An explicit tag is believed; `readText` tells whether it fits.
 */
export function resolveTag(node: ScalarLike): string {
  const explicit = explicitTag(node);
  if (explicit !== undefined) return explicit;
  if (node.kind === 'missing') return 'null';
  if (node.style !== 'plain') return 'str';
  if (node.text === '<<') return 'merge';
  const resolved = resolveUntagged(node.text, true);
  return resolved.kind === 'text' ? 'str' : resolved.kind;
}

/** Whether a node stands for nothing: null, `~`, an empty place, or whatever carries `!!null`. */
export function resolvesToNull(node: ScalarLike): boolean {
  return resolveTag(node) === 'null';
}

/** Whether a key merges: `<<` unquoted, or tagged `!!merge`. */
export function isMergeKey(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.text === '<<' && resolveTag(node) === 'merge';
}

/** A key as it is written, before tags and aliases are looked at; undefined for a list or mapping as key. */
export function keyOf(node: SyntaxNode): string | undefined {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'missing':
      return '';
    case 'alias':
      return node.name;
    default:
      return undefined;
  }
}

/** The scalar as a text. Every scalar is one: numbers and truth values keep their spelling. */
export function readText(node: ScalarLike): TextReading | Unreadable {
  const tag = resolveTag(node);
  if (tag === 'binary') return readBinary(node);
  const resolved = resolve(node, tag);
  if (resolved === undefined) return invalidTag;
  return resolved.kind === 'null' ? nothing : { kind: 'text', value: contentOf(node) };
}

/** The scalar as a 64-bit integer. Floats are cut towards zero; quoted numbers do not count. */
export function readInt(node: ScalarLike): IntReading | Unreadable {
  const tag = resolveTag(node);
  if (tag === 'binary') return binaryBytes(node) === undefined ? invalidTag : mismatch;
  const resolved = resolve(node, tag);
  if (resolved === undefined) return invalidTag;
  switch (resolved.kind) {
    case 'null':
      return nothing;
    case 'int':
      return fitsInt64(resolved.value) ? intReading(resolved.value) : mismatch;
    case 'float': {
      const value = truncateToInt(resolved.value);
      return value === undefined ? mismatch : intReading(value);
    }
    default:
      return mismatch;
  }
}

/** The scalar as a truth value. `true` and `false` must be unquoted; `yes`, `off` and the like count in any style. */
export function readBool(node: ScalarLike): BoolReading | Unreadable {
  const tag = resolveTag(node);
  if (tag === 'binary') {
    const data = readBinary(node);
    return data.kind === 'text' ? truthWord(data.value) : data;
  }
  const resolved = resolve(node, tag);
  if (resolved === undefined) return invalidTag;
  switch (resolved.kind) {
    case 'null':
      return nothing;
    case 'bool':
      return { kind: 'bool', value: resolved.value };
    case 'text':
      return truthWord(contentOf(node));
    default:
      return mismatch;
  }
}

/** The short form of an explicit tag; undefined when there is none, or `!`, which changes nothing. */
function explicitTag(node: ScalarLike): string | undefined {
  const tag = node.tag?.text;
  if (tag === undefined || tag === '!') return undefined;
  if (tag.startsWith(corePrefix)) return tag.slice(corePrefix.length);
  // `!<!!int>` is spelled short already, while `!<int>` is a custom tag that must not pass for YAML's own.
  if (tag.startsWith('!!')) return tag.slice(2);
  return tag.startsWith('!') || tag.includes(':') ? tag : `!<${tag}>`;
}

function contentOf(node: ScalarLike): string {
  return node.kind === 'scalar' ? node.text : '';
}

/** The typed value of a scalar with its short tag; undefined when the text does not fit an explicit tag. */
function resolve(node: ScalarLike, tag: string): Resolution | undefined {
  const isExplicit = explicitTag(node) !== undefined;
  if (!isExplicit && node.kind === 'missing') return nothing;
  if (!checkedTags.has(tag)) return text;
  const resolved = resolveUntagged(contentOf(node), !isExplicit || tag === 'timestamp');
  if (!isExplicit || resolved.kind === tag) return resolved;
  // An integer is accepted for !!float, unless only an unsigned field could hold it.
  if (tag === 'float' && resolved.kind === 'int' && fitsInt64(resolved.value)) {
    return { kind: 'float', value: Number(resolved.value) };
  }
  return undefined;
}

function resolveUntagged(content: string, mayBeTimestamp: boolean): Resolution {
  const word = words.get(content);
  if (word !== undefined) return word;
  const unit = content.charCodeAt(0);
  const isDigit = unit >= 0x30 && unit <= 0x39;
  if (!isDigit && unit !== 0x2b && unit !== 0x2d && unit !== 0x2e) return text;
  if (isDigit && mayBeTimestamp && isTimestamp(content)) return timestamp;
  return resolveNumber(content) ?? text;
}

function wordTable(): ReadonlyMap<string, Resolution> {
  const table = new Map<string, Resolution>();
  const add = (resolution: Resolution, ...spellings: readonly string[]): void => {
    for (const spelling of spellings) table.set(spelling, resolution);
  };
  add({ kind: 'null' }, '', '~', 'null', 'Null', 'NULL');
  add({ kind: 'bool', value: true }, 'true', 'True', 'TRUE');
  add({ kind: 'bool', value: false }, 'false', 'False', 'FALSE');
  add({ kind: 'float', value: Number.NaN }, '.nan', '.NaN', '.NAN');
  add({ kind: 'float', value: Number.POSITIVE_INFINITY }, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF');
  add({ kind: 'float', value: Number.NEGATIVE_INFINITY }, '-.inf', '-.Inf', '-.INF');
  return table;
}

const yesWords: ReadonlySet<string> = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const noWords: ReadonlySet<string> = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);

function truthWord(content: string): BoolReading | Unreadable {
  if (yesWords.has(content)) return { kind: 'bool', value: true };
  return noWords.has(content) ? { kind: 'bool', value: false } : mismatch;
}

function intReading(value: bigint): IntReading {
  const double = Number(value);
  return { kind: 'int', value: Number.isSafeInteger(double) ? double : value };
}

function binaryBytes(node: ScalarLike): Uint8Array | undefined {
  return decodeBase64(contentOf(node));
}

function readBinary(node: ScalarLike): TextReading | Unreadable {
  const bytes = binaryBytes(node);
  if (bytes === undefined) return invalidTag;
  const value = decodeUtf8(bytes);
  return isUtf8(bytes) ? { kind: 'text', value } : { kind: 'text', value, bytes };
}
