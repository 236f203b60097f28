// What the tests of regions share: scalars as lists of atoms, each with what is written and the content that it is.
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { type Region, regionOf } from '../../compiler/src/embedded/region.ts';
import type { ScalarNode, SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';

/** How many scalars each property looks at. */
export const options = { numRuns: Number(process.env.FC_RUNS ?? 500) };

/** A piece of a scalar: what is written, and what of the content it is ("" for what is no content). */
export interface Atom {
  readonly written: string;
  readonly content: string;
}

/** The line breaks that files have. */
export const eols = fc.constantFrom('\n', '\r\n');

/** What is written, and the content that it is: the same when nothing is said. */
export function atom(written: string, content: string = written): Atom {
  return { written, content };
}

/** Characters that are content as they are: one atom for each unit, as each has a place of its own. */
export function raw(text: string): Atom[] {
  return text.split('').map((unit) => atom(unit));
}

/** The scalar at `key` in a document, with the atoms that it consists of, from `start` on. */
export function check(document: string, start: number, atoms: readonly Atom[]): void {
  const { root, problems } = parseYaml(document, 'x.bu');
  expect(problems).toEqual([]);
  const node = scalarAt(root);
  const region = regionOf(node, document);
  const content = atoms.map((each) => each.content).join('');
  expect(node.text).toBe(content);
  expect(region?.text).toBe(content);
  if (region) checkPlaces(region, document, start, atoms);
}

/** Holds each place of a region against the atoms that are written from `start` on. */
export function checkPlaces(region: Region, document: string, start: number, atoms: readonly Atom[]): void {
  let inner = 0;
  let outer = start;
  for (const { written, content } of atoms) {
    expect(document.startsWith(written, outer)).toBe(true);
    const end = outer + written.length;
    for (let unit = 0; unit < content.length; unit++) {
      expect(region.toSource(inner + unit)).toBe(outer);
      expect(region.toSourceRange({ start: inner + unit, end: inner + unit + 1 })).toEqual({ start: outer, end });
      expect(region.toSourceRange({ start: 0, end: inner + unit + 1 }).end).toBe(end);
    }
    if (content !== '') expect(region.toInner(outer)).toBe(inner);
    inner += content.length;
    outer = end;
  }
}

/** The scalar at `key`. */
export function scalarAt(root: SyntaxNode): ScalarNode {
  const node =
    root.kind === 'map' ? root.pairs.find(({ key }) => key.kind === 'scalar' && key.text === 'key') : undefined;
  if (node?.value.kind !== 'scalar') throw new Error('the document has no scalar at `key`');
  return node.value;
}
