// The built server as a process: each transport, and what becomes of the process when its client goes. Needs a build; `npm test`
// makes one first.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

const dist = process.env.KINDLING_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const program = join(dist, 'lsp/node.js');
const command = join(dist, 'cli/kindling.js');
const isBuilt = existsSync(program);

test.runIf(!isBuilt)('dist/lsp is not built: the server is not started as a process', () => {
  expect(isBuilt).toBe(false);
});

const initialize = { processId: null, rootUri: null, capabilities: {} };

function frame(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const exitOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('exit', resolve));

/** The text that a stream gives until `isEnough`. */
function readUntil(stream: NodeJS.ReadableStream, isEnough: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (isEnough.test(text)) resolve(text);
    });
  });
}

describe.runIf(isBuilt)('a process', () => {
  test.each([
    ['the command', [command, 'lsp', '--stdio']],
    ['the command without flags', [command, 'lsp']],
    ['the program', [program, '--stdio']],
  ])('%s answers over standard streams, and ends when it is told to', async (_, args) => {
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const answer = readUntil(child.stdout, /"serverInfo"/);
    child.stdin.write(frame({ id: 1, method: 'initialize', params: initialize }));
    expect(await answer).toContain('"name":"kindling"');
    const end = exitOf(child);
    child.stdin.write(frame({ id: 2, method: 'shutdown' }));
    child.stdin.write(frame({ method: 'exit' }));
    expect(await end).toBe(0);
  });

  test('ends with 1 when its client is gone without a word', async () => {
    const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const answer = readUntil(child.stdout, /"serverInfo"/);
    child.stdin.write(frame({ id: 1, method: 'initialize', params: initialize }));
    await answer;
    const end = exitOf(child);
    child.stdin.end();
    expect(await end).toBe(1);
  });

  test('answers over Node’s IPC', async () => {
    const child = fork(program, ['--node-ipc'], { stdio: 'ignore', execArgv: [] });
    const answer = new Promise((resolve) => child.on('message', resolve));
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize });
    expect(await answer).toMatchObject({ id: 1, result: { serverInfo: { name: 'kindling' } } });
    child.kill();
  });

  test('answers over a socket', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { readonly port: number };
    const connected = new Promise<NodeJS.ReadWriteStream>((resolve) => server.on('connection', resolve));
    const child = spawn(process.execPath, [command, 'lsp', `--socket=${port}`], { stdio: 'ignore' });
    const socket = await connected;
    const answer = readUntil(socket, /"serverInfo"/);
    socket.write(frame({ id: 1, method: 'initialize', params: initialize }));
    expect(await answer).toContain('"name":"kindling"');
    const end = exitOf(child);
    socket.end();
    server.close();
    expect(await end).toBeDefined();
  });

  test('is one script for web workers, without anything of Node', () => {
    const worker = readFileSync(join(dirname(program), 'worker.js'), 'utf8');
    expect(worker).not.toMatch(/require\("(?:node:)?(?:fs|path|net|child_process)"\)/);
    expect(readdirSync(dirname(program))).toContain('worker.js');
  });

  test('answers in a worker, which has a channel and nothing else', async () => {
    const answers: unknown[] = [];
    const scope: Record<string, unknown> = {
      TextDecoder,
      TextEncoder,
      URL,
      atob,
      setTimeout,
      clearTimeout,
      performance,
    };
    const answered = new Promise<unknown>((resolve) => {
      scope.postMessage = (message: unknown) => {
        answers.push(message);
        if (JSON.stringify(message).includes('publishDiagnostics')) resolve(message);
      };
    });
    scope.self = scope;
    scope.addEventListener = () => {};
    runInContext(readFileSync(join(dirname(program), 'worker.js'), 'utf8'), createContext(scope));
    const send = (data: object): void =>
      (scope.onmessage as (event: object) => void)({ data: { jsonrpc: '2.0', ...data } });
    send({ id: 1, method: 'initialize', params: initialize });
    send({ method: 'initialized', params: {} });
    const textDocument = { uri: 'vscode-vfs://x/y.bu', languageId: 'butane', version: 1, text: 'variant: fcos\n' };
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    expect(await answered).toMatchObject({ params: { diagnostics: [{ code: 'version-invalid' }] } });
    expect(answers[0]).toMatchObject({ id: 1, result: { serverInfo: { name: 'kindling' } } });
  });
});
