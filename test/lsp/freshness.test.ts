// What the server knows is never older than the world: after each kind of change the findings are those of now.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LocalHost } from '../../lsp/src/local-files.ts';
import { Snapshot } from '../../lsp/src/snapshot.ts';
import { TextDocument } from '../../lsp/src/text-document.ts';
import { type PublishedDiagnostic, type TestClient, usualCapabilities } from './client.ts';
import { folderWith, startClient } from './harness.ts';

const head = 'variant: fcos\nversion: 1.7.0\n';
const unused = `${head}x: 1\n`;

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items: readonly PublishedDiagnostic[];
}

const pulls = {
  ...usualCapabilities,
  textDocument: { ...usualCapabilities.textDocument, diagnostic: {} },
};

describe('one version of a document', () => {
  test('is not taken for another one that has the same number, after the document was closed', async () => {
    const client = await startClient({ capabilities: pulls });
    const uri = 'file:///workspace/x.bu';
    const pull = (previousResultId?: string): Promise<Report> =>
      client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    client.open(uri, head);
    const first = await pull();
    client.notify('textDocument/didClose', { textDocument: { uri } });
    client.open(uri, unused);
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [{ code: 'unused-key' }] });
  });

  test('is judged with one host, even when it is forgotten meanwhile', async () => {
    let made = 0;
    const makeHost = (): LocalHost => {
      made++;
      return { directory: undefined, hasRead: () => false, withUris: (diagnostic) => diagnostic };
    };
    const snapshot = new Snapshot(new TextDocument('file:///x.bu', 'butane', 1, unused), makeHost, 1);
    const found = snapshot.findings({});
    snapshot.forgetFiles();
    expect(await found).toHaveLength(1);
    expect(made).toBe(1);
  });
});

const withLocal = (name: string): string =>
  `${head}storage:\n  files:\n    - path: /etc/motd\n      contents:\n        local: ${name}\n`;
const withMode = (mode: string): string => `${head}storage:\n  files:\n    - path: /etc/x\n      mode: ${mode}\n`;
const project = (...fragments: readonly string[]): string =>
  `targets:\n  - name: host\n    fragments: [${fragments.join(', ')}]\n`;

/** The codes of findings that are pushed for a document, as soon as they are these. */
async function pushed(client: TestClient, uri: string, codes: readonly string[], from: number): Promise<void> {
  await client.waitFor(({ method, params }) => {
    const sent = params as { readonly uri: string; readonly diagnostics: readonly PublishedDiagnostic[] };
    if (method !== 'textDocument/publishDiagnostics' || sent.uri !== uri) return false;
    return JSON.stringify(sent.diagnostics.map(({ code }) => code)) === JSON.stringify(codes);
  }, from);
}

/** Tells of changes (1 created, 2 changed, 3 deleted), and waits for the findings of a document. */
async function afterChanges(
  client: TestClient,
  changes: readonly (readonly [string, number])[],
  uri: string,
  codes: readonly string[],
): Promise<void> {
  const from = client.messages.length;
  client.notify('workspace/didChangeWatchedFiles', { changes: changes.map(([at, type]) => ({ uri: at, type })) });
  await pushed(client, uri, codes, from);
}

async function opened(
  files: Readonly<Record<string, string>>,
  name: string,
  codes: readonly string[],
): Promise<{ readonly client: TestClient; readonly path: string; readonly root: string; readonly uri: string }> {
  const { uri: root, path } = folderWith(files);
  const client = await startClient({ folders: [root] });
  const uri = `${root}/${name}`;
  client.open(uri, files[name] ?? '');
  await pushed(client, uri, codes, 0);
  return { client, path, root, uri };
}

const conflict = ['conflict-value'];

describe('a project', () => {
  const files = { 'base.d/b.bu': withMode('0644'), 'host.bu': withMode('0600') };
  const both = project('base.d/*.bu', 'host.bu');

  test('that is edited has its fragments judged again', async () => {
    const { client, root, uri } = await opened({ ...files, 'kindling.yaml': project('host.bu') }, 'host.bu', []);
    const at = `${root}/kindling.yaml`;
    client.open(at, project('host.bu'), 'yaml');
    let from = client.messages.length;
    client.change(at, 2, [{ text: both }]);
    await pushed(client, uri, conflict, from);
    from = client.messages.length;
    client.change(at, 3, [{ text: project('host.bu') }]);
    await pushed(client, uri, [], from);
    from = client.messages.length;
    client.change(at, 4, [{ text: both }]);
    await pushed(client, uri, conflict, from);
    from = client.messages.length;
    // Closed without saving: the file on the disk counts again.
    client.notify('textDocument/didClose', { textDocument: { uri: at } });
    await pushed(client, uri, [], from);
  });

  test('that changes on the disk, comes or goes', async () => {
    const { client, path, root, uri } = await opened({ ...files, 'kindling.yaml': both }, 'host.bu', conflict);
    const at = `${root}/kindling.yaml`;
    writeFileSync(`${path}/kindling.yaml`, project('host.bu'));
    await afterChanges(client, [[at, 2]], uri, []);
    writeFileSync(`${path}/kindling.yaml`, both);
    await afterChanges(client, [[at, 2]], uri, conflict);
    rmSync(`${path}/kindling.yaml`);
    await afterChanges(client, [[at, 3]], uri, []);
    writeFileSync(`${path}/kindling.yaml`, both);
    await afterChanges(client, [[at, 1]], uri, conflict);
  });

  test('that gets another files directory', async () => {
    const config = withLocal('motd');
    const { client, root, uri } = await opened(
      { 'host.bu': config, 'files/motd': 'x', 'kindling.yaml': project('host.bu') },
      'host.bu',
      ['local-unreadable'],
    );
    const at = `${root}/kindling.yaml`;
    client.open(at, project('host.bu'), 'yaml');
    const from = client.messages.length;
    client.change(at, 2, [{ text: `files-dir: files\n${project('host.bu')}` }]);
    await pushed(client, uri, [], from);
  });

  test('that takes a config in has it judged as a fragment, which need not be whole', async () => {
    const unit = (name: string, text: string): string =>
      `${head}systemd:\n  units:\n    - name: ${name}\n      enabled: true\n      contents: |\n${text}`;
    const timer = unit(
      'a.timer',
      '        [Timer]\n        OnCalendar=daily\n        [Install]\n        WantedBy=timers.target\n',
    );
    const service = unit('a.service', '        [Service]\n        ExecStart=/bin/true\n').replace(
      '      enabled: true\n',
      '',
    );
    const { client, path, root, uri } = await opened({ 'host.bu': timer, 'base.d/b.bu': service }, 'host.bu', [
      'unit-timer-without-service',
    ]);
    writeFileSync(`${path}/kindling.yaml`, both);
    await afterChanges(client, [[`${root}/kindling.yaml`, 1]], uri, []);
    rmSync(`${path}/kindling.yaml`);
    await afterChanges(client, [[`${root}/kindling.yaml`, 3]], uri, ['unit-timer-without-service']);
  });

  test('loses a fragment that a glob had found, and gets it back', async () => {
    const { client, path, root, uri } = await opened({ ...files, 'kindling.yaml': both }, 'host.bu', conflict);
    rmSync(`${path}/base.d/b.bu`);
    await afterChanges(client, [[`${root}/base.d/b.bu`, 3]], uri, []);
    writeFileSync(`${path}/base.d/b.bu`, files['base.d/b.bu']);
    await afterChanges(client, [[`${root}/base.d/b.bu`, 1]], uri, conflict);
  });

  test('says of itself what a fragment changes', async () => {
    const client = await startClient({ capabilities: pulls });
    const { uri: root } = folderWith({ ...files, 'kindling.yaml': both });
    const pull = (at: string, previousResultId?: string): Promise<Report> =>
      client.request('textDocument/diagnostic', { textDocument: { uri: at }, previousResultId });
    const first = await pull(`${root}/host.bu`);
    expect(first.items).toHaveLength(1);
    client.open(`${root}/kindling.yaml`, both.replace('host.bu]', 'host.bu]\n    override: [host.bu]'), 'yaml');
    expect(await pull(`${root}/host.bu`, first.resultId)).toMatchObject({ kind: 'full' });
  });
});

describe('a folder of which one event tells', () => {
  test('with local files is renamed', async () => {
    const files = { 'x.bu': withLocal('files/motd'), 'files/motd': 'x' };
    const { client, path, root, uri } = await opened(files, 'x.bu', []);
    renameSync(`${path}/files`, `${path}/old`);
    await afterChanges(
      client,
      [
        [`${root}/files`, 3],
        [`${root}/old`, 1],
      ],
      uri,
      ['local-unreadable'],
    );
    renameSync(`${path}/old`, `${path}/files`);
    await afterChanges(
      client,
      [
        [`${root}/old`, 3],
        [`${root}/files`, 1],
      ],
      uri,
      [],
    );
  });

  test('with fragments is swapped for another', async () => {
    const files = {
      'base.d/b.bu': withMode('0644'),
      'new/b.bu': withMode('0600'),
      'host.bu': withMode('0600'),
      'kindling.yaml': project('base.d/*.bu', 'host.bu'),
    };
    const { client, path, root, uri } = await opened(files, 'host.bu', conflict);
    renameSync(`${path}/base.d`, `${path}/old`);
    renameSync(`${path}/new`, `${path}/base.d`);
    await afterChanges(client, [[`${root}/base.d`, 2]], uri, []);
  });
});

describe('local files', () => {
  test('that come to be in a higher directory', async () => {
    const { client, path, root, uri } = await opened({ 'sub/x.bu': withLocal('motd') }, 'sub/x.bu', [
      'local-unreadable',
    ]);
    writeFileSync(`${path}/motd`, 'x');
    await afterChanges(client, [[`${root}/motd`, 1]], uri, []);
  });

  test('outside of the folders, of which no client tells, are read each time', async () => {
    const outside = folderWith({
      'base.bu': withMode('0644'),
      'host.bu': withMode('0600'),
      'kindling.yaml': project('base.bu', 'host.bu'),
    });
    const client = await startClient({ folders: [] });
    const uri = `${outside.uri}/host.bu`;
    client.open(uri, withMode('0600'));
    await pushed(client, uri, conflict, 0);
    writeFileSync(`${outside.path}/base.bu`, withMode('0600'));
    const from = client.messages.length;
    client.change(uri, 2, [{ text: `${withMode('0600')}\n` }]);
    await pushed(client, uri, [], from);
  });
});
