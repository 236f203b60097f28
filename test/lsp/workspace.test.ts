// The server among files: local files, projects, folders, settings, trust, and diagnostics on demand.
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clientFiles } from '../../lsp/src/client-files.ts';
import type { ReadDirectoryResult, ReadFileResult } from '../../lsp/src/protocol.ts';
import { type PublishedDiagnostic, type TestClient, usualCapabilities } from './client.ts';
import { folderWith, startClient } from './harness.ts';

const head = 'variant: fcos\nversion: 1.7.0\n';
const withLocal = `${head}storage:\n  files:\n    - path: /etc/motd\n      contents:\n        local: motd\n`;

/** The findings of a document that are pushed after this moment. */
async function publishedNext(client: TestClient, uri: string): Promise<readonly PublishedDiagnostic[]> {
  const message = await client.waitFor(
    ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri,
    client.messages.length,
  );
  return (message.params as { diagnostics: readonly PublishedDiagnostic[] }).diagnostics;
}

const codes = (found: readonly PublishedDiagnostic[]): readonly (string | undefined)[] => found.map(({ code }) => code);

describe('local files', () => {
  test('are found near the config, and watched', async () => {
    const folder = folderWith({ 'hosts/x.bu': withLocal });
    const uri = `${folder.uri}/hosts/x.bu`;
    const client = await startClient({ folders: [folder.uri] });
    client.open(uri, withLocal);
    expect(codes(await client.published(uri, 1))).toEqual(['local-unreadable']);
    writeFileSync(`${folder.path}/motd`, 'hello');
    const next = publishedNext(client, uri);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder.uri}/motd`, type: 1 }] });
    expect(codes(await next)).toEqual([]);
  });

  test('count as they are in the editor', async () => {
    const config = `${head}systemd:\n  units:\n    - name: a.service\n      contents_local: a.service\n`;
    const folder = folderWith({ 'x.bu': config, 'a.service': '[Service]\nExecStart=/bin/true\n' });
    const client = await startClient({ folders: [folder.uri] });
    const [uri, unit] = [`${folder.uri}/x.bu`, `${folder.uri}/a.service`];
    client.open(uri, config);
    expect(codes(await client.published(uri, 1))).toEqual([]);
    client.open(unit, '[Service]\nExecStrat=/bin/true\n', 'systemd');
    const inUnit = await client.waitFor(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' &&
        (params as { uri: string }).uri === unit &&
        JSON.stringify(params).includes('ExecStrat'),
    );
    const { diagnostics } = inUnit.params as { diagnostics: readonly PublishedDiagnostic[] };
    expect(diagnostics.map(({ range }) => range.start.line)).toContain(1);
  });

  test('a files directory that vanishes', async () => {
    const folder = folderWith({ 'conf/x.bu': withLocal, 'conf/motd': 'x' });
    const uri = `${folder.uri}/conf/x.bu`;
    const client = await startClient({ folders: [folder.uri] });
    client.open(uri, withLocal);
    expect(await client.published(uri, 1)).toEqual([]);
    rmSync(`${folder.path}/conf`, { recursive: true });
    const next = publishedNext(client, uri);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder.uri}/conf/motd`, type: 3 }] });
    expect(codes(await next)).toEqual(['local-unreadable']);
  });
});

describe('trust', () => {
  const options = (folder: string) => ({ folders: [folder], initializationOptions: { trusted: false } });

  test('links that lead out of the workspace are refused', async () => {
    const outside = folderWith({ motd: 'secret' });
    const folder = folderWith({ 'x.bu': withLocal });
    symlinkSync(`${outside.path}/motd`, `${folder.path}/motd`);
    const uri = `${folder.uri}/x.bu`;
    const client = await startClient(options(folder.uri));
    client.open(uri, withLocal);
    const [found] = await client.published(uri, 1);
    expect(found?.message).toContain('leads out');
    expect(await client.request('textDocument/documentLink', { textDocument: { uri } })).toEqual([]);
    const next = publishedNext(client, uri);
    client.notify('kindling/trust', { trusted: true });
    expect(await next).toEqual([]);
  });

  test('a files directory that is itself a link out of the workspace is refused', async () => {
    const outside = folderWith({ motd: 'secret' });
    const folder = folderWith({ 'x.bu': withLocal });
    const project = 'files-dir: files\ntargets:\n  - name: host\n    fragments: [x.bu]\n';
    writeFileSync(`${folder.path}/kindling.yaml`, project);
    symlinkSync(outside.path, `${folder.path}/files`);
    const uri = `${folder.uri}/x.bu`;
    const client = await startClient(options(folder.uri));
    client.open(uri, withLocal);
    const [found] = await client.published(uri, 1);
    expect(found?.message).toContain('not trusted');
    expect(await client.request('kindling/output', { textDocument: { uri } })).toMatchObject({ errors: 1 });
    // A config that is opened by its name below the link lies outside as well.
    writeFileSync(`${outside.path}/y.bu`, withLocal);
    const linked = `${folder.uri}/files/y.bu`;
    client.open(linked, withLocal);
    expect((await client.published(linked, 1))[0]?.message).toContain('not trusted');
    expect(JSON.stringify(client.messages)).not.toContain('secret');
  });

  test('a files directory that is not there is missing, and not refused', async () => {
    const folder = folderWith({ 'x.bu': withLocal });
    const project = 'files-dir: files\ntargets:\n  - name: host\n    fragments: [x.bu]\n';
    writeFileSync(`${folder.path}/kindling.yaml`, project);
    const uri = `${folder.uri}/x.bu`;
    const client = await startClient(options(folder.uri));
    client.open(uri, withLocal);
    expect((await client.published(uri, 1))[0]?.message).not.toContain('not trusted');
  });

  test('files outside of the folders are not read', async () => {
    const outside = folderWith({ 'x.bu': withLocal, motd: 'secret', 'kindling.yaml': 'nonsense' });
    const folder = folderWith({});
    const uri = `${outside.uri}/x.bu`;
    const client = await startClient(options(folder.uri));
    client.open(uri, withLocal);
    const [found] = await client.published(uri, 1);
    expect(found?.message).toContain('not trusted');
    const completion = await client.request<{ items: readonly unknown[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 6, character: 15 },
    });
    expect(completion.items).toEqual([]);
    expect(JSON.stringify(client.messages)).not.toContain('secret');
  });
});

describe('diagnostics on demand', () => {
  const capabilities = {
    ...usualCapabilities,
    textDocument: { ...usualCapabilities.textDocument, diagnostic: { relatedDocumentSupport: true } },
  };

  test('are not pushed as well, and are unchanged as long as nothing changes', async () => {
    const client = await startClient({ capabilities });
    const uri = 'file:///workspace/x.bu';
    client.open(uri, `${head}x: 1\n`);
    const first = await client.request<Report>('textDocument/diagnostic', { textDocument: { uri } });
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'unused-key' }] });
    const asked = { textDocument: { uri }, previousResultId: first.resultId };
    expect(await client.request('textDocument/diagnostic', asked)).toMatchObject({ kind: 'unchanged' });
    client.change(uri, 2, [{ text: head }]);
    expect(await client.request('textDocument/diagnostic', asked)).toMatchObject({ kind: 'full', items: [] });
    expect(client.messages.some(({ method }) => method === 'textDocument/publishDiagnostics')).toBe(false);
  });

  test('of the whole workspace, in parts and with progress when asked', async () => {
    const folder = folderWith({ 'a.bu': `${head}x: 1\n`, 'b.yaml': 'kind: Pod\n', 'deep/c.yml': `${head}y: 1\n` });
    const second = folderWith({ 'd.ign': '{}' });
    const client = await startClient({ capabilities, folders: [folder.uri, second.uri] });
    const all = await client.request<{ items: readonly Report[] }>('workspace/diagnostic', { previousResultIds: [] });
    expect(all.items.map(({ uri }) => uri?.split('/').at(-1)).toSorted()).toEqual(['a.bu', 'c.yml', 'd.ign']);
    const tokens = { workDoneToken: 'work', partialResultToken: 'part' };
    const previous = all.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const again = await client.request<{ items: readonly Report[] }>('workspace/diagnostic', {
      previousResultIds: previous,
      ...tokens,
    });
    expect(again.items).toEqual([]);
    const progress = client.messages.filter(({ method }) => method === '$/progress').map(({ params }) => params);
    expect(progress).toEqual(expect.arrayContaining([expect.objectContaining({ token: 'part' })]));
    expect(progress.at(-1)).toMatchObject({ token: 'work', value: { kind: 'end' } });
    expect(JSON.stringify(progress)).toContain('unchanged');
  });

  test('of files that are gone, or lie in no folder any more, are taken away', async () => {
    const folder = folderWith({ 'a.bu': `${head}x: 1\n`, 'b.bu': `${head}y: 1\n` });
    const second = folderWith({ 'c.bu': `${head}z: 1\n` });
    const client = await startClient({ capabilities, folders: [folder.uri, second.uri] });
    const pull = async (known: readonly Report[]): Promise<readonly Report[]> => {
      const previousResultIds = known.map(({ uri, resultId }) => ({ uri, value: resultId }));
      return (await client.request<{ items: readonly Report[] }>('workspace/diagnostic', { previousResultIds })).items;
    };
    const all = await pull([]);
    expect(all.map(({ items }) => items.length)).toEqual([1, 1, 1]);
    rmSync(`${folder.path}/b.bu`);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder.uri}/b.bu`, type: 3 }] });
    const removed = [{ uri: second.uri, name: 'second' }];
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
    const after = await pull(all);
    const emptied = after.filter(({ kind, items }) => kind === 'full' && items.length === 0);
    expect(emptied.map(({ uri }) => uri?.split('/').at(-1)).toSorted()).toEqual(['b.bu', 'c.bu']);
  });
});

interface Report {
  readonly kind: string;
  readonly uri?: string;
  readonly resultId: string;
  readonly items: readonly PublishedDiagnostic[];
}

describe('settings', () => {
  test('are fetched; wrong ones are named in the log', async () => {
    const folder = folderWith({ 'x.bu': withLocal, 'files/motd': 'x' });
    const uri = `${folder.uri}/x.bu`;
    const client = await startClient({
      folders: [folder.uri],
      configuration: { filesDir: 'files', diagnostics: 7 },
    });
    client.open(uri, withLocal);
    expect(await client.published(uri, 1)).toEqual([]);
    const line = await client.waitFor(({ method, params }) => {
      return method === 'window/logMessage' && (params as { message: string }).message.includes('wrong kind');
    });
    expect(line.params).toMatchObject({ message: expect.stringContaining('diagnostics') });
  });

  test('can come by notification, and switch findings off', async () => {
    const client = await startClient({ capabilities: {} });
    const uri = 'file:///workspace/x.bu';
    client.open(uri, `${head}x: 1\n`);
    expect(await client.published(uri, 1)).toHaveLength(1);
    const next = publishedNext(client, uri);
    client.notify('workspace/didChangeConfiguration', {
      settings: { kindling: { diagnostics: 'push', mostDelay: 0 } },
    });
    expect(await next).toHaveLength(1);
    client.notify('workspace/didChangeConfiguration', { settings: { kindling: { diagnostics: 'off' } } });
    expect(await client.pulled(uri)).toEqual([]);
  });
});

describe('projects', () => {
  const one = `${head}storage:\n  files:\n    - path: /etc/motd\n      mode: 0644\n      contents:\n        inline: one\n`;
  const two = one.replace('inline: one', 'inline: two');
  const project = 'targets:\n  - name: host\n    fragments: [parts/*.bu]\n';

  test('contradictions appear in all fragments as one types', async () => {
    const folder = folderWith({ 'kindling.yaml': project, 'parts/a.bu': one, 'parts/b.bu': two });
    const client = await startClient({ folders: [folder.uri] });
    const [a, b] = [`${folder.uri}/parts/a.bu`, `${folder.uri}/parts/b.bu`];
    client.open(a, one);
    const [found] = await client.published(a, 1);
    expect(found?.message).toContain('target `host`');
    expect(found?.relatedInformation?.map(({ location }) => location.uri)).toContain(b);
    client.open(b, two);
    const [other] = await client.published(b, 1);
    expect(other?.code).toBe(found?.code);
    expect(other?.relatedInformation?.map(({ location }) => location.uri)).toContain(a);
    const since = client.messages.length;
    client.change(b, 2, [{ text: one }]);
    // What the opening of the other one has set going may come first.
    await client.waitFor(({ method, params }) => {
      const sent = params as { uri: string; diagnostics: readonly unknown[] };
      return method === 'textDocument/publishDiagnostics' && sent.uri === a && sent.diagnostics.length === 0;
    }, since);
  });

  test('a project file has findings, completion and hover', async () => {
    const folder = folderWith({ 'kindling.yaml': '', 'parts/a.bu': one });
    const uri = `${folder.uri}/kindling.yaml`;
    const text = 'targets:\n  - name: host\n    fragments: [gone/*.bu]\n    fomat: pretty\n    \n';
    const client = await startClient({ folders: [folder.uri] });
    client.open(uri, text, 'yaml');
    expect(codes(await client.published(uri, 1)).toSorted()).toEqual([
      'project-fragment-missing',
      'project-unknown-key',
    ]);
    const labels = async (line: number, character: number): Promise<readonly string[]> => {
      const params = { textDocument: { uri }, position: { line, character } };
      const { items } = await client.request<{ items: readonly { label: string }[] }>(
        'textDocument/completion',
        params,
      );
      return items.map(({ label }) => label);
    };
    expect(await labels(4, 4)).toEqual(expect.arrayContaining(['output', 'override', 'source-map']));
    expect(await labels(4, 4)).not.toContain('name');
    const params = { textDocument: { uri }, position: { line: 2, character: 6 } };
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', params);
    expect(hover.contents.value).toContain('Files and globs');
  });

  test('the cluster of the examples is without findings', async () => {
    const cluster = new URL('../../examples/cluster/', import.meta.url);
    const folder = pathToFileURL(cluster.pathname).href.replace(/\/$/, '');
    const client = await startClient({ folders: [folder] });
    for (const name of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) {
      if (!/\.bu$|^kindling\.yaml$/.test(name)) continue;
      const uri = `${folder}/${name}`;
      client.open(uri, readFileSync(new URL(name, cluster), 'utf8'), name.endsWith('.bu') ? 'butane' : 'yaml');
      const found = await client.published(uri, 1);
      // What an override settles is a note.
      expect(
        found.filter(({ severity }) => severity < 3),
        name,
      ).toEqual([]);
    }
  });
});

describe('files through the client', () => {
  test('are asked for once, and the config is judged again when they come', async () => {
    const asked: string[] = [];
    const files = clientFiles({
      ask: async (method, { uri }): Promise<ReadFileResult | ReadDirectoryResult> => {
        asked.push(`${method} ${uri}`);
        if (method === 'kindling/readDirectory') return { entries: [{ name: 'motd', kind: 'file' }] };
        return uri.endsWith('/motd') ? { contents: btoa('hello') } : { problem: 'missing' };
      },
      soon: (work) => void setTimeout(work, 5),
    });
    const client = await startClient({ files });
    const uri = 'vscode-vfs://github/owner/repo/x.bu';
    client.open(uri, withLocal);
    const message = await client.waitFor(({ method, params }) => {
      const sent = params as { uri: string; diagnostics: readonly unknown[] };
      return method === 'textDocument/publishDiagnostics' && sent.uri === uri && sent.diagnostics.length === 0;
    });
    expect(message).toBeDefined();
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toContain('kindling/readFile vscode-vfs://github/owner/repo/motd');
  });

  test('keep the findings of a project through a keystroke, and through saving until other answers come', async () => {
    const fragment = (mode: string): string => `${head}storage:\n  files:\n    - path: /etc/x\n      mode: ${mode}\n`;
    const project = 'targets:\n  - name: host\n    fragments: [base.d/*.bu, host.bu]\n';
    const disk = new Map([
      ['kindling.yaml', project],
      ['host.bu', fragment('0600')],
      ['base.d/b.bu', fragment('0644')],
    ]);
    const root = 'vscode-vfs://github/owner/repo';
    const asked: string[] = [];
    const files = clientFiles({
      ask: async (method, { uri }): Promise<ReadFileResult | ReadDirectoryResult> => {
        asked.push(`${method} ${uri}`);
        // As long as a network takes, at least: longer than the server waits before it judges.
        await new Promise((resolve) => setTimeout(resolve, 30));
        const path = uri.slice(root.length + 1);
        const text = disk.get(path);
        if (method === 'kindling/readFile')
          return text === undefined ? { problem: 'missing' } : { contents: btoa(text) };
        const base = path === '' ? '' : `${path}/`;
        const below = [...disk.keys()].filter((name) => name.startsWith(base)).map((name) => name.slice(base.length));
        const entries = below
          .map((name) => name.split('/'))
          .map(([name = '', inner]) => {
            return { name, kind: inner === undefined ? ('file' as const) : ('directory' as const) };
          });
        return { entries };
      },
      soon: (work) => void setTimeout(work, 5),
    });
    const client = await startClient({ files, folders: [root] });
    const uri = `${root}/host.bu`;
    const sent = (from: number): readonly (readonly (string | undefined)[])[] =>
      client.messages.slice(from).flatMap(({ method, params }) => {
        const { uri: at, diagnostics } = (params ?? {}) as { uri: string; diagnostics: readonly PublishedDiagnostic[] };
        return method === 'textDocument/publishDiagnostics' && at === uri ? [codes(diagnostics)] : [];
      });
    const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
    client.open(uri, fragment('0600'));
    await quiet();
    expect(sent(0).at(-1)).toEqual(['conflict-value']);
    const [from, before] = [client.messages.length, asked.length];
    client.change(uri, 2, [{ text: `${fragment('0600')}\n` }]);
    await quiet();
    expect(asked.length).toBe(before);
    client.notify('textDocument/didSave', { textDocument: { uri } });
    await quiet();
    expect(new Set(sent(from).map(String))).toEqual(new Set(['conflict-value']));
    disk.delete('base.d/b.bu');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${root}/base.d`, type: 2 }] });
    await quiet();
    expect(sent(from).at(-1)).toEqual([]);
  });
});

test('names with blanks and other letters', async () => {
  const folder = folderWith({});
  mkdirSync(`${folder.path}/größe 1`);
  writeFileSync(`${folder.path}/größe 1/motd`, 'x');
  const uri = `${pathToFileURL(`${folder.path}/größe 1`).href}/x.bu`;
  const client = await startClient({ folders: [folder.uri] });
  client.open(uri, withLocal);
  expect(await client.published(uri, 1)).toEqual([]);
});
