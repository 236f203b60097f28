// Regions: for every style of scalar, mapping out and in again is the identity on every offset that has an image.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regionOf } from '../../compiler/src/embedded/region.ts';
import { readDocument } from '../../compiler/src/index.ts';
import type { ScalarNode, SyntaxNode } from '../../compiler/src/syntax/nodes.ts';

function scalarOf(root: SyntaxNode): ScalarNode | undefined {
  const value = root.kind === 'map' ? root.pairs[0]?.value : undefined;
  return value?.kind === 'scalar' ? value : undefined;
}

const lines = fc.array(fc.constantFrom('', 'a', '[Service]', 'A=b c', '  indented', 'ü😀', 'x: y', "it's", 'tab\tin'), {
  maxLength: 8,
});
const breaks = fc.constantFrom('\n', '\r\n');

const writers: { readonly [style: string]: (texts: readonly string[], eol: string) => string } = {
  literal: (texts, eol) => `k: |${eol}${texts.map((line) => (line === '' ? '' : `    ${line}`)).join(eol)}${eol}`,
  'literal with indent': (texts, eol) => `k: |2-${eol}${texts.map((line) => `  ${line}`).join(eol)}${eol}`,
  'literal kept': (texts, eol) =>
    `k: |+${eol}${texts.map((line) => (line === '' ? '' : `  ${line}`)).join(eol)}${eol}${eol}`,
  folded: (texts, eol) => `k: >${eol}${texts.map((line) => (line === '' ? '' : `   ${line}`)).join(eol)}${eol}`,
  'double-quoted': (texts) => `k: ${JSON.stringify(texts.join('\n'))}\n`,
  'double-quoted over lines': (texts, eol) =>
    `k: "${texts.map((line) => line.trim().replaceAll('\t', ' ')).join(`${eol}${eol}  `)}"${eol}`,
  'single-quoted': (texts, eol) =>
    `k: '${texts.map((line) => line.trim().replaceAll("'", "''").replaceAll('\t', ' ')).join(`${eol}${eol}  `)}'${eol}`,
  plain: (texts, eol) => `k: p ${texts.map((line) => line.replace(/[:#\t]/g, '').trim()).join(`${eol}${eol}  `)}${eol}`,
};

describe.each(Object.entries(writers))('%s', (_, write) => {
  test('out and in again is the identity', () => {
    fc.assert(
      fc.property(lines, breaks, (texts, eol) => {
        const source = write(texts, eol);
        const document = readDocument(source, 'x');
        const node = scalarOf(document.root);
        if (node === undefined || document.problems.length > 0) return;
        const region = regionOf(node, source);
        expect(region).toBeDefined();
        if (region === undefined) return;
        expect(region.text).toBe(node.text);
        let last = -1;
        for (let offset = 0; offset < region.text.length; offset++) {
          const outer = region.toSource(offset);
          expect(outer).toBeGreaterThanOrEqual(last);
          last = outer;
          expect(outer).toBeGreaterThanOrEqual(node.valueRange.start);
          // Line breaks that are kept lie behind the scalar itself.
          expect(outer).toBeLessThanOrEqual(source.length);
          // The second half of an escaped pair has no place of its own.
          const inner = region.toInner(outer);
          const isSecondHalf =
            /[\udc00-\udfff]/.test(region.text.charAt(offset)) && region.toSource(offset - 1) === outer;
          expect(inner).toBe(isSecondHalf ? offset - 1 : offset);
        }
      }),
      { numRuns: 300 },
    );
  });
});
