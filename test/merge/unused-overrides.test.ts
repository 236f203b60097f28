// Whether an override comment is idle is a matter of all merges that its fragment takes part in, and is said only where it is sure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fragment, readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { type Merged, printMerged } from '../../compiler/src/project/merged.ts';
import { unusedOverrides } from '../../compiler/src/project/unused-overrides.ts';

const head = 'variant: fcos\nversion: 1.6.0\n';
const comment = ' # kindling: override';

function file(mode: string, mark = ''): string {
  return `${head}storage:\n  files:\n    - path: /etc/a${mark}\n      mode: ${mode}\n`;
}

function merge(texts: Readonly<Record<string, string>>, overriding?: string): Merged {
  const fragments: readonly Fragment[] = Object.entries(texts).flatMap(([name, text]) => readFragments(text, name, {}));
  return mergeFreely(fragments, { isOverride: ({ name }) => name === overriding });
}

function unusedIn(merges: readonly Merged[], isWhole = true): readonly string[] {
  return unusedOverrides(merges.map((merged) => ({ ...merged, isWhole }))).map(({ location }) => location.uri);
}

function textOf({ result }: Merged): string | undefined {
  return result && printMerged(result, 'ignition').text;
}

describe('a comment that a fragment brings into several merges', () => {
  const base = file('0644', comment);
  const used = merge({ 'base.bu': base, 'one.bu': file('0600') });
  const idle = merge({ 'base.bu': base, 'two.bu': head });

  test('is of use when it is in one of them', () => {
    expect(unusedIn([used, idle])).toEqual([]);
    expect(unusedIn([idle, used])).toEqual([]);
    expect(unusedIn([idle])).toEqual(['base.bu']);
    expect(unusedIn([idle, idle])).toEqual(['base.bu']);
  });

  test('is not judged by a merge that lacks a file, or has a config with an error', () => {
    expect(unusedIn([idle], false)).toEqual([]);
    expect(unusedIn([merge({ 'base.bu': base, 'two.bu': `${head}storage: 1\n` })])).toEqual([]);
    expect(unusedIn([merge({ 'base.bu': base, 'two.bu': 'variant: nope\nversion: 1.0.0\n' })])).toEqual([]);
    expect(unusedIn([merge({ 'base.bu': base })])).toEqual([]);
  });

  test('a fragment under `override` may win over nothing, and settles what its comments are about', () => {
    expect(unusedIn([merge({ 'base.bu': file('0644'), 'two.bu': head }, 'base.bu')])).toEqual([]);
    expect(unusedIn([merge({ 'base.bu': base, 'one.bu': file('0600') }, 'one.bu')])).toEqual([]);
  });
});

/** Configs of entries that can complement, repeat and contradict each other, with comments at some. */
const mark = fc.constantFrom('', '', comment);
const entry = fc
  .tuple(
    fc.constantFrom('a', 'b'),
    fc.constantFrom('', '0600', '0644'),
    fc.constantFrom('', 'x', 'y'),
    mark,
    mark,
    mark,
  )
  .map(([path, mode, text, first, second, third]) =>
    [
      `    - path: /etc/${path}${first}`,
      ...(mode === '' ? [] : [`      mode: ${mode}${second}`]),
      ...(text === '' ? [] : [`      contents:${third}`, `        inline: ${text}`]),
    ].join('\n'),
  );
const unit = fc
  .tuple(fc.constantFrom('enabled', 'mask'), mark)
  .map(([field, at]) => `    - name: a.service\n      ${field}: true${at}`);
const argument = fc
  .tuple(fc.constantFrom('should_exist', 'should_not_exist'), mark)
  .map(([list, at]) => `kernel_arguments:\n  ${list}:\n    - quiet${at}\n`);
const config = fc
  .tuple(fc.option(entry), fc.option(unit), fc.option(argument))
  .map(([files, units, args]) =>
    [
      head,
      files === null ? '' : `storage:\n  files:\n${files}\n`,
      units === null ? '' : `systemd:\n  units:\n${units}\n`,
      args ?? '',
    ].join(''),
  );

test('without a comment that is said to be unused, a merge says and gives the same', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.tuple(config, config, config), (texts) => {
      const named = Object.fromEntries(texts.map((text, index) => [`${index}.bu`, text]));
      const merged = merge(named);
      const unused = unusedOverrides([{ ...merged, isWhole: true }]);
      told += unused.length;
      const without = { ...named };
      for (const { location } of [...unused].reverse()) {
        const text = without[location.uri] ?? '';
        const blank = ' '.repeat(location.range.end - location.range.start);
        without[location.uri] = text.slice(0, location.range.start) + blank + text.slice(location.range.end);
      }
      const again = merge(without);
      const said = ({ diagnostics }: Merged) =>
        diagnostics.map(({ code, severity, message }) => [code, severity, message]);
      expect(said(again)).toEqual(said(merged));
      expect(textOf(again)).toBe(textOf(merged));
      expect(unusedOverrides([{ ...again, isWhole: true }])).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(told).toBeGreaterThan(500);
});

test('a comment at a value that another fragment contradicts is never said to be unused', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('0600', '0644', '0755'),
      fc.constantFrom('0400', '0440'),
      config,
      (one, other, third) => {
        const merged = merge({
          'a.bu': file(one, comment),
          'b.bu': file(other),
          'c.bu': third.replaceAll(comment, ''),
        });
        expect(unusedIn([merged])).toEqual([]);
      },
    ),
  );
});
