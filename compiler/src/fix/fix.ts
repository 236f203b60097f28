// What a fix is: edits that mend one finding, with words for whoever has to choose. One file a code in `fixes/`, named after it.
// A fix is computed from the finding and the tree, only when somebody asks.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import type { Host } from '../host.ts';
import type { TextEdit } from '../text/edit.ts';

export interface Fix {
  /** What it does, in a few words, lower case. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /**
   * Nobody can have meant anything else, or nothing but what the finding is about changes in the output. What is not safe is
   * applied only when it is asked for.
   */
  readonly safe: boolean;
  /** The one to choose, of several for a finding. */
  readonly isPreferred: boolean;
}

/** What a fix may need besides the document. */
export interface FixContext {
  readonly host?: Host;
  /** The hexadecimal digest of a file; without it no hashes are computed. */
  readonly digest?: (name: 'sha256' | 'sha512', bytes: Uint8Array) => string;
}

export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly document: Document;
  readonly context: FixContext;
}

export interface FixDefinition {
  readonly code: string;
  /** The fixes for a finding of this code, the preferred one first. Of a finding that they do not understand, none. */
  readonly fixes: (finding: Finding) => readonly Fix[];
}

export function defineFix(definition: FixDefinition): FixDefinition {
  return definition;
}
