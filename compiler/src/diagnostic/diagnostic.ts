// What a finding is. Diagnostics are plain data, made only through their definition (`definition.ts`).
import type { Location } from '../text/range.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A step into a config: a key, or an index counted from 0. */
export type PathStep = string | number;
export type Path = readonly PathStep[];

/** A further place or reason that belongs to a diagnostic. */
export interface DiagnosticNote {
  readonly message: string;
  readonly location?: Location;
}

export interface Diagnostic {
  /** Kebab-case, unique, documented: `kindling rules CODE`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and what to do: lower case, no final full stop, the offending token in backticks. */
  readonly message: string;
  readonly location: Location;
  /** Where in the config, in the names of the source document; empty for the document as a whole. */
  readonly path: Path;
  readonly notes?: readonly DiagnosticNote[];
  /** The finding itself, so that a fix can be computed on demand. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** `$.storage.files.0.path`, the spelling that the reference uses. */
export function formatPath(path: Path): string {
  return ['$', ...path].join('.');
}
