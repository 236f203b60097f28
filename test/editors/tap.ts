// Between an editor and the server: passes everything on and holds each message of the server against the protocol's own
// description. `tap.mjs REPORT SERVER…`; writes its findings to REPORT at the end.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Message } from '../lsp/client.ts';
import { MessageJudge, model } from '../lsp/meta-model.ts';

const [report = '', command = '', ...args] = process.argv.slice(2);
const judge = new MessageJudge();

/** Cuts a stream into messages. */
function reader(take: (message: Message) => void): (chunk: Buffer) => void {
  let buffer: Buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString('ascii'))?.[1]);
      if (buffer.length < end) return;
      take(JSON.parse(buffer.subarray(head + 4, end).toString('utf8')));
      buffer = buffer.subarray(end);
    }
  };
}

const fromEditor = reader(({ id, method }) => {
  if (method !== undefined && id !== undefined && id !== null) judge.asked(id, method);
});
const fromServer = reader((message) => judge.received(message));

const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
process.stdin.on('data', (chunk: Buffer) => {
  fromEditor(chunk);
  server.stdin.write(chunk);
});
process.stdin.on('end', () => server.stdin.end());
server.stdout.on('data', (chunk: Buffer) => {
  fromServer(chunk);
  process.stdout.write(chunk);
});

function finish(code: number): void {
  writeFileSync(report, JSON.stringify({ isJudged: model !== undefined, judged: judge.judged, faults: judge.faults }));
  process.exit(code);
}

server.on('exit', (code) => finish(code ?? 0));
// Vim ends its programs so.
process.on('SIGTERM', () => {
  server.kill();
  finish(0);
});
