// Settings that change while documents are open: what was shown by the old ones goes, and the newest answer of the client counts.
import { expect, test } from 'vitest';
import type { PublishedDiagnostic, TestClient } from './client.ts';
import { folderWith, startClient } from './harness.ts';

const head = 'variant: fcos\nversion: 1.7.0\n';
const uri = 'file:///workspace/x.bu';

/** How many findings were pushed for a document, each time. */
function pushes(client: TestClient, at = uri): readonly number[] {
  return client.messages.flatMap(({ method, params }) => {
    const sent = (params ?? {}) as { readonly uri: string; readonly diagnostics: readonly PublishedDiagnostic[] };
    return method === 'textDocument/publishDiagnostics' && sent.uri === at ? [sent.diagnostics.length] : [];
  });
}

const changed = (client: TestClient, settings: unknown): void =>
  client.notify('workspace/didChangeConfiguration', { settings });

const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

test.each(['off', 'pull'])(
  'findings that were pushed are taken away when they are `%s` from now on',
  async (diagnostics) => {
    const client = await startClient({ capabilities: {} });
    client.open(uri, `${head}x: 1\n`);
    expect(await client.published(uri, 1)).toHaveLength(1);
    changed(client, { kindling: { diagnostics } });
    await quiet();
    expect(pushes(client)).toEqual([1, 0]);
    client.change(uri, 2, [{ text: `${head}x: 2\n` }]);
    await quiet();
    expect(pushes(client)).toEqual([1, 0]);
  },
);

const withLocal = `${head}storage:\n  files:\n    - path: /etc/motd\n      contents:\n        local: motd\n`;
const later = (milliseconds: number, settings: object) => (): Promise<object> =>
  new Promise((resolve) => setTimeout(() => resolve(settings), milliseconds));

test.each([
  ['change and change back', [later(0, { filesDir: 'gone' }), later(60, { filesDir: 'files' })]],
  [
    'are answered in another order than they were asked for',
    [later(60, { filesDir: 'gone' }), later(0, { filesDir: 'files' })],
  ],
])('settings that %s leave nothing behind', async (_, next) => {
  const folder = folderWith({ 'files/motd': 'x' });
  const at = `${folder.uri}/x.bu`;
  const answers = [later(0, { filesDir: 'files' }), ...next];
  const client = await startClient({ folders: [folder.uri], configuration: () => answers.shift()?.() ?? {} });
  client.open(at, withLocal);
  await quiet();
  expect(pushes(client, at).at(-1)).toBe(0);
  changed(client, null);
  changed(client, null);
  await quiet();
  expect(answers).toEqual([]);
  expect(pushes(client, at).at(-1)).toBe(0);
});
