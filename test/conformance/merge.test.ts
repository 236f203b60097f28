// Merging by Ignition's rules equals Ignition: every case of the corpus. Compared as JSON without nulls and empty objects, which
// carry no meaning there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeExactly } from '../../compiler/src/project/merge-exactly.ts';
import { printMerged } from '../../compiler/src/project/merged.ts';

interface MergeCase {
  readonly id: string;
  readonly version: string;
  readonly inputs: readonly string[];
  readonly expect: { readonly output: string | null; readonly error: string | null };
}

const file = fileURLToPath(new URL('./merge/merge.jsonl', import.meta.url));
const cases = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as MergeCase);

describe('the merge corpus', () => {
  test.each(cases.map((each) => [each.id, each] as const))('%s', (_, { inputs, expect: expected, version }) => {
    const fragments = inputs.flatMap((input, index) => readFragments(input, `${index}.ign`, {}));
    // The reference merges configs of one version only. That ours raises the older ones is tested elsewhere.
    const versions = fragments.flatMap(({ content }) => (content ? [content.ignition.version] : []));
    if (versions.some((each) => each !== version)) {
      expect(expected.error).toBe('ignition-version-unknown');
      return;
    }
    const { result, diagnostics } = mergeExactly(fragments);
    if (expected.output === null) {
      expect(result).toBeUndefined();
      const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      expect(codes.map((code) => code.replace('ignition-version-invalid', 'ignition-version-unknown'))).toContain(
        expected.error,
      );
    } else {
      const output = result && printMerged(result, 'ignition').text;
      expect(meaning(JSON.parse(output ?? 'null'))).toEqual(meaning(JSON.parse(expected.output)));
    }
  });
});

/** A JSON value without nulls and without empty objects, lists and members that are such. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => meaning(item) ?? {});
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const members = Object.entries(value).flatMap(([key, member]) => {
    const kept = meaning(member);
    return kept === undefined || (Array.isArray(kept) && kept.length === 0) ? [] : [[key, kept] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
