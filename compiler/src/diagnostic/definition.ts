// The one way to make a diagnostic: define its code once, with its documentation, and call the definition.
import type { Location } from '../text/range.ts';
import type { Diagnostic, DiagnosticNote, Path, Severity } from './diagnostic.ts';

/** The page of a code: what is wrong, why it matters, how to mend it. One to three sentences each, Markdown. */
export interface DiagnosticDocs {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export interface DiagnosticDefinition {
  readonly code: string;
  readonly severity: Severity;
  readonly docs: DiagnosticDocs;
  /** Every message of the code says its own way out, so that the page's, which is about all of them, would be noise. */
  readonly fixIsInMessages?: true;
}

/** Where a diagnostic belongs: the range, and the path in the document. */
export interface DiagnosticPlace {
  readonly location: Location;
  readonly path: Path;
  /** What stands there could not be read, and a diagnostic says so; further findings would only be consequences. */
  readonly damaged?: boolean;
}

export interface DiagnosticExtras {
  readonly severity?: Severity;
  readonly notes?: readonly DiagnosticNote[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Keeps a definition's literal types; the object is the definition. */
export function defineDiagnostic<const D extends DiagnosticDefinition>(definition: D): D {
  return definition;
}

/** A diagnostic of `definition` at `place`. `message` is lower case, says what is wrong and what to do. */
export function report(
  definition: DiagnosticDefinition,
  place: DiagnosticPlace,
  message: string,
  extras: DiagnosticExtras = {},
): Diagnostic {
  return {
    code: definition.code,
    severity: extras.severity ?? definition.severity,
    message,
    location: place.location,
    path: place.path,
    ...(extras.notes && extras.notes.length > 0 ? { notes: extras.notes } : {}),
    ...(extras.data ? { data: extras.data } : {}),
  };
}
