// What is meant to win does: in the result, not only in the report.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { opener } from '../../compiler/node/opener.ts';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeExactly } from '../../compiler/src/project/merge-exactly.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { type Merged, printMerged } from '../../compiler/src/project/merged.ts';

/** The result of two configs of which one overrides the other, in whatever order they come. */
function merged(base: object, override: object): unknown {
  const fragments = [base, override].flatMap((config, index) =>
    readFragments(JSON.stringify({ ignition: { version: '3.5.0' }, ...config }), `${index}.ign`, {}),
  );
  const outputs = [fragments, fragments.toReversed()].map((each) => {
    const { result, diagnostics } = mergeFreely(each, { isOverride: ({ name }) => name === '1.ign' });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['note']);
    return result && printMerged(result, 'ignition').text;
  });
  expect(outputs[0]).toBe(outputs[1]);
  const { ignition, ...rest } = JSON.parse(outputs[0] ?? '{}');
  return rest;
}

const unit = (members: object) => ({ systemd: { units: [{ name: 'a.service', ...members }] } });
const file = (contents: object) => ({ storage: { files: [{ path: '/a', contents }] } });
const verification = { hash: `sha256-${'0'.repeat(64)}` };

test('a unit that is enabled by an override is no longer masked, and the other way round', () => {
  expect(merged(unit({ mask: true }), unit({ enabled: true }))).toEqual(unit({ enabled: true }));
  expect(merged(unit({ mask: true }), unit({ enabled: true, mask: false }))).toEqual(
    unit({ enabled: true, mask: false }),
  );
  expect(merged(unit({ enabled: true }), unit({ mask: true }))).toEqual(unit({ enabled: true, mask: true }));
});

test('what is said of other contents goes with them: their hash, how they are packed', () => {
  const base = file({ source: 'https://example.com/a', compression: 'gzip', verification });
  expect(merged(base, file({ source: 'data:,foo' }))).toEqual(file({ source: 'data:,foo' }));
  const other = { source: 'https://example.com/b', verification: { hash: `sha256-${'1'.repeat(64)}` } };
  expect(merged(base, file(other))).toEqual(file(other));
});

test('contents with the hash of others are told, where Ignition’s rules bring them together too', () => {
  const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('hex')}`;
  const read = (contents: object, name: string) =>
    readFragments(JSON.stringify({ ignition: { version: '3.5.0' }, ...file(contents) }), name, {});
  const base = read({ source: 'https://example.com/a', verification }, 'a.ign');
  const fresh = read({ source: 'data:,foo' }, 'b.ign');
  const codes = ({ diagnostics }: Merged) => diagnostics.map(({ code, severity }) => `${severity} ${code}`);
  expect(codes(mergeExactly([...base, ...fresh], opener))).toEqual(['warning hash-mismatch']);
  for (const contents of [
    { source: 'data:,foo', verification: { hash: digest('foo') } },
    {
      source: 'data:;base64,H4sIAAAAAAAAA0vLzwcAIWVzjAMAAAA=',
      compression: 'gzip',
      verification: { hash: digest('foo') },
    },
  ]) {
    expect(codes(mergeFreely(read(contents, 'a.ign'), { opener }))).toEqual([]);
    const wrong = { ...contents, verification };
    expect(codes(mergeFreely(read(wrong, 'a.ign'), { opener }))).toEqual(['warning hash-mismatch']);
    expect(codes(mergeFreely(read(wrong, 'a.ign')))).toEqual([]);
  }
});
