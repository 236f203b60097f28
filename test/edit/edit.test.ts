// The edit kit: whatever is edited, the tree afterwards is the intended one, and comments and all other nodes are as before.
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { applyEdits, composeEdits, editBetween, editsOverlap, type TextEdit } from '../../compiler/src/text/edit.ts';
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

describe('lists of edits', () => {
  const text = 'abcdefghij';
  const randomEdits = (length: number, seed: number): readonly TextEdit[] => {
    const { int, chance } = random(seed);
    const edits: TextEdit[] = [];
    for (let at = int(4); at < length; ) {
      const end = Math.min(length, at + int(4));
      edits.push({ range: { start: at, end }, text: 'XYZ'.slice(0, int(4)) });
      at = end + 1 + (chance(50) ? int(3) : 0);
    }
    return edits;
  };

  test('compose to one list with the same effect', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const first = randomEdits(text.length, seed);
      const middle = applyEdits(text, first);
      const second = randomEdits(middle.length, seed + 9999);
      const composed = composeEdits(text, first, second);
      expect(applyEdits(text, composed)).toBe(applyEdits(middle, second));
    }
  });

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
