// The parts of the extension and of its preview that know no editor and no page.
import { expect, test } from 'vitest';
import { compile } from '../../compiler/src/compile.ts';
import { pageOf } from '../../vscode-extension/src/preview/html.ts';
import { mostRestarts, RestartPolicy } from '../../vscode-extension/src/restart-policy.ts';
import { sizeText } from '../../vscode-extension/src/size.ts';
import { templates } from '../../vscode-extension/src/templates.ts';
import { decodeDataUrl } from '../../vscode-extension/webview/decode.ts';
import { mibText, slices } from '../../vscode-extension/webview/disk-scale.ts';
import { treeRows } from '../../vscode-extension/webview/file-tree.ts';
import { dataUrlIn, tokensOf } from '../../vscode-extension/webview/output-tokens.ts';
import { SourceLines, segmentsOf } from '../../vscode-extension/webview/source-lines.ts';

test('each template compiles without a word', () => {
  for (const { id, text } of templates) {
    const { output, diagnostics } = compile(text);
    expect(diagnostics, id).toEqual([]);
    expect(output, id).toBeTruthy();
  }
});

test('a server is started again five times in three minutes', () => {
  const policy = new RestartPolicy();
  for (let count = 1; count <= mostRestarts; count++) expect(policy.ended(count)).toEqual({ restart: true, count });
  expect(policy.ended(6).restart).toBe(false);
  expect(policy.ended(10 * 60_000).restart).toBe(true);
  policy.forget();
  expect(policy.ended(10 * 60_000 + 1).count).toBe(1);
});

test('sizes', () => {
  expect([0, 1023, 1024, 1536, 16384, 5e6].map(sizeText)).toEqual([
    '0 B',
    '1023 B',
    '1 KiB',
    '1.5 KiB',
    '16 KiB',
    '4.8 MiB',
  ]);
  expect([512, 1536, 20480, 1572864].map(mibText)).toEqual(['512 MiB', '1.5 GiB', '20 GiB', '1.5 TiB']);
});

test('the page of the preview allows its own script and style, and nothing else', () => {
  const page = pageOf({ script: 's.js', style: 's.css', nonce: 'n', source: 'https://own', language: '"><script>' });
  const policy = /content="([^"]*default-src[^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
  expect(policy).toBe(
    "default-src 'none'; script-src 'nonce-n'; style-src https://own; base-uri 'none'; form-action 'none'",
  );
  expect(page).not.toContain('"><script>');
});

test('paths become a tree; a chain of directories is one row', () => {
  const rows = treeRows(['/etc/a/b/one', '/etc/a/b/two', '/etc/z', '/var'].map((path) => ({ path })));
  expect(rows.map(({ name, depth, item }) => `${'  '.repeat(depth)}${name}${item ? '*' : ''}`)).toEqual([
    '/etc/',
    '  a/b/',
    '    one*',
    '    two*',
    '  z*',
    '/var*',
  ]);
});

test('pieces of disks are to scale, readable, and fill the disk', () => {
  const [one = [], other = []] = slices(
    [
      [{ sizeMib: 1000 }, { sizeMib: 3000 }],
      [{ sizeMib: 1 }, {}],
    ],
    400,
    20,
  );
  expect(one.map(({ width }) => width)).toEqual([100, 300]);
  expect(other[0]?.width).toBe(20);
  expect(other[1]).toEqual({ x: 20, width: 380 });
  const [many = []] = slices([Array.from({ length: 100 }, () => ({ sizeMib: 5 }))], 400, 20);
  expect(many.every(({ width }) => width === 20)).toBe(true);
  expect(slices([], 400, 20)).toEqual([]);
  expect(slices([[{}]], 400, 20)).toEqual([[{ x: 0, width: 400 }]]);
});

test('lines of output: keys, values, data URLs', () => {
  const kinds = (line: string, language: 'json' | 'yaml') =>
    tokensOf(line, language).map(({ kind, text }) => `${kind} ${text}`);
  expect(kinds('  "mode": 420,', 'json')).toEqual([
    'mark   ',
    'key "mode"',
    'mark :',
    'mark  ',
    'number 420',
    'mark ,',
  ]);
  expect(kinds('  - name: a b', 'yaml')).toEqual(['mark   - ', 'key name', 'mark :', 'string  a b']);
  expect(dataUrlIn('  "source": "data:,a%20b",')).toBe('data:,a%20b');
  expect(dataUrlIn('  source: data:;base64,YQ==')).toBe('data:;base64,YQ==');
  expect(dataUrlIn('"data": 1, 2')).toBeUndefined();
  expect(tokensOf('x'.repeat(1e6), 'json').length).toBeLessThan(3000);
});

test('data URLs are decoded, packed ones unpacked', async () => {
  expect(await decodeDataUrl('data:,h%C3%A9llo%0A')).toEqual({ text: 'héllo\n' });
  expect(await decodeDataUrl('data:;base64,AAEC')).toEqual({ bytes: 3 });
  const packed = await new Response(
    new Blob(['packed']).stream().pipeThrough(new CompressionStream('gzip')),
  ).arrayBuffer();
  const url = `data:;base64,${Buffer.from(packed).toString('base64')}`;
  expect(await decodeDataUrl(url)).toEqual({ text: 'packed' });
  expect(await decodeDataUrl('data:;base64,%%')).toBeUndefined();
  expect(await decodeDataUrl('https://x')).toBeUndefined();
});

test('the map of an output is read as it is meant', () => {
  const pieces = [0, 1, 2, 3, 1, 4, 5, 6, 7, -1, 8, 9, 10, 11, 0, 12, 13, 14, 15, 0];
  expect(segmentsOf({ uris: ['a', 'b'], sugar: ['tree'], pieces })).toEqual([
    {
      output: { start: { line: 0, character: 1 }, end: { line: 2, character: 3 } },
      source: { uri: 'b', range: { start: { line: 4, character: 5 }, end: { line: 6, character: 7 } } },
    },
    {
      output: { start: { line: 8, character: 9 }, end: { line: 10, character: 11 } },
      source: { uri: 'a', range: { start: { line: 12, character: 13 }, end: { line: 14, character: 15 } } },
      by: 'tree',
    },
  ]);
});

test('source lines: the innermost place wins, both ways', () => {
  const at = (startLine: number, endLine: number, endCharacter = 5) => ({
    start: { line: startLine, character: 0 },
    end: { line: endLine, character: endCharacter },
  });
  const lines = new SourceLines([
    { output: at(0, 9), source: { uri: 'a', range: at(0, 20, 0) } },
    { output: at(2, 4), source: { uri: 'a', range: at(5, 8, 0) } },
    { output: at(3, 3), source: { uri: 'a', range: at(6, 6) } },
  ]);
  expect(lines.segmentAt(3)?.source.range.start.line).toBe(6);
  expect(lines.segmentAt(2)?.source.range.start.line).toBe(5);
  expect(lines.segmentAt(7)?.source.range.start.line).toBe(0);
  expect(lines.linesOf('a', 6)).toEqual([3]);
  expect(lines.linesOf('a', 7)).toEqual([2, 3, 4]);
  expect(lines.linesOf('a', 8)).toEqual([]);
  expect(lines.linesOf('b', 6)).toEqual([]);
});

test('data URLs are read by code points, and an escape has two digits', async () => {
  expect(await decodeDataUrl('data:,🚀é%F0%9F%9A%80')).toEqual({ text: '🚀é🚀' });
  expect(await decodeDataUrl('data:,%4 %zz %1g 100%')).toEqual({ text: '%4 %zz %1g 100%' });
  expect(await decodeDataUrl('data:,%41%4')).toEqual({ text: 'A%4' });
});

test('source lines of a config with very many values', () => {
  const line = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
  const segment = { output: line, source: { uri: 'a', range: line } };
  expect(new SourceLines(Array.from({ length: 300_000 }, () => segment)).linesOf('a', 1)).toEqual([1]);
});
