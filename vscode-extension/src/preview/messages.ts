// What the extension and its preview panel say to each other. Types alone: both sides import this file, each in its own world.
import type { PreviewResult, SourcePlace } from '../../../lsp/src/preview-protocol.ts';
import type { OutputResult } from '../../../lsp/src/protocol.ts';

export type Strings = Readonly<Record<string, string>>;

export type ToPanel =
  | { readonly kind: 'strings'; readonly strings: Strings }
  | {
      readonly kind: 'show';
      readonly uri: string;
      readonly name: string;
      readonly output: OutputResult | undefined;
      readonly about: PreviewResult | undefined;
      readonly limit: number;
    }
  /** There is nothing to show. */
  | { readonly kind: 'nothing' }
  /** The cursor is in this line (from 0) of this document. */
  | { readonly kind: 'cursor'; readonly uri: string; readonly line: number };

export type FromPanel =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reveal'; readonly place: SourcePlace; readonly focus: boolean }
  | { readonly kind: 'command'; readonly command: 'compile' | 'compileBeside' }
  | { readonly kind: 'open'; readonly name: string; readonly text: string };
