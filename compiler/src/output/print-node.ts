// What the printers print: JSON values with origins, names and order settled. Made by `printable.ts`, read by
// `print-json.ts` and `print-yaml.ts`.
import type { Origin } from '../diagnostic/origin.ts';

export type PrintNode = PrintScalar | PrintList | PrintObject;

export interface PrintScalar {
  readonly kind: 'scalar';
  readonly value: string | number | bigint | boolean | null;
  /** The bytes of a text that is not UTF-8; each bad byte is one U+FFFD in `value`. */
  readonly bytes?: Uint8Array;
  readonly origin?: Origin;
}

export interface PrintList {
  readonly kind: 'list';
  readonly items: readonly PrintNode[];
  readonly origin?: Origin;
}

export interface PrintObject {
  readonly kind: 'object';
  /** In the order in which JSON prints them. */
  readonly members: readonly PrintMember[];
  readonly origin?: Origin;
}

export interface PrintMember {
  readonly key: string;
  readonly value: PrintNode;
}

/** A printed text and where its pieces come from. */
export interface Printed {
  readonly text: string;
  readonly sourceMap: import('./source-map.ts').SourceMap;
}
