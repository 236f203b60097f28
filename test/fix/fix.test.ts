// The fixes: each does what it says, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { all } from '../../compiler/src/fix/fixes/index.gen.ts';
import { isLint } from '../../compiler/src/lint/codes.ts';
import { mapInputs } from '../../compiler/src/map-inputs.ts';
import { readFixtures } from '../checks/fixture.ts';
import { hostOf, sampleCorpus } from '../conformance/corpus.ts';
import { type Case, examineFixes, examineLintFixes, fixed } from './properties.ts';

/** Thousands of documents on a busy machine. */
const slow = { timeout: 240_000 };

const corpus: readonly Case[] = sampleCorpus()
  // Large contents are all that sets these apart.
  .filter(({ group }) => group !== 'pack' && group !== 'payload')
  .map(({ id, input, files, options }) => ({ id, input, host: hostOf(files), raw: options.raw === true }));

const fixtures = casesIn('../checks/');
const lintFixtures = casesIn('../lint/');

function casesIn(directory: string): readonly Case[] {
  const folder = fileURLToPath(new URL(directory, import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bu'))
    .flatMap((file) => readFixtures(file, readFileSync(folder + file, 'utf8')))
    .map(({ name, text, files, raw }) => ({
      id: name,
      input: text,
      host: files ? { inputs: mapInputs(files) } : {},
      raw,
    }));
}

describe('every fix by itself', () => {
  test('removes its finding and changes nothing else, when it is safe', slow, () => {
    const reports = [...fixtures, ...corpus].map(examineFixes);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
    const seen = new Set(reports.flatMap(({ counts }) => Object.keys(counts)));
    // Those of the hash of a local file need one; they are below.
    const known = all.map(({ code }) => code).filter((code) => code !== 'hash-function-unknown' && !isLint(code));
    expect(known.filter((code) => !seen.has(code))).toEqual([]);
  });

  test('of a lint removes its finding', slow, async () => {
    const reports = await Promise.all(lintFixtures.map(examineLintFixes));
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
    const seen = new Set(reports.flatMap(({ counts }) => Object.keys(counts)));
    expect(all.map(({ code }) => code).filter((code) => isLint(code) && !seen.has(code))).toEqual([]);
  });

  test('has a file that is named after its code', () => {
    const names = readdirSync(fileURLToPath(new URL('../../compiler/src/fix/fixes/', import.meta.url)));
    expect(names.filter((name) => name !== 'index.gen.ts').sort()).toEqual(all.map(({ code }) => `${code}.ts`).sort());
  });
});

const header = 'variant: fcos\nversion: 1.6.0\n';

function fix(input: string, unsafe = false, files?: Readonly<Record<string, string>>): string {
  const host = files ? { inputs: mapInputs(files) } : {};
  return fixed({ id: '', input, host, raw: false }, unsafe, {
    digest: (name) => `${name === 'sha512' ? 'ab'.repeat(64) : ''}`,
  }).document.text;
}

describe('single fixes', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'octal modes',
      'storage:\n  files:\n    - path: /a # c\n      mode: 644 # m\n',
      'storage:\n  files:\n    - path: /a # c\n      mode: 0644 # m\n',
    ],
    [
      'keys of Ignition',
      'storage:\n  files:\n    - path: /a\n      contents: { inline: x, httpHeaders: [] }\n',
      'storage:\n  files:\n    - path: /a\n      contents: { inline: x, http_headers: [] }\n',
    ],
    [
      'quoted truth values',
      'systemd:\n  units:\n    - name: a.service\n      enabled: "true"\n',
      'systemd:\n  units:\n    - name: a.service\n      enabled: true\n',
    ],
    [
      'a text for a list',
      'passwd:\n  users:\n    - name: core\n      groups: wheel # g\n',
      'passwd:\n  users:\n    - name: core\n      groups: [wheel] # g\n',
    ],
    ['unclean paths', 'storage:\n  files:\n    - path: "/a//b/"\n', 'storage:\n  files:\n    - path: "/a/b"\n'],
    [
      'the same entry twice',
      'passwd:\n  users:\n    - name: core\n      groups:\n        - a\n        # c\n        - a\n',
      'passwd:\n  users:\n    - name: core\n      groups:\n        - a\n        # c\n',
    ],
    [
      'the file system of old languages',
      'storage:\n  files:\n    - filesystem: root\n      path: /a\n',
      'storage:\n  files:\n    - path: /a\n',
    ],
    [
      'one after the other',
      'storage:\n  files:\n    - path: /a//b\n      mode: "644"\n',
      'storage:\n  files:\n    - path: /a/b\n      mode: 0644\n',
    ],
  ];
  test.each(cases)('%s', (_, before, after) => {
    expect(fix(header + before)).toBe(header + after);
  });

  test('nothing unsafe without being asked', () => {
    const text = `${header}systemd:\n  units:\n    - name: a.service\n      enabld: true\n`;
    expect(fix(text)).toBe(text);
    expect(fix(text, true)).toBe(text.replace('enabld', 'enabled'));
  });

  test('the networks of old languages become files', () => {
    const section =
      'networkd:\n  units:\n    - name: a.network\n      contents: |\n        [Match]\n        Name=eth0\n';
    const files = `    - path: /etc/systemd/network/a.network\n      contents:\n        inline: |\n          [Match]\n          Name=eth0\n`;
    expect(fix(header + section)).toBe(header + section);
    expect(fix(header + section, true)).toBe(`${header}storage:\n  files:\n${files}`);
    const storage = 'storage:\n  files:\n    - path: /a\n      contents: { inline: x }\n';
    expect(fix(header + storage + section, true)).toBe(header + storage + files);
  });

  test('placeholders for what is required', () => {
    const text = `${header}storage:\n  links:\n    - path: /a\n`;
    expect(fix(text, true)).toMatch(/path: \/a\n {6}target: \S+\n$/);
  });

  test('an [Install] section in the style of the contents', () => {
    const unit = (contents: string): string =>
      `${header}systemd:\n  units:\n    - name: a.timer\n      enabled: true\n      contents: |\n${contents}`;
    const before = unit('        [Timer]\n        OnBootSec=1\n');
    expect(fix(before, true)).toBe(`${before}\n        [Install]\n        WantedBy=timers.target\n`);
  });

  test('a misspelt [Install] is set right instead of a second one', () => {
    const unit = (name: string): string =>
      `${header}systemd:\n  units:\n    - name: a.timer\n      enabled: true\n      contents: "[Timer]\\nOnBootSec=1\\n[${name}]\\nWantedBy=timers.target\\n"\n`;
    expect(fix(unit('Instal'), true)).toBe(unit('Install'));
  });

  test('the hash of a local file', () => {
    const file = (hash: string): string =>
      `${header}storage:\n  files:\n    - path: /a\n      contents:\n        local: a.txt\n        verification:\n          hash: ${hash}\n`;
    expect(fix(file('md5-12'), true, { 'a.txt': 'x' })).toBe(file(`sha512-${'ab'.repeat(64)}`));
    expect(fix(file('md5-12'), false, { 'a.txt': 'x' })).toBe(file('md5-12'));
  });
});
