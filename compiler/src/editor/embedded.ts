// The texts of embedded languages in a document: which of them is at an offset, and the way in and out. Texts in the document
// itself only; local files are documents of their own.
import type { ObjectNode } from '../../../spec/model.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Binding } from '../binding.ts';
import type { Config } from '../config.ts';
import { decode } from '../decode.ts';
import type { Document } from '../document.ts';
import type { EmbeddedText, LanguageDeclaration } from '../embedded/language.ts';
import { type Region, regionOf } from '../embedded/region.ts';
import { embeddedTexts } from '../embedded/texts.ts';
import type { OutObject } from '../output/nodes.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import { keyOf } from '../syntax/resolve-scalar.ts';
import { bindingAtOffset, nodeAtOffset } from './node-at.ts';
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

/** The embedded text at an offset. Looks at the one item of the config that is there, not at all the others. */
export function embeddedAt(document: Document, root: Binding, offset: number): EmbeddedSpot | undefined {
  const { point, side } = rulesOf(document.text);
  const node = nodeAtOffset(document.root, offset);
  if (side === 'output' || node?.kind !== 'scalar') return undefined;
  const item = itemAt(root, offset);
  if (item === undefined) return undefined;
  const texts = embeddedTexts(onlyWith(item, decode(item.binding, item.binding.spec as ObjectNode, point)), {});
  for (const { language, text, path } of texts) {
    if (nodeAt(document.root, path) !== node) continue;
    const region = regionOf(node, document.text);
    const inner = region?.toInner(offset);
    if (region && inner !== undefined) return { language, text, region, ...node.valueRange, offset: inner };
  }
  return undefined;
}

interface Item {
  readonly section: 'systemd' | 'storage';
  readonly list: string;
  readonly binding: Binding;
}

/** The unit, Quadlet or file at an offset. */
function itemAt(root: Binding, offset: number): Item | undefined {
  let binding = bindingAtOffset(root, offset)?.binding;
  while (binding && binding.path.length > itemDepth) binding = binding.parent;
  const [section, list] = binding?.path ?? [];
  if (binding?.path.length !== itemDepth || binding.spec.kind !== 'object') return undefined;
  const isHolder = section === 'systemd' || (section === 'storage' && list === 'files');
  return isHolder ? { section, list: String(list), binding } : undefined;
}

/** `systemd.units[0]` */
const itemDepth = 3;

/** A config in which nothing but one item stands. */
function onlyWith({ section, list, binding: origin }: Item, item: OutObject): Config {
  const items = { kind: 'list', items: [item], origin } as const;
  const inner = { kind: 'object', fields: { [list]: items }, origin } as const;
  return { kind: 'object', fields: { [section]: inner }, origin } as Config;
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
