// Every value that is printed has an origin, and every origin lies in its document: over all configs of the corpus.
import { describe, expect, test } from 'vitest';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { type PrintedMerge, printMerged } from '../../compiler/src/project/merged.ts';
import { pointersOf, sourceMapJson } from '../../compiler/src/project/source-map-json.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { hostOf, readCorpus } from '../conformance/corpus.ts';

describe.each([...readCorpus()])('%s', (_, cases) => {
  test('every pointer has an origin that lies in its document', () => {
    const bad: string[] = [];
    for (const { id, input, files, expect: expected, options } of cases) {
      if (expected.output === null) continue;
      const fragments = readFragments(input, 'config.bu', hostOf(files));
      const { result } = mergeFreely(fragments);
      if (result === undefined) continue;
      const printed = printMerged(result, options.raw ? 'ignition' : 'auto');
      const length = fragments[0]?.document.text.length ?? 0;
      if (!isSound(printed, length)) bad.push(id);
    }
    expect(bad).toEqual([]);
  });
});

function isSound(printed: PrintedMerge, length: number): boolean {
  const { sourceMap, text, tree, isYaml } = printed;
  const isInside = sourceMap.segments.every(({ origin: { location }, output }) => {
    const { start, end } = location.range;
    const isRange =
      0 <= start && start <= end && end <= length && output.start <= output.end && output.end <= text.length;
    return location.uri === 'config.bu' && isRange;
  });
  // One segment for each value of the text, root included: the pointers are those of the segments.
  return (
    isInside &&
    pointersOf(tree, isYaml).length === sourceMap.segments.length &&
    countValues(text) === sourceMap.segments.length
  );
}

/** How many values a JSON or YAML text has. */
function countValues(text: string): number {
  let count = 0;
  const open = [parseYaml(text, '').root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    count++;
    if (node.kind === 'seq') open.push(...node.items);
    if (node.kind === 'map') open.push(...node.pairs.map(({ value }) => value));
  }
  return count;
}

test('the source map as JSON', () => {
  const text =
    'variant: fcos\nversion: 1.6.0\nstorage:\n  files:\n    - path: /a\n      contents:\n        inline: x\n';
  const fragments = readFragments(text, 'a.bu', {});
  const { result } = mergeFreely(fragments);
  expect(result).toBeDefined();
  if (result === undefined) return;
  const printed = printMerged(result, 'ignition');
  const documents = new Map(fragments.map(({ name, document }) => [name, document]));
  const map = JSON.parse(sourceMapJson(printed, documents, (name) => `../${name}`));
  expect(map.version).toBe(1);
  expect(map.sources).toEqual(['../a.bu']);
  const mapping = map.mappings.find(
    ({ pointer }: { pointer: string }) => pointer === '/storage/files/0/contents/source',
  );
  expect(mapping).toMatchObject({ source: 0, line: 7, column: 17, by: 'inline' });
  expect(printed.text.slice(...(mapping.output as [number, number]))).toBe('"data:,x"');
});
