// What the tests of the server share: clients that are judged when their test is over, and a way to write configs with a cursor.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect } from 'vitest';
import { type ClientOptions, type LspPosition, TestClient } from './client.ts';

const clients: TestClient[] = [];
const folders: string[] = [];

afterEach(() => {
  const faults = clients.splice(0).flatMap(({ judge }) => judge.faults);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const client = await TestClient.start(options);
  clients.push(client);
  return client;
}

/** A folder with files on the real disk; gives its URI. */
export function folderWith(files: Readonly<Record<string, string>>): { readonly uri: string; readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'kindling-lsp-'));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { uri: pathToFileURL(path).href, path };
}

/** A text with a `¦` for the cursor: the text without it, and where it was. */
export function withCursor(marked: string): { readonly text: string; readonly position: LspPosition } {
  const offset = marked.indexOf('¦');
  const before = marked.slice(0, offset).split('\n');
  return {
    text: marked.replace('¦', ''),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** Opens a config with a cursor (`¦`) in a new client. */
export async function openAt(
  marked: string,
  uri: string,
): Promise<{
  readonly client: TestClient;
  readonly text: string;
  readonly params: object;
  readonly position: LspPosition;
}> {
  const { text, position } = withCursor(marked);
  const client = await startClient();
  client.open(uri, text);
  return { client, text, position, params: { textDocument: { uri }, position } };
}

/** Where a position lies in a text of UTF-16 units. */
export function offsetIn(text: string, { line, character }: LspPosition): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + character;
}
