// The walk over the workspace folders: which configs and projects it finds, how often it looks, and where it stops.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../lsp/node-files.ts';
import type { ServerFiles } from '../../lsp/src/files.ts';
import { type TargetsResult, targetsRequest } from '../../lsp/src/targets-protocol.ts';
import type { TestClient } from './client.ts';
import { folderWith, startClient } from './harness.ts';

const config = 'variant: fcos\nversion: 1.7.0\n';
const project = 'targets:\n  - name: host\n    fragments: [x.bu]\n';

/** The disk, with a note of the directories that are listed. */
function noted(): { readonly files: ServerFiles; readonly listed: string[] } {
  const files = nodeFiles();
  const listed: string[] = [];
  const list = (uri: string) => {
    listed.push(uri);
    return files.list(uri);
  };
  return { files: { ...files, list }, listed };
}

async function configs(client: TestClient): Promise<readonly string[]> {
  const report = { previousResultIds: [] };
  const { items } = await client.request<{ items: readonly { uri: string }[] }>('workspace/diagnostic', report);
  return items.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)).toSorted();
}

const projects = async (client: TestClient): Promise<readonly string[]> =>
  (await client.request<TargetsResult>(targetsRequest, {})).projects.map(({ name }) => name);

test('looks once, for configs and projects alike, until a file comes or goes', async () => {
  const { files, listed } = noted();
  const folder = folderWith({ 'x.bu': config, 'deep/y.bu': config, 'kindling.yaml': project, 'p.yaml': 'kind: Pod\n' });
  const client = await startClient({ folders: [folder.uri], files });
  const told = (path: string, type: number): void =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder.uri}/${path}`, type }] });
  expect(await configs(client)).toEqual(['kindling.yaml', 'x.bu', 'y.bu']);
  expect(await projects(client)).toEqual(['kindling.yaml']);
  expect(await configs(client)).toHaveLength(3);
  expect(listed).toHaveLength(2);
  // A file that has another text may be a config now, and no directory is another one for it.
  writeFileSync(`${folder.path}/p.yaml`, config);
  told('p.yaml', 2);
  expect(await configs(client)).toEqual(['kindling.yaml', 'p.yaml', 'x.bu', 'y.bu']);
  expect(listed).toHaveLength(2);
  rmSync(`${folder.path}/deep/y.bu`);
  told('deep/y.bu', 3);
  expect(await configs(client)).toEqual(['kindling.yaml', 'p.yaml', 'x.bu']);
  expect(listed).toHaveLength(4);
  // Some watchers call it a change when a directory is another one.
  writeFileSync(`${folder.path}/deep/z.bu`, config);
  told('deep', 2);
  expect(await configs(client)).toContain('z.bu');
});

test('finds projects in all folders by their paths, and each once', async () => {
  const folder = folderWith({
    'a/kindling.yaml': project,
    'a/x.bu': config,
    'b/c/kindling.yaml': project,
    'node_modules/m/kindling.yaml': project,
    'kindling.yaml': project,
  });
  const client = await startClient({ folders: [folder.uri, `${folder.uri}/b`] });
  expect(await projects(client)).toEqual(['kindling.yaml', 'a/kindling.yaml', 'b/c/kindling.yaml']);
});

test('does not leave the workspace without trust', async () => {
  const outside = folderWith({ 'kindling.yaml': project });
  const folder = folderWith({});
  mkdirSync(`${folder.path}/in`);
  symlinkSync(outside.path, `${folder.path}/in/link`);
  const client = await startClient({
    folders: [`${folder.uri}/in/link`, `${folder.uri}/in`],
    initializationOptions: { trusted: false },
  });
  // The first folder is the link itself: what a person has opened is the workspace.
  expect(await projects(client)).toEqual(['kindling.yaml']);
});

test('says once that there is more than it looks at', async () => {
  const list = (uri: string) =>
    Array.from({ length: 300 }, (_, index) => ({ name: `d${index}`, isDirectory: uri.split('/').length < 9 }));
  const client = await startClient({ folders: ['file:///endless'], files: { ...nodeFiles(), list } });
  expect(await configs(client)).toEqual([]);
  expect(await projects(client)).toEqual([]);
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///endless/x', type: 1 }] });
  expect(await configs(client)).toEqual([]);
  const told = client.messages.filter(({ params }) =>
    JSON.stringify(params ?? '').includes('more files than are looked'),
  );
  expect(told).toHaveLength(1);
});
