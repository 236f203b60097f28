// What a preview asks of the server, as types and names alone: clients import it as they import `protocol.ts`.
import type { Preview } from '../../compiler/src/preview/preview.ts';

/** Request: what a config makes of a machine: files, units, users, disks. Answers null for what is no config. */
export const previewRequest = 'kindling/preview';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface SourcePlace {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** The compiler's preview with places as the protocol has them. */
export type Placed<T> = {
  readonly [K in keyof T as K extends 'source' ? never : K]: T[K] extends readonly (infer Item)[] | undefined
    ? readonly Placed<Item>[] | Extract<T[K], undefined>
    : T[K] extends object | undefined
      ? Placed<T[K]>
      : T[K];
} & (T extends { readonly source: unknown } ? { readonly source?: SourcePlace } : unknown);

export interface PreviewResult {
  /** The version of the document that it was made of. */
  readonly version: number;
  /** The spec, such as `fcos 1.7.0`; absent when variant and version name none. */
  readonly spec?: string;
  readonly errors: number;
  readonly warnings: number;
  /** Absent without a spec. */
  readonly preview?: PlacedPreview;
}

type ListsOf<T> = { readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? readonly Placed<Item>[] : never };

export type PlacedPreview = ListsOf<Preview>;
export type PlacedFile = PlacedPreview['files'][number];
export type PlacedUnit = PlacedPreview['units'][number];
export type PlacedUser = PlacedPreview['users'][number];
export type PlacedGroup = PlacedPreview['groups'][number];
export type PlacedVolume = PlacedPreview['volumes'][number];
export type PlacedPiece = PlacedVolume['pieces'][number];
export type PlacedLayer = PlacedPiece['layers'][number];
