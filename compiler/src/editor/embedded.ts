// The texts of embedded languages in a document: which of them is at an offset, and the way in and out. Texts in the document
// itself only; local files are documents of their own.
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Binding } from '../binding.ts';
import { decode } from '../decode.ts';
import type { Document } from '../document.ts';
import type { EmbeddedText, LanguageDeclaration } from '../embedded/language.ts';
import { type Region, regionOf } from '../embedded/region.ts';
import { embeddedTexts } from '../embedded/texts.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import { keyOf } from '../syntax/resolve-scalar.ts';
import { rulesOf } from './rules-of.ts';

export interface EmbeddedPart {
  readonly language: LanguageDeclaration;
  readonly text: EmbeddedText;
  readonly region: Region;
  /** Offsets of the scalar in the document. */
  readonly start: number;
  readonly end: number;
}

export interface EmbeddedSpot extends EmbeddedPart {
  /** The offset in the text. */
  readonly offset: number;
}

/** All embedded texts that are written in a document, in its order. */
export function embeddedIn(document: Document, root: Binding): readonly EmbeddedPart[] {
  const { point, side } = rulesOf(document.text);
  if (side === 'output') return [];
  const texts = embeddedTexts(decode(root, configSpec, point), {});
  return texts.flatMap(({ language, text, path }) => {
    const node = nodeAt(document.root, path);
    if (node?.kind !== 'scalar') return [];
    const region = regionOf(node, document.text);
    return region === undefined ? [] : [{ language, text, region, ...node.valueRange }];
  });
}

/** The embedded text at an offset. */
export function embeddedAt(parts: readonly EmbeddedPart[], offset: number): EmbeddedSpot | undefined {
  const part = parts.find(({ start, end }) => start <= offset && offset <= end);
  const inner = part?.region.toInner(offset);
  return part === undefined || inner === undefined ? undefined : { ...part, offset: inner };
}

function nodeAt(root: SyntaxNode, path: readonly (string | number)[]): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'seq' && typeof step === 'number') node = node.items[step];
    else if (node?.kind === 'map') node = node.pairs.find(({ key }) => keyOf(key) === step)?.value;
    else return undefined;
  }
  return node;
}
