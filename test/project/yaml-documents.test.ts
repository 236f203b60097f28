// The documents behind the first one are what they would be by themselves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laterDocuments } from '../../compiler/src/project/yaml-documents.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';

/** All that a document says, with places from the start of the file. */
function told(root: unknown, problems: readonly unknown[], by: number): unknown {
  const text = JSON.stringify([root, problems], (key, value: unknown) => (key === 'parent' ? undefined : value));
  return text.replace(/"(start|end)":(\d+)/g, (_, name: string, offset: string) => `${name}:${Number(offset) + by}`);
}

/** The same by parsing all that is left, each time, as long as that has no faults: what is repaired far below may have a share in these. */
function inFull(text: string): readonly unknown[] {
  const found: unknown[] = [];
  let start = readDocument(text, 'a').laterDocument?.start;
  while (start !== undefined) {
    const { root, problems, laterDocument } = parseYaml(text.slice(start), 'a');
    if (problems.length > 0) return found;
    found.push(told(root, problems, start));
    start = laterDocument && laterDocument.start > 0 ? start + laterDocument.start : undefined;
  }
  return found;
}

test('wherever they begin and end', () => {
  const part = fc.constantFrom(
    '---\n',
    '--- ',
    '...\n',
    '%YAML 1.1\n',
    'a: 1\n',
    '  b: "x\n',
    "c: 'y'\n",
    'd: |\n',
    '   text\n',
    '- e\n',
    '# f\n',
    '[g, \n',
    '&h ',
    '\n',
    '\t\n',
    '"',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const text = `a: 1\n---\n${parts.join('')}`;
      const found = laterDocuments(readDocument(text, 'a')).map(({ root, problems }) => told(root, problems, 0));
      const expected = inFull(text);
      expect(found.slice(0, expected.length)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
