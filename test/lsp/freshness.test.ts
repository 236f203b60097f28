import { describe, expect, test } from 'vitest';
import type { LocalHost } from '../../lsp/src/local-files.ts';
import { Snapshot } from '../../lsp/src/snapshot.ts';
import { TextDocument } from '../../lsp/src/text-document.ts';
import { type PublishedDiagnostic, usualCapabilities } from './client.ts';
import { startClient } from './harness.ts';

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
