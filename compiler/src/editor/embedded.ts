// The texts of embedded languages in a document: which of them is at an offset, and the way in and out; those inside an embedded
// config too. Texts in the document itself only: local files are documents of their own.
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Binding } from '../binding.ts';
import type { Config } from '../config.ts';
import { decode } from '../decode.ts';
import { innerRegion } from '../embedded/inner-region.ts';
import type { EmbeddedText, LanguageDeclaration } from '../embedded/language.ts';
import type { Region } from '../embedded/region.ts';
import { embeddedTexts, mergedTexts } from '../embedded/texts.ts';
import type { OutNode } from '../output/nodes.ts';
import type { ScalarNode } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';
import { readIgnition } from '../validate-ignition.ts';
import { type BoundDocument, bindIgnition } from './bind-text.ts';
import { bindingAtOffset } from './node-at.ts';

export interface EmbeddedPart extends SourceRange {
  readonly language: LanguageDeclaration;
  readonly text: EmbeddedText;
  readonly region: Region;
  /** The scalar of the document that holds the text; absent for a text inside an embedded config. */
  readonly node?: ScalarNode;
}

export interface EmbeddedSpot extends EmbeddedPart {
  /** The offset in the text. */
  readonly offset: number;
  /** The embedded config that the text is in. */
  readonly around?: EmbeddedSpot;
}

/** All embedded texts that are written in a document, in its order, each behind the one that holds it. */
export function embeddedIn(bound: BoundDocument): readonly EmbeddedPart[] {
  const config = configOf(bound);
  if (config === undefined) return [];
  const parts = partsOf(decode(config, configSpec, bound.point));
  return parts.flatMap((part) => [part, ...inside(part).flatMap((config) => embeddedIn(config).map(into(part)))]);
}

/** The innermost embedded text at an offset. Looks at the one item of the config that is there, not at all the others. */
export function embeddedAt(bound: BoundDocument, offset: number): EmbeddedSpot | undefined {
  const config = configOf(bound);
  const item = config && itemAt(config, bound, offset);
  if (item === undefined) return undefined;
  for (const part of partsOf(item)) {
    const inner = part.start <= offset && offset <= part.end ? part.region.toInner(offset) : undefined;
    if (inner === undefined) continue;
    const spot: EmbeddedSpot = { ...part, offset: inner };
    const found = inside(part).map((config) => embeddedAt(config, inner))[0];
    return found ? { ...into(part)(found), offset: found.offset, around: spot } : spot;
  }
  return undefined;
}

/** The Ignition or Butane config of a document: all of it, or a part of a MachineConfig. */
function configOf({ root }: BoundDocument): Binding | undefined {
  if (root.spec === configSpec) return root;
  const inner = root.members?.get('spec')?.members?.get('config');
  return inner?.members ? inner : undefined;
}

function partsOf(config: Config): readonly EmbeddedPart[] {
  const seen = new Set<ScalarNode>();
  return [...embeddedTexts(config, {}), ...mergedTexts(config, {})].flatMap(({ language, text, written }) => {
    // What is merged into several mappings (`<<`) is written once.
    if (written === undefined || seen.has(written.node)) return [];
    seen.add(written.node);
    return [{ language, text, ...written, ...written.node.valueRange }];
  });
}

/** The config that a text is, when it is one. */
function inside({ language, text }: EmbeddedPart): readonly BoundDocument[] {
  return language.isConfig ? [bindIgnition(readIgnition(text.text, ''))] : [];
}

/** A part of an embedded config as one of the document around it. */
function into(outer: EmbeddedPart): (inner: EmbeddedPart) => EmbeddedPart {
  return ({ language, text, region, start, end }) => {
    const range = outer.region.toSourceRange({ start, end });
    return { language, text, region: innerRegion(outer.region, region), ...range };
  };
}

/** A config in which nothing stands but the unit, Quadlet, file, or merged configs at an offset. */
function itemAt(config: Binding, { point }: BoundDocument, offset: number): Config | undefined {
  const way: Binding[] = [];
  let binding = bindingAtOffset(config, offset)?.binding;
  for (; binding && binding !== config; binding = binding.parent) way.unshift(binding);
  const [section, list, item] = way;
  if (section?.step === 'ignition') return onlyWith(config, 'ignition', read(section));
  const isHolder = section?.step === 'systemd' || (section?.step === 'storage' && list?.step === 'files');
  if (!isHolder || list === undefined || item === undefined) return undefined;
  const items = { kind: 'list', items: [read(item)], origin: list } as const;
  const inner = { kind: 'object', fields: { [String(list.step)]: items }, origin: section } as const;
  return onlyWith(config, String(section.step), inner);

  function read(of: Binding): OutNode {
    // Sections, units and files are objects in every spec.
    return of.spec.kind === 'object' ? decode(of, of.spec, point) : { kind: 'object', fields: {}, origin: of };
  }
}

function onlyWith(origin: Binding, name: string, value: OutNode): Config {
  return { kind: 'object', fields: { [name]: value }, origin } as Config;
}
