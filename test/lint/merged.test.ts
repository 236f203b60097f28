// Lints of units in Ignition JSON: in an `.ign` file, and in the configs that a config merges, inline and local.
import { describe, expect, test } from 'vitest';
import { checkWithLints } from '../../compiler/src/check.ts';
import { mapInputs } from '../../compiler/src/index.ts';

const unit = '[Service]\\nExecStart=/x\\nRe\\u0073tart=fo\\u006f\\n';
const json = (text: string): string =>
  `{"ignition": {"version": "3.4.0"}, "systemd": {"units": [{"name": "a.service", "contents": "${text}"}]}}`;
const head = 'variant: fcos\nversion: 1.5.0\n';
const merge = `${head}ignition:\n  config:\n    merge:\n`;

/** The findings, each with what it marks. */
async function findings(text: string, kind: 'butane' | 'ignition' = 'butane', files: Record<string, string> = {}) {
  const host = { inputs: mapInputs(files) };
  const { document, diagnostics, others } = await checkWithLints(text, { path: 'a.bu', kind, hostFor: () => host });
  const texts = new Map([document, ...others].map((each) => [each.uri, each.text]));
  return diagnostics.map(({ code, location: { uri, range } }) => [
    code,
    uri,
    texts.get(uri)?.slice(range.start, range.end),
  ]);
}

const isLint = ([code]: readonly unknown[]): boolean => String(code).startsWith('unit-');

describe('a unit in JSON', () => {
  test('of an .ign file', async () => {
    expect(await findings(json(unit), 'ignition')).toEqual([['unit-word-invalid', 'a.bu', 'fo\\u006f']]);
  });

  test.each([
    ['literal', (text: string) => `|\n          ${text}\n`, 'fo\\u006f'],
    ['single', (text: string) => `'${text}'\n`, 'fo\\u006f'],
    ['double', (text: string) => `${JSON.stringify(text)}\n`, 'fo\\\\u006f'],
  ])('of an inline config in a %s scalar', async (_, write, marked) => {
    expect(await findings(`${merge}      - inline: ${write(json(unit))}`)).toEqual([
      ['unit-word-invalid', 'a.bu', marked],
    ]);
    const replace = `${head}ignition:\n  config:\n    replace:\n      inline: ${write(json(unit))}`;
    expect(await findings(replace)).toEqual([['unit-word-invalid', 'a.bu', marked]]);
  });

  test('of a local config', async () => {
    const found = await findings(`${merge}      - local: b.ign\n`, 'butane', { 'b.ign': json(unit) });
    expect(found).toEqual([['unit-word-invalid', '/files/b.ign', 'fo\\u006f']]);
  });

  test('knows the units of the config around it, and a comment there hides its lints', async () => {
    const needs = json('[Unit]\\nRequires=b.service\\n[Service]\\nExecStart=/x\\n');
    const around =
      'systemd:\n  units:\n    - name: b.service\n      contents: |\n        [Service]\n        ExecStart=/x\n';
    expect((await findings(needs, 'ignition')).filter(isLint)).toEqual([
      ['unit-reference-unknown', 'a.bu', 'b.service'],
    ]);
    expect(await findings(`${merge}      - inline: '${needs}'\n${around}`)).toEqual([]);
    const hidden = `${merge}      # kindling-disable unit-word-invalid\n      - inline: '${json(unit)}'\n`;
    expect(await findings(hidden)).toEqual([]);
  });

  test('is not judged in a config of no known version', async () => {
    const broken = json(unit).replace('3.4.0', '3.4');
    expect((await findings(`${merge}      - inline: '${broken}'\n`)).filter(isLint)).toEqual([]);
  });
});
