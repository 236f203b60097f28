// What each feature answers, asked as an editor asks; and for all examples that every range lies in its document.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../compiler/src/text/edit.ts';
import { nodeFiles } from '../../lsp/node-files.ts';
import { clientTraits } from '../../lsp/src/client-traits.ts';
import { offersAt } from '../../lsp/src/features/completion.ts';
import { Session } from '../../lsp/src/session.ts';
import { TextDocument } from '../../lsp/src/text-document.ts';
import { type LspPosition, type LspRange, type TestClient, usualCapabilities } from './client.ts';
import { folderWith, startClient, withCursor } from './harness.ts';

const uri = 'file:///workspace/x.bu';
const head = 'variant: fcos\nversion: 1.7.0\n';

/** Opens a config with a cursor (`¦`) in a new client. */
async function openAt(
  marked: string,
  at = uri,
): Promise<{
  readonly client: TestClient;
  readonly text: string;
  readonly params: object;
  readonly position: LspPosition;
}> {
  const { text, position } = withCursor(marked);
  const client = await startClient();
  client.open(at, text);
  return { client, text, position, params: { textDocument: { uri: at }, position } };
}

interface Item {
  readonly label: string;
  readonly textEdit: { readonly newText: string; readonly range: LspRange };
  readonly documentation?: { readonly value: string };
  readonly data?: unknown;
}

async function complete(marked: string, at = uri): Promise<readonly Item[]> {
  const { client, params } = await openAt(marked, at);
  return (await client.request<{ items: readonly Item[] }>('textDocument/completion', params)).items;
}

const labels = (items: readonly Item[]): readonly string[] => items.map(({ label }) => label);

describe('completion', () => {
  test('required keys first, present ones not at all', async () => {
    const items = labels(await complete(`${head}storage:\n  filesystems:\n    - format: xfs\n      ¦\n`));
    expect(items[0]).toBe('device');
    expect(items).toContain('with_mount_unit');
    expect(items).not.toContain('format');
  });

  test('keys of this version only', async () => {
    const old = labels(await complete('variant: fcos\nversion: 1.0.0\nstorage:\n  ¦\n'));
    expect(old).not.toContain('luks');
    expect(labels(await complete(`${head}storage:\n  ¦\n`))).toContain('luks');
  });

  test('lists and objects as snippets', async () => {
    const items = await complete(`${head}storage:\n  ¦\n`);
    expect(items.find(({ label }) => label === 'files')?.textEdit.newText).toBe('files:\n  - path: $0');
    expect(items.find(({ label }) => label === 'files')?.textEdit.range.start).toEqual({ line: 3, character: 2 });
  });

  test('an item where a list wants one', async () => {
    const items = await complete(`${head}storage:\n  files:\n    ¦\n`);
    expect(items[0]?.textEdit.newText).toBe('- path: ');
  });

  test.each([
    ['booleans', 'storage:\n  disks:\n    - wipe_table: ¦\n', 'true'],
    ['closed sets', 'storage:\n  filesystems:\n    - format: ¦\n', 'xfs'],
    ['modes', 'storage:\n  files:\n    - mode: ¦\n', '0644'],
    ['partition types', 'storage:\n  disks:\n    - partitions:\n        - type_guid: ¦\n', 'Linux swap'],
    ['mount options', 'storage:\n  filesystems:\n    - format: xfs\n      mount_options:\n        - ¦\n', 'pquota'],
    ['groups', 'passwd:\n  groups:\n    - name: crew\n  users:\n    - groups: [¦]\n', 'crew'],
    ['users', 'passwd:\n  users:\n    - name: jane\nstorage:\n  files:\n    - user:\n        name: ¦\n', 'jane'],
    [
      'devices',
      'storage:\n  raid:\n    - name: tank\n      level: raid1\n  luks:\n    - name: x\n      device: ¦\n',
      '/dev/md/tank',
    ],
    ['suppressions', 'storage:\n  files:\n    - path: /x # kindling-disable ¦\n', 'unused-key'],
    ['whole tasks', '¦', 'k3s unit'],
    [
      'directives of units',
      'systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        Exec¦\n',
      'ExecStart',
    ],
    [
      'units of the config',
      'systemd:\n  units:\n    - name: a.service\n    - name: b.service\n      contents: |\n        [Unit]\n        After=¦\n',
      'a.service',
    ],
  ])('%s', async (_, marked, wanted) => {
    const items = await complete(head + marked);
    const found = items.filter(({ label }) => label === wanted || label.startsWith(`${wanted}=`));
    // A suppression hides no error.
    if (wanted === 'unused-key') expect(items.length).toBeGreaterThan(3);
    else expect(found.length, labels(items).join(' ')).toBeGreaterThan(0);
  });

  test('versions, newest first', async () => {
    expect(labels(await complete('variant: flatcar\nversion: ¦\n'))[0]).toBe('1.1.0');
  });

  test('Ignition JSON', async () => {
    const marked = '{"ignition": {"version": "3.4.0"}, "storage": {"filesystems": [{"device": "/dev/vda", "¦"}]}}';
    const items = await complete(marked, 'file:///workspace/x.ign');
    expect(labels(items)).toContain('mountOptions');
    expect(labels(items)).not.toContain('device');
    expect(items.find(({ label }) => label === 'format')?.textEdit.newText).toBe('"format": ');
    const values = await complete(marked.replace('"¦"', '"format": ¦'), 'file:///workspace/x.ign');
    expect(values.map(({ textEdit }) => textEdit.newText)).toContain('"xfs"');
  });

  test('local files', async () => {
    const folder = folderWith({ 'x.bu': '', 'app.service': '', 'conf/a.conf': '' });
    const at = `${folder.uri}/x.bu`;
    const items = labels(await complete(`${head}storage:\n  files:\n    - contents:\n        local: ¦\n`, at));
    expect(items).toEqual(expect.arrayContaining(['app.service', 'conf/']));
    const below = labels(await complete(`${head}storage:\n  files:\n    - contents:\n        local: conf/¦\n`, at));
    expect(below).toEqual(['conf/a.conf']);
  });

  test('pages on demand', async () => {
    const { client, params } = await openAt(`${head}storage:\n  files:\n    - ¦\n`);
    const { items } = await client.request<{ items: readonly Item[] }>('textDocument/completion', params);
    const mode = items.find(({ label }) => label === 'mode');
    expect(mode?.documentation).toBeUndefined();
    const resolved = await client.request<Item>('completionItem/resolve', mode);
    expect(resolved.documentation?.value).toContain('Permission bits');
  });

  test('no snippets for clients that know none', async () => {
    const client = await startClient({ capabilities: {} });
    client.open(uri, `${head}storage:\n  \n`);
    const params = { textDocument: { uri }, position: { line: 3, character: 2 } };
    const { items } = await client.request<{ items: readonly Item[] }>('textDocument/completion', params);
    expect(items.find(({ label }) => label === 'files')?.textEdit.newText).toBe('files:');
    expect(JSON.stringify(items)).not.toContain('$0');
  });
});

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
    const { client } = await openAt(`${config}¦`);
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
    const { client } = await openAt(`${config}¦`);
    const folds = await client.request<
      readonly { readonly startLine: number; readonly endLine: number; readonly kind?: string }[]
    >('textDocument/foldingRange', { textDocument: { uri } });
    const lines = folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
    expect(lines).toEqual(['2-3 comment', '4-8', '5-8', '6-7', '9-14', '10-14', '11-14', '12-14', '13-14']);
  });

  test('selection ranges', async () => {
    const { client, position } = await openAt(config.replace('mode', 'mo¦de'));
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
    const { client, params } = await openAt(marked);
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
    const { client } = await openAt(`${config}¦`);
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
    const { client, text } = await openAt(`${head}storage:\n    files:\n        -   path:   /a\n¦`);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request<readonly Edit[]>('textDocument/formatting', { textDocument: { uri }, options });
    expect(edited(text, edits)).toContain('storage:\n  files:\n    - path: /a\n');
    client.open('file:///workspace/broken.bu', 'a: [\nb: }\n');
    const broken = { textDocument: { uri: 'file:///workspace/broken.bu' }, options };
    expect(await client.request('textDocument/formatting', broken)).toBeNull();
  });

  test('a fix for a finding, a comment that hides another', async () => {
    const { client, text } = await openAt(`${head}storage:\n  files:\n    - path: /a\n      mode: 644\n¦`);
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
    const { client, text } = await openAt(`${head}storage:\n  files:\n    - path: /a//b/\n¦`);
    const actions = await client.request<readonly { kind: string; edit: Change }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.kindling']);
    expect(edited(text, actions[0]?.edit.documentChanges[0]?.edits ?? [])).toContain('path: /a/b\n');
  });

  test('the compiled output with its map', async () => {
    const { client } = await openAt(`${head}storage:\n  files:\n    - path: /a\n¦`);
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

describe('all examples', () => {
  const examples = new URL('../../examples/', import.meta.url);
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^([^/]+)\/\1\.bu$/.test(name),
  );

  test.each(files)('%s: every range lies in the document', async (name) => {
    const file = new URL(name, examples);
    const at = pathToFileURL(file.pathname).href;
    const text = readFileSync(file, 'utf8');
    const client = await startClient({ capabilities: usualCapabilities });
    client.open(at, text);
    expect(await client.published(at, 1)).toEqual([]);
    const textDocument = { uri: at };
    const whole = ['documentSymbol', 'foldingRange', 'documentLink', 'semanticTokens/full'];
    for (const method of whole) await client.request(`textDocument/${method}`, { textDocument });
    const lines = text.split('\n');
    for (let line = 0; line < lines.length; line += 3) {
      const position = { line, character: Math.ceil((lines[line] ?? '').length / 2) };
      for (const method of ['hover', 'completion', 'definition', 'documentHighlight']) {
        await client.request(`textDocument/${method}`, { textDocument, position });
      }
      await client.request('textDocument/selectionRange', { textDocument, positions: [position] });
    }
    const outside = client.messages
      .flatMap((message) => rangesIn(message.result))
      .filter((range) => !isInside(range, lines));
    expect(outside).toEqual([]);
  });
});

test('completion inside and outside of embedded texts, at every fifth offset, also when the rest is gone', async () => {
  const file = new URL('../../examples/nas/nas.bu', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const session = new Session(nodeFiles(), clientTraits({}), [], true);
  for (const [version, config] of [text, text.slice(0, 5300), text.slice(0, 6001)].entries()) {
    const snapshot = session.open(uri, 'butane', version, config);
    for (let offset = version; offset <= config.length; offset += 5) {
      for (const { replace } of await offersAt(snapshot, offset, session)) {
        if (replace.start > offset || replace.end < offset)
          expect.fail(`an offer at ${offset} replaces something else`);
      }
    }
  }
});

function rangesIn(value: unknown): readonly LspRange[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => (key === 'uri' ? [] : rangesIn(member)));
  return 'start' in value && 'end' in value ? [value as LspRange, ...inner] : inner;
}

function isInside({ start, end }: LspRange, lines: readonly string[]): boolean {
  const fits = ({ line, character }: LspPosition): boolean => {
    const text = lines[line];
    return text !== undefined && character >= 0 && character <= text.length;
  };
  const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return fits(start) && fits(end) && isOrdered;
}
