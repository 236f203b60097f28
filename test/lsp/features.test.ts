// What hover, the structure of a config and edits answer, asked as an editor asks.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../compiler/src/text/edit.ts';
import { TextDocument } from '../../lsp/src/text-document.ts';
import type { LspRange } from './client.ts';
import { folderWith, openAt, startClient } from './harness.ts';

const uri = 'file:///workspace/x.bu';
const head = 'variant: fcos\nversion: 1.7.0\n';

describe('hover', () => {
  const hover = async (marked: string, at = uri): Promise<string> => {
    const { client, params } = await openAt(marked, at);
    const answer = await client.request<{ contents: { value: string } } | null>('textDocument/hover', params);
    return answer?.contents.value ?? '';
  };

  test('a field: page, type, versions, example, what it compiles to', async () => {
    const text = await hover(
      `${head}storage:\n  luks:\n    - name: data\n      dis¦card: true\n      device: /dev/vdb\n`,
    );
    expect(text).toContain('**discard** — true or false, since fcos 1.5.0');
    expect(text).toContain('Default: false.');
    expect(text).toContain('Compiles to');
  });

  test.each([
    ['a mode', 'storage:\n  files:\n    - path: /x\n      mode: 06¦44\n', 'rw-r--r--'],
    ['a value', 'variant¦', ''],
    [
      'a data URL',
      'storage:\n  files:\n    - path: /x\n      contents:\n        source: data:,hel¦lo%20world\n',
      'hello world',
    ],
    ['a text', 'storage:\n  files:\n    - path: /x\n      contents:\n        inline: |\n          one¦\n', '4 bytes'],
    [
      'a unit',
      'systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        ExecSt¦art=/bin/true\n',
      'ExecStart',
    ],
  ])('%s', async (_, marked, wanted) => {
    expect(await hover(head + marked)).toContain(wanted);
  });

  test('a local file', async () => {
    const folder = folderWith({ motd: 'hello' });
    const text = `${head}storage:\n  files:\n    - path: /etc/motd\n      contents:\n        local: mo¦td\n`;
    expect(await hover(text, `${folder.uri}/x.bu`)).toContain('5 bytes');
  });
});

describe('structure', () => {
  const config = `${head}# one\n# two\nstorage:\n  files:\n    - path: /a\n      mode: 0644\n    - path: /b\nsystemd:\n  units:\n    - name: a.service\n      contents: |\n        [Unit]\n        Description=A\n`;

  test('document symbols', async () => {
    const { client } = await openAt(`${config}¦`, uri);
    const symbols = await client.request<readonly Outline[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.map(print)).toEqual(['storage(files(/a,/b))', 'systemd(units(a.service([Unit])))']);
  });

  test('workspace symbols, of files that are not open too', async () => {
    const folder = folderWith({
      'a.bu': config,
      'other.yaml': 'a: b\n',
      'deep/b.yaml': `${head}storage:\n  files:\n    - path: /deep\n`,
    });
    const client = await startClient({ folders: [folder.uri] });
    const symbols = await client.request<readonly { readonly name: string }[]>('workspace/symbol', { query: 'e' });
    expect(symbols.map(({ name }) => name).toSorted()).toEqual(['/deep', 'a.service']);
  });

  test('folding', async () => {
    const { client } = await openAt(`${config}¦`, uri);
    const folds = await client.request<
      readonly { readonly startLine: number; readonly endLine: number; readonly kind?: string }[]
    >('textDocument/foldingRange', { textDocument: { uri } });
    const lines = folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
    expect(lines).toEqual(['2-3 comment', '4-8', '5-8', '6-7', '9-14', '10-14', '11-14', '12-14', '13-14']);
  });

  test('selection ranges', async () => {
    const { client, position } = await openAt(config.replace('mode', 'mo¦de'), uri);
    const [first] = await client.request<readonly Selection[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [position],
    });
    const sizes: number[] = [];
    for (let at: Selection | undefined = first; at; at = at.parent) sizes.push(at.range.end.line - at.range.start.line);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  test('links and definitions', async () => {
    const folder = folderWith({ motd: 'x' });
    const at = `${folder.uri}/x.bu`;
    const marked = `${head}storage:\n  files:\n    - path: /a\n      contents: {local: mo¦td}\n    - path: /b\n      contents: {local: gone}\n    - path: /c\n      contents: {source: "https://example.com/c"}\n`;
    const { client, params } = await openAt(marked, at);
    const links = await client.request<readonly { readonly target: string }[]>('textDocument/documentLink', {
      textDocument: { uri: at },
    });
    expect(links.map(({ target }) => target)).toEqual([`${folder.uri}/motd`, 'https://example.com/c']);
    expect(await client.request('textDocument/definition', params)).toMatchObject([{ uri: `${folder.uri}/motd` }]);
  });

  test('references of a label, a unit, an anchor', async () => {
    const marked = `${head}storage:\n  disks:\n    - device: /dev/vda\n      partitions:\n        - label: va¦r\n  filesystems:\n    - device: /dev/disk/by-partlabel/var\n      format: xfs\n`;
    const { client, params } = await openAt(marked, uri);
    const found = await client.request<readonly { readonly range: LspRange }[]>('textDocument/references', {
      ...params,
      context: { includeDeclaration: true },
    });
    expect(found.map(({ range }) => range.start)).toEqual([
      { line: 6, character: 17 },
      { line: 8, character: 37 },
    ]);
    const text = `${head}systemd:\n  units:\n    - name: a.service\n    - name: b.service\n      contents: |\n        [Unit]\n        After=a.service\n`;
    client.open('file:///workspace/y.bu', text);
    const asked = { textDocument: { uri: 'file:///workspace/y.bu' }, position: { line: 8, character: 16 } };
    expect(await client.request('textDocument/definition', asked)).toMatchObject([{ range: { start: { line: 4 } } }]);
  });

  test('colours of embedded texts', async () => {
    const { client } = await openAt(`${config}¦`, uri);
    const { data } = await client.request<{ data: readonly number[] }>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    expect(data.slice(0, 3)).toEqual([13, 8, 6]);
    expect(data.length % 5).toBe(0);
  });
});

interface Outline {
  readonly name: string;
  readonly children?: readonly Outline[];
}

function print({ name, children }: Outline): string {
  return children ? `${name}(${children.map(print).join()})` : name;
}

interface Selection {
  readonly range: LspRange;
  readonly parent?: Selection;
}

interface Edit {
  readonly range: LspRange;
  readonly newText: string;
}

/** A text after the edits of an answer. */
function edited(text: string, edits: readonly Edit[]): string {
  const document = new TextDocument('', '', 0, text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ range: document.rangeAt(range, 'utf-16'), text: newText })),
  );
}

describe('edits', () => {
  test('formatting', async () => {
    const { client, text } = await openAt(`${head}storage:\n    files:\n        -   path:   /a\n¦`, uri);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request<readonly Edit[]>('textDocument/formatting', { textDocument: { uri }, options });
    expect(edited(text, edits)).toContain('storage:\n  files:\n    - path: /a\n');
    client.open('file:///workspace/broken.bu', 'a: [\nb: }\n');
    const broken = { textDocument: { uri: 'file:///workspace/broken.bu' }, options };
    expect(await client.request('textDocument/formatting', broken)).toBeNull();
  });

  test('a fix for a finding, a comment that hides another', async () => {
    const { client, text } = await openAt(`${head}storage:\n  files:\n    - path: /a\n      mode: 644\n¦`, uri);
    const [found] = await client.published(uri, 1);
    const actions = await client.request<
      readonly { title: string; kind: string; edit: Change; isPreferred?: boolean }[]
    >('textDocument/codeAction', { textDocument: { uri }, range: found?.range, context: { diagnostics: [found] } });
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    expect(edited(text, preferred?.edit.documentChanges[0]?.edits ?? [])).toContain('mode: 0644');
    const hide = actions.find(({ title }) => title.startsWith('Hide'));
    expect(edited(text, hide?.edit.documentChanges[0]?.edits ?? [])).toContain(
      `      # kindling-disable ${found?.code}\n      mode: 644`,
    );
  });

  test('all safe fixes at once', async () => {
    const unit =
      'systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        execstart=/usr/bin/true\n';
    const { client, text } = await openAt(`${head}storage:\n  files:\n    - path: /a//b/\n${unit}¦`, uri);
    const actions = await client.request<readonly { kind: string; edit: Change }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.kindling']);
    const mended = edited(text, actions[0]?.edit.documentChanges[0]?.edits ?? []);
    expect(mended).toContain('path: /a/b\n');
    // Lints of the texts in a config have fixes too, as with `kindling check --fix`.
    expect(mended).toContain('        ExecStart=/usr/bin/true\n');
  });

  test('the compiled output with its map', async () => {
    const { client } = await openAt(`${head}storage:\n  files:\n    - path: /a\n¦`, uri);
    const output = await client.request<{ text: string; map: { uris: readonly string[]; pieces: readonly number[] } }>(
      'kindling/output',
      {
        textDocument: { uri },
      },
    );
    expect(JSON.parse(output.text)).toMatchObject({ storage: { files: [{ path: '/a' }] } });
    expect(output.map.uris).toEqual([uri]);
    expect(output.map.pieces.length % 10).toBe(0);
    // The line of the path in the source, and that in the output.
    const piece = Array.from({ length: output.map.pieces.length / 10 }, (_, at) =>
      output.map.pieces.slice(10 * at, 10 * at + 10),
    ).find((numbers) => numbers[5] === 4 && numbers[6] === 12);
    expect(output.text.split('\n')[piece?.[0] ?? 0]).toContain('"path": "/a"');
  });
});

interface Change {
  readonly documentChanges: readonly { readonly edits: readonly Edit[] }[];
}
