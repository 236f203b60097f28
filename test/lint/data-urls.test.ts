// Units and Quadlets in data URLs of files: the lints of their texts, each at the whole URL.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../compiler/src/analyze.ts';
import { checkWithLints } from '../../compiler/src/check.ts';
import { embeddedTexts } from '../../compiler/src/embedded/texts.ts';
import { readDocument } from '../../compiler/src/read-document.ts';

const head = 'variant: fcos\nversion: 1.6.0\n';
const percent = (text: string): string => `data:,${encodeURIComponent(text)}`;
const base64 = (text: string): string => `data:text/plain;base64,${Buffer.from(text).toString('base64')}`;
const unit = '[Service]\nExecStart=/x\nRestart=foo\n';

async function findings(text: string, kind: 'butane' | 'ignition' = 'butane') {
  const { diagnostics } = await checkWithLints(text, { path: 'a.bu', kind, hostFor: () => ({}) });
  return diagnostics.map(({ code, message, location: { range } }) => ({
    code,
    message,
    marked: text.slice(range.start, range.end),
  }));
}

const file = (path: string, contents: string): string =>
  `${head}storage:\n  files:\n    - path: ${path}\n      contents:\n        ${contents}\n`;
const service = '/etc/systemd/system/a.service';

describe.each([percent, base64])('a data URL', (way) => {
  test('of a unit, in Butane and in Ignition JSON', async () => {
    const url = way(unit);
    expect(await findings(file(service, `source: ${url}`))).toMatchObject([{ code: 'unit-word-invalid', marked: url }]);
    const json = JSON.stringify({
      ignition: { version: '3.5.0' },
      storage: { files: [{ path: service, contents: { source: url } }] },
    });
    expect(await findings(json, 'ignition')).toMatchObject([{ code: 'unit-word-invalid', marked: `"${url}"` }]);
  });

  test('of a Quadlet, which then counts as defined', async () => {
    const path = '/etc/containers/systemd/a.container';
    const url = way('[Container]\nImage=x\nNetwork=b.network\nImages=y\n');
    const network = `    - path: /etc/containers/systemd/b.network\n      contents:\n        source: ${way('[Network]\n')}`;
    const found = await findings(file(path, `source: ${url}\n${network}`));
    expect(found.map(({ code, marked }) => [code, marked])).toContainEqual(['quadlet-key-unknown', url]);
    expect(found.map(({ code }) => code)).not.toContain('quadlet-reference-missing');
  });

  test('a comment hides its lints', async () => {
    expect(await findings(file(service, `# kindling-disable unit-word-invalid\n        source: ${way(unit)}`))).toEqual(
      [],
    );
  });
});

test.each([
  ['packed', 'compression: gzip\n        source: data:;base64,H4sIAAAAAAAA', service],
  ['no text', 'source: data:;base64,/w==', service],
  ['no data URL', 'source: https://example.com/a', service],
  ['elsewhere', `source: ${percent(unit)}`, '/etc/a.service'],
])('%s: nothing is read', async (_, contents, path) => {
  const found = await findings(file(path, contents));
  expect(found.filter(({ code }) => code.startsWith('unit-'))).toEqual([]);
});

/** All units and Quadlets of the fixtures of lints, each by itself as a file. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.bu'))
  .flatMap((name) => {
    const source = readFileSync(folder + name, 'utf8').replace(/^\s*\^+.*\n/gm, '');
    const { config } = analyze(readDocument(source.split(/^########.*\n/m)[0] ?? '', name), {});
    return config === undefined ? [] : embeddedTexts(config.source, {}).map(({ text }) => [name, text] as const);
  });

test('the same is said as of an inline text', async () => {
  expect(texts.length).toBeGreaterThan(40);
  let said = 0;
  for (const [name, { path, text }] of texts) {
    const url = percent(text);
    const inline = await findings(file(path, `inline: ${JSON.stringify(text)}`));
    const carried = await findings(file(path, `source: ${url}`));
    const ofTexts = inline.filter(({ marked }) => !marked.includes(path));
    const words = ({ code, message }: { code: string; message: string }): string => `${code} ${message}`;
    expect(
      carried
        .filter(({ marked }) => marked === url)
        .map(words)
        .sort(),
      `${name} ${path}`,
    ).toEqual(ofTexts.map(words).sort());
    said += ofTexts.length;
  }
  expect(said).toBeGreaterThan(20);
});
