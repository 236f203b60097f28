// A text that has been read: an immutable value with its syntax tree and the faults of its syntax.
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { SyntaxNode } from './syntax/nodes.ts';
import { LineIndex } from './text/line-index.ts';
import type { SourceRange } from './text/range.ts';

export interface Document {
  /** The host's name of the text, used in every location. */
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly root: SyntaxNode;
  /** Faults of encoding and syntax. */
  readonly problems: readonly Diagnostic[];
  /** Where a second YAML document starts; only the first one counts. */
  readonly laterDocument?: SourceRange;
}

/** A document that counts its lines when it is asked for one. Most never are: those without a finding. */
export function withLines(read: Omit<Document, 'lines'>): Document {
  let lines: LineIndex | undefined;
  return {
    ...read,
    get lines() {
      lines ??= new LineIndex(read.text);
      return lines;
    },
  };
}

/** A text with its lines: what it takes to show a place in it. */
export type LinedText = Pick<Document, 'uri' | 'text' | 'lines'>;
