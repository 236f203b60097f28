// The pieces that the scanner cuts a YAML text into, block structure made explicit. Data only.
import type { ScalarStyle } from './nodes.ts';

export type TokenKind =
  | 'text-end'
  | 'version'
  | 'tag-handle'
  | 'document-start'
  | 'document-end'
  /** A block sequence or mapping begins, because a dash or key stands further right than before. Takes no text. */
  | 'block-seq'
  | 'block-map'
  /** Closes what `block-seq` or `block-map` began. Takes no text. */
  | 'block-end'
  | 'dash'
  /** `?`, or the place before a key that a colon follows (then without text). */
  | 'key'
  /** The colon. */
  | 'value'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The content of a scalar, the name of an anchor or alias, the resolved-to-be suffix of a tag, a directive's argument. */
  readonly text: string;
  /** Of a scalar. */
  readonly style: ScalarStyle;
  /** Of a tag or a `%TAG` directive: `!`, `!!`, `!name!`, or empty for a tag that stands for itself. */
  readonly handle: string;
  /** The simple key that this token may turn out to begin. */
  readonly candidate: KeyCandidate | undefined;
}

/** A place where a key may begin, known for sure only when its colon comes, on the same line. */
export interface KeyCandidate {
  possible: boolean;
  /** Its token is held back until it is known whether it begins a key. */
  isAwaited: boolean;
  /** It stands where only a key can stand: a missing colon is a fault. */
  readonly required: boolean;
  readonly start: number;
  /** Start of its line. */
  readonly line: number;
  /** Its place in the count of all tokens. */
  readonly index: number;
}
