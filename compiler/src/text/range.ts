// What a place in a text is. Offsets are UTF-16 code units everywhere in the core; lines and columns exist only in
// `line-index.ts` and in whoever shows a place to a person.

/** A half-open piece of a text: `start` is the first code unit, `end` the one after the last. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A range in a named text. */
export interface Location {
  /** The name under which the host knows the text: a path, `-` for standard input, a URI in editors. */
  readonly uri: string;
  readonly range: SourceRange;
}
