// What all renderers have in common: findings and the texts that they are in go in, one text comes out.
import type { DiagnosticDefinition } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { LinedText } from '../document.ts';
import type { Location } from '../text/range.ts';

/** The texts by the name under which locations refer to them. A text that is missing here is shown by its name alone. */
export type Documents = ReadonlyMap<string, LinedText>;

/** Pure and total: the same findings give the same text, and nothing of a user's file is left unescaped in it. */
export type Renderer = (diagnostics: readonly Diagnostic[], documents: Documents, options?: RenderOptions) => string;

export interface RenderOptions {
  /** The definitions of the codes: help and links come from them. */
  readonly definitionOf?: (code: string) => DiagnosticDefinition | undefined;
  /** How `pretty` emphasises; plain text when absent. */
  readonly style?: Style;
  /** The width of the terminal in cells; 100 when absent. */
  readonly columns?: number;
  /** Kindling's own version. */
  readonly version?: string;
  /** All files that were looked at, those without findings too. Those of the findings when absent. */
  readonly files?: readonly string[];
  /** Files that could not be looked at. */
  readonly failures?: readonly FileFailure[];
  /** How the reader of `github` and `sarif` calls a file; as it is called here when absent. */
  readonly nameOf?: (file: string) => string;
  /** How to mend a finding, best first. */
  readonly fixesOf?: (diagnostic: Diagnostic) => readonly DiagnosticFix[];
}

export interface FileFailure {
  readonly file: string;
  /** `permission denied`. */
  readonly message: string;
}

/** Changes of texts that remove a finding. The locations of its edits do not overlap. */
export interface DiagnosticFix {
  readonly message: string;
  readonly edits: readonly { readonly location: Location; readonly newText: string }[];
}

export type StyleRole = 'error' | 'warning' | 'note' | 'message' | 'gutter' | 'label';

/** Emphasises a piece of text that has been escaped already. */
export type Style = (role: StyleRole, text: string) => string;

export const plainStyle: Style = (_, text) => text;

/** A file as the reader of a report calls it. */
export function reportName(file: string, { nameOf }: RenderOptions): string {
  return nameOf?.(file) ?? file;
}

/** The names of all files of a report, each once. */
export function filesOf(diagnostics: readonly Diagnostic[], options: RenderOptions): readonly string[] {
  return [...new Set([...(options.files ?? []), ...diagnostics.map((diagnostic) => diagnostic.location.uri)])];
}
