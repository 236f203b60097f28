// The edit kit: whatever is edited, the tree afterwards is the intended one, and comments and all other nodes are as before.
import { describe, expect, test } from 'vitest';
import { moveEntry } from '../../compiler/src/edit/move.ts';
import { removeEntry } from '../../compiler/src/edit/remove.ts';
import type { MapNode } from '../../compiler/src/syntax/nodes.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { applyEdits, editBetween, editsOverlap, type TextEdit } from '../../compiler/src/text/edit.ts';
import { readCorpus } from '../conformance/corpus.ts';
import { random } from '../fuzz/random.ts';
import { randomYaml } from '../fuzz/random-yaml.ts';
import { faultOf, randomOperation } from './operations.ts';

function faults(
  texts: readonly string[],
  seed: number,
): { readonly edited: number; readonly faults: readonly string[] } {
  let edited = 0;
  const found = texts.flatMap((text, index) => {
    if (parseYaml(text, '').problems.length > 0) return [];
    const operation = randomOperation(text, random(seed + index));
    if (operation === undefined) return [];
    edited++;
    const fault = faultOf(text, operation);
    return fault === undefined
      ? []
      : [`${index} ${operation.name}: ${fault}\n${text}\n=>\n${applyEdits(text, operation.edits)}`];
  });
  return { edited, faults: found };
}

describe('structural edits leave the intended tree', () => {
  test('of random documents', () => {
    const result = faults(
      Array.from({ length: 3000 }, (_, seed) => randomYaml(seed)),
      1,
    );
    expect(result.faults).toEqual([]);
    expect(result.edited).toBeGreaterThan(1500);
  });

  test('of the corpus', () => {
    const texts = [...readCorpus().values()].flat().map(({ input }) => input);
    const result = faults(texts, 77);
    expect(result.faults).toEqual([]);
    expect(result.edited).toBeGreaterThan(1000);
  });
});

/** Small mappings full of anchors, whose names come twice and thrice. */
function anchored(seed: number): string {
  const { int, pick, chance } = random(seed);
  const known: string[] = [];
  const value = (): string => {
    if (known.length > 0 && chance(45)) return `*${pick(known)}`;
    if (chance(40)) return `v${int(9)}`;
    const name = pick(['a', 'b', 'c']);
    const written = chance(50)
      ? `&${name} w${int(9)}`
      : `&${name} { x: ${chance(50) && known[0] ? `*${known[0]} ` : 'y '}}`;
    known.push(name);
    return written;
  };
  const lines = Array.from({ length: 2 + int(5) }, (_, index) => {
    return chance(70) ? `k${index}: ${value()}` : `k${index}:\n  - ${value()}\n  - ${value()}`;
  });
  return `${lines.join('\n')}\n`;
}

describe('anchors and aliases', () => {
  test('keep what they stand for, or the edit is refused', () => {
    const result = faults(
      Array.from({ length: 6000 }, (_, seed) => anchored(seed)),
      5,
    );
    expect(result.faults).toEqual([]);
    expect(result.edited).toBeGreaterThan(2000);
  });

  const edited = (text: string, edit: (source: { text: string; root: MapNode }) => readonly TextEdit[] | undefined) => {
    const { root } = parseYaml(text, '');
    if (root.kind !== 'map') throw new Error('no mapping');
    const edits = edit({ text, root });
    return edits && applyEdits(text, edits);
  };

  test('an anchor does not move behind its alias, nor an alias before its anchor', () => {
    const text = 'a: &x 1\nb: 2\nc: *x\n';
    expect(edited(text, (source) => moveEntry(source, source.root, 0, source.root, 2))).toBeUndefined();
    expect(edited(text, (source) => moveEntry(source, source.root, 2, source.root, -1))).toBeUndefined();
    expect(edited(text, (source) => moveEntry(source, source.root, 0, source.root, 1))).toBe('b: 2\na: &x 1\nc: *x\n');
  });

  test('an anchor does not get between another of its name and its alias', () => {
    const text = 'a: &x 1\nb: &x 2\nc: *x\n';
    expect(edited(text, (source) => moveEntry(source, source.root, 0, source.root, 1))).toBeUndefined();
  });

  test('an anchor is removed only when nobody needs it', () => {
    const text = 'a: &x 1\nb: &y { k: *x }\nc: &z [*y]\n';
    const remove = (index: number) => edited(text, (source) => removeEntry(source, source.root, index));
    expect([remove(0), remove(1), remove(2)]).toEqual([undefined, undefined, 'a: &x 1\nb: &y { k: *x }\n']);
    const own = 'a: { k: &x 1, l: *x }\nb: 2\n';
    expect(edited(own, (source) => removeEntry(source, source.root, 0))).toBe('b: 2\n');
  });

  test('an entry does not move into what it holds an alias of, nor into itself', () => {
    const text = 'a: &x\n  k: 1\nb: { l: *x }\nc:\n  d: 1\n';
    const inner = (root: MapNode, index: number): MapNode => {
      const value = root.pairs[index]?.value;
      if (value?.kind !== 'map') throw new Error('no mapping');
      return value;
    };
    expect(edited(text, ({ text, root }) => moveEntry({ text, root }, root, 1, inner(root, 0), 0))).toBeUndefined();
    expect(edited(text, ({ text, root }) => moveEntry({ text, root }, root, 2, inner(root, 2), 0))).toBeUndefined();
  });
});

describe('lists of edits', () => {
  const text = 'abcdefghij';
  test('overlap when they touch the same text or insert at the same place', () => {
    const edit = (start: number, end: number) => ({ range: { start, end }, text: 'x' });
    expect(editsOverlap(edit(1, 3), edit(2, 4))).toBe(true);
    expect(editsOverlap(edit(1, 1), edit(1, 1))).toBe(true);
    expect(editsOverlap(edit(1, 3), edit(3, 5))).toBe(false);
    expect(editsOverlap(edit(3, 5), edit(1, 3))).toBe(false);
    expect(applyEdits(text, [edit(1, 3), edit(2, 4)])).toBe('axdefghij');
  });

  test('the edit between two texts is the middle that differs', () => {
    expect(editBetween('abcd', 'abXcd')).toEqual({ range: { start: 2, end: 2 }, text: 'X' });
    expect(editBetween('aaa', 'aa')).toEqual({ range: { start: 2, end: 3 }, text: '' });
    expect(editBetween('a', 'a')).toBeUndefined();
  });
});
