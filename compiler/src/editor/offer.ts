// What completion offers: texts, where they go, and by what their page is found when somebody looks at one of them.
import type { SourceRange } from '../text/range.ts';

export type OfferKind = 'key' | 'value' | 'constant' | 'file' | 'folder' | 'reference' | 'unit' | 'task' | 'code';

/** By what the page of an offer is found again; plain data, so that it can go to the client and come back. */
export type Topic =
  | { readonly kind: 'field'; readonly page: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'text'; readonly text: string };

export interface Offer {
  readonly label: string;
  readonly kind: OfferKind;
  /** What is written without snippets. */
  readonly text: string;
  /** The same with places to fill in, in the syntax of LSP; absent where there are none. */
  readonly snippet?: string;
  readonly replace: SourceRange;
  /** What the client compares with what is typed, where that is not the label. */
  readonly filter?: string;
  /** Offers go by rank and then as they come. */
  readonly rank: number;
  readonly detail?: string;
  readonly topic?: Topic;
  /** More can be offered behind it. */
  readonly goesOn?: boolean;
}

/** A text in which nothing is a place to fill in. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
