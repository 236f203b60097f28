// The server as a whole: start and end, texts and their changes, what it does with messages that make no sense.
import { describe, expect, test } from 'vitest';
import type { Feature } from '../../lsp/src/feature.ts';
import { request } from '../../lsp/src/feature.ts';
import { all } from '../../lsp/src/features/index.gen.ts';
import { TestClient, usualCapabilities } from './client.ts';
import { startClient } from './harness.ts';
import { MessageJudge, model } from './meta-model.ts';

const uri = 'file:///workspace/x.bu';
const fine = 'variant: fcos\nversion: 1.6.0\n';

// Without the description of the protocol nothing is judged; in CI, where it has to be, that is a failure.
const isJudged = Boolean(process.env.KINDLING_LSP_METAMODEL || process.env.KINDLING_REAL);

test.runIf(isJudged)('what the server sends is held against the description of the protocol', () => {
  expect(model, 'KINDLING_LSP_METAMODEL says where metaModel.json is').toBeDefined();
  const judge = new MessageJudge();
  const params = { uri, diagnostics: [{ range: { start: origin, end: origin }, message: 'x' }] };
  judge.received({ jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params });
  expect(judge.faults).toEqual([]);
  judge.received({ jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { ...params, versoin: 1 } });
  judge.received({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: {} });
  expect(judge.faults).toHaveLength(2);
});

describe('start and end', () => {
  test('says what it can do: each declared capability has its methods, and no method is undeclared', async () => {
    const client = new TestClient();
    const result = await client.request<{ capabilities: Record<string, unknown>; serverInfo: object }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: usualCapabilities,
    });
    expect(result.serverInfo).toMatchObject({ name: 'kindling' });
    expect(client.judge.faults).toEqual([]);
    const own = new Set(['positionEncoding', 'textDocumentSync', 'workspace']);
    const declared = Object.keys(result.capabilities).filter((name) => !own.has(name));
    const features: readonly Feature[] = all;
    for (const feature of features) {
      expect(Object.keys(feature.capabilities({})).every((name) => name in result.capabilities)).toBe(true);
      expect(feature.requests.length).toBeGreaterThan(0);
    }
    const methods = features.flatMap(({ requests }) => requests.map(({ method }) => method));
    expect(new Set(methods).size).toBe(methods.length);
    expect(declared.length).toBeGreaterThan(0);
    if (model === undefined) return;
    const isDeclared = (capability: string | undefined): boolean =>
      capability !== undefined && declared.includes(capability.split('.')[0] ?? '');
    for (const method of methods.filter((each) => !each.startsWith('kindling/'))) {
      const known = model.requests.get(method);
      expect(isDeclared(known?.serverCapability), method).toBe(true);
    }
  });

  test('every method that is declared is answered', async () => {
    const client = await startClient();
    const features: readonly Feature[] = all;
    for (const { requests } of features) {
      for (const { method } of requests) {
        const params = method.endsWith('/resolve') ? { label: 'x' } : { textDocument: { uri: 'file:///no/such.bu' } };
        const { error } = await client.send(method, params);
        expect(error?.code, method).not.toBe(-32601);
      }
    }
  });

  test('answers nothing before it is initialized, nor after it was shut down', async () => {
    const client = new TestClient();
    const early = await client.send('textDocument/completion', { textDocument: { uri }, position: origin });
    expect(early.error?.code).toBe(-32002);
    await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
    expect(await client.request('shutdown')).toBeNull();
    const late = await client.send('textDocument/completion', { textDocument: { uri }, position: origin });
    expect(late.error?.code).toBe(-32600);
  });
});

const origin = { line: 0, character: 0 };

describe('texts', () => {
  test('pushes the findings of each version', async () => {
    const client = await startClient();
    client.open(uri, fine);
    expect(await client.published(uri, 1)).toEqual([]);
    client.change(uri, 2, [
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: 'x: 1' },
    ]);
    const [found] = await client.published(uri, 2);
    expect(found).toMatchObject({
      code: 'unused-key',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } },
    });
    expect(found?.codeDescription?.href).toContain('unused-key');
  });

  test('takes its own findings away when a document is closed', async () => {
    const client = await startClient();
    client.open(uri, 'variant: x\n');
    await client.published(uri, 1);
    client.notify('textDocument/didClose', { textDocument: { uri } });
    const last = await client.waitFor(({ method, params }) => {
      return method === 'textDocument/publishDiagnostics' && !('version' in (params as object));
    });
    expect(last.params).toMatchObject({ uri, diagnostics: [] });
  });

  test.each([
    ['utf-8', 10, 11],
    ['utf-16', 8, 9],
    ['utf-32', 7, 8],
  ])('counts in %s when the client wants that', async (encoding, start, end) => {
    const client = await startClient({ capabilities: { general: { positionEncodings: [encoding] } } });
    // A flame is 4 bytes, 2 units, 1 code point.
    client.open(uri, `${fine}{"🔥": 1, x: 2}\n`);
    client.change(uri, 2, [{ text: `${fine}storage: {files: []}\n` }]);
    const line = { line: 2, character: 0 };
    client.change(uri, 3, [
      { range: { start: line, end: { line: 2, character: 99 } }, text: '"🔥a": 1\n' },
      { range: { start: { line: 2, character: start - 4 }, end: { line: 2, character: start - 4 } }, text: '' },
    ]);
    client.change(uri, 4, [{ text: `${fine}"🔥🔥": 1\n` }]);
    const found = await client.published(uri, 4);
    const from = found.find(({ code }) => code === 'unused-key')?.range;
    expect(from?.start).toEqual({ line: 2, character: 0 });
    expect(from?.end.character).toBe({ 'utf-8': 10, 'utf-16': 6, 'utf-32': 4 }[encoding]);
    expect(end).toBeGreaterThan(start);
  });

  test('tells documents by language, by name and by what is in them', async () => {
    const client = await startClient();
    client.open('file:///a/config.yaml', `${fine}x: 1\n`, 'yaml');
    client.open('file:///a/values.yaml', 'x: 1\n', 'yaml');
    client.open('untitled:Untitled-1', `${fine}x: 1\n`, 'butane');
    client.open('file:///a/x.ign', '{"ignition": {"version": "3.4.0"}, "x": 1}', 'json');
    expect(await client.published('file:///a/config.yaml', 1)).toHaveLength(1);
    expect(await client.published('file:///a/values.yaml', 1)).toEqual([]);
    expect(await client.published('untitled:Untitled-1', 1)).toHaveLength(1);
    expect(await client.published('file:///a/x.ign', 1)).toHaveLength(1);
  });

  test('relates places to findings', async () => {
    const client = await startClient();
    client.open(uri, `${fine}storage:\n  files:\n    - path: /a\n      path: /b\n`);
    const [found] = await client.published(uri, 1);
    expect(found?.relatedInformation?.[0]?.location).toMatchObject({ uri, range: { start: { line: 4 } } });
  });
});

describe('bad input', () => {
  test('a failing feature costs its own answer and names no contents', async () => {
    const secret = 'correct horse battery staple';
    const failing: Feature = {
      name: 'hover',
      capabilities: () => ({ hoverProvider: true }),
      requests: [
        request('textDocument/hover', () => {
          throw new TypeError(secret);
        }),
      ],
    };
    const client = await startClient({ features: [failing, ...all.filter(({ name }) => name === 'diagnostics')] });
    const { error } = await client.send('textDocument/hover', { textDocument: { uri }, position: origin });
    expect(error?.code).toBe(-32603);
    expect(JSON.stringify(client.messages)).not.toContain(secret);
    expect(client.messages.some(({ method }) => method === 'window/logMessage')).toBe(true);
    client.open(uri, fine);
    expect(await client.pulled(uri)).toEqual([]);
  });

  test('messages that are no JSON, have no length, or no sense', async () => {
    const client = await startClient();
    client.writeRaw('Content-Length: 5\r\n\r\n{oops');
    client.writeRaw('Content-Length: 2\r\n\r\n[]');
    client.writeRaw('Content-Type: nonsense\r\n\r\n');
    client.write({ jsonrpc: '2.0', method: 'textDocument/didChange', params: null });
    client.write({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: null } });
    client.write({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: 7 });
    client.notify('no/such/notification', {});
    const { error } = await client.send('no/such/request', {});
    expect(error?.code).toBe(-32601);
    for (const params of [undefined, null, [], {}, { textDocument: 1 }, { textDocument: { uri: 7 } }]) {
      const answer = await client.send('textDocument/completion', params);
      expect('result' in answer !== 'error' in answer).toBe(true);
    }
    client.open(uri, fine);
    expect(await client.published(uri, 1)).toEqual([]);
  });

  test('positions outside, changes out of order, changes of what is not open', async () => {
    const client = await startClient();
    client.change('file:///not/open.bu', 1, [{ text: 'x' }]);
    client.open(uri, fine);
    const far = { line: 4000, character: 4000 };
    client.change(uri, 9, [{ range: { start: far, end: far }, text: 'x: 1\n' }]);
    client.change(uri, 5, [{ range: { start: far, end: { line: 2, character: 0 } }, text: 'y: 1\n' }]);
    expect(await client.published(uri, 5)).toMatchObject([{ message: expect.stringContaining('`y`') }]);
    for (const position of [far, { line: -1, character: -5 }, { line: 0.5, character: Number.NaN }]) {
      const answer = await client.send('textDocument/completion', { textDocument: { uri }, position });
      expect(answer.error).toBeUndefined();
    }
  });

  test('binary and huge documents', async () => {
    const client = await startClient();
    const binary = Array.from({ length: 5000 }, (_, index) => String.fromCharCode((index * 31) % 256)).join('');
    client.open(uri, binary);
    expect((await client.published(uri, 1)).length).toBeGreaterThan(0);
    client.open('file:///workspace/huge.bu', 'x'.repeat(100_000_000));
    expect(await client.published('file:///workspace/huge.bu', 1)).toMatchObject([
      { message: expect.stringContaining('not looked into'), severity: 3 },
    ]);
  });

  test('a cancelled request is answered as such', async () => {
    const client = await startClient();
    client.open(uri, `${fine}storage:\n  files:\n${'    - path: /x\n'.repeat(3000)}`);
    const answers = [900, 901, 902].map((id) =>
      client.send('textDocument/completion', { textDocument: { uri }, position: { line: 2, character: 0 } }, id),
    );
    client.notify('$/cancelRequest', { id: 902 });
    const last = (await Promise.all(answers))[2];
    expect(last?.error?.code).toBe(-32800);
  });
});

test('code actions are offered to clients that take them as such, and not only as commands', async () => {
  const offers = async (codeAction: object): Promise<unknown> => {
    const client = new TestClient();
    const params = { processId: null, rootUri: null, capabilities: { textDocument: { codeAction } } };
    const { capabilities } = await client.request<{ capabilities: object }>('initialize', params);
    return Object.keys(capabilities).includes('codeActionProvider');
  };
  expect(await offers({ codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } })).toBe(true);
  expect(await offers({})).toBe(false);
});
