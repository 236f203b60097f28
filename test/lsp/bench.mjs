// How long an editor waits: opening → findings, a keystroke → findings, completion right after an edit, and memory, for configs of
// 1,000, 10,000 and 50,000 lines. `node test/lsp/bench.mjs` after a build; medians of several runs, one server for each size.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const server = process.env.KINDLING_SERVER ?? fileURLToPath(new URL('../../dist/lsp/node.js', import.meta.url));
const uri = 'file:///bench/x.bu';
const rounds = 15;

class Client {
  #buffer = Buffer.alloc(0);
  #next = 1;
  #pending = new Map();
  #listeners = new Set();

  constructor() {
    this.process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', (chunk) => this.#take(chunk));
  }

  #take(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const end = head + 4 + Number(/Content-Length: (\d+)/.exec(this.#buffer.subarray(0, head).toString())[1]);
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.subarray(head + 4, end).toString());
      this.#buffer = this.#buffer.subarray(end);
      if (message.method === undefined) this.#pending.get(message.id)?.(message.result);
      for (const listener of this.#listeners) listener(message);
    }
  }

  #write(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  notify(method, params) {
    this.#write({ method, params });
  }

  request(method, params) {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.#write({ id, method, params });
    });
  }

  published(version) {
    return new Promise((resolve) => {
      const listener = ({ method, params }) => {
        if (method !== 'textDocument/publishDiagnostics' || params.version !== version) return;
        this.#listeners.delete(listener);
        resolve(params.diagnostics);
      };
      this.#listeners.add(listener);
    });
  }
}

/** A config of about so many lines: half files, half units. */
function configOf(lines) {
  const parts = ['variant: fcos\nversion: 1.6.0\nstorage:\n  files:\n'];
  const perItem = 20;
  const count = Math.floor(lines / perItem);
  for (let index = 0; index < count; index++) {
    parts.push(
      `    - path: /etc/app/conf-${index}\n      mode: 0644\n      contents:\n        inline: |\n          key = ${index}\n          other = value\n`,
    );
  }
  parts.push('systemd:\n  units:\n');
  for (let index = 0; index < count; index++) {
    parts.push(
      `    - name: app-${index}.service\n      enabled: true\n      contents: |\n        [Unit]\n        Description=App ${index}\n        Wants=network-online.target\n        After=network-online.target\n\n        [Service]\n        ExecStart=/usr/local/bin/app ${index}\n        Restart=on-failure\n\n        [Install]\n        WantedBy=multi-user.target\n`,
    );
  }
  return parts.join('');
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measure(lines) {
  const text = configOf(lines);
  const client = new Client();
  await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  client.notify('initialized', {});
  const cold = await time(async () => {
    const done = client.published(1);
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'butane', version: 1, text } });
    await done;
  });
  const line = text.split('\n').length - 1;
  // In the middle of the files: what stands behind it moves.
  const place = Math.floor(lines / 6) * 1;
  const keys = [];
  const completions = [];
  const runs = lines > 20_000 ? 7 : rounds;
  for (let version = 2; version < runs * 2; version += 2) {
    const at = { line: place - (place % 6) + 5, character: 10 };
    const insert = (number, range, inserted) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: number },
        contentChanges: [{ range, text: inserted }],
      });
    keys.push(
      await time(async () => {
        const done = client.published(version);
        insert(version, { start: at, end: at }, 'x');
        await done;
      }),
    );
    const done = client.published(version + 1);
    completions.push(
      await time(async () => {
        insert(version + 1, { start: at, end: { ...at, character: 11 } }, '');
        await client.request('textDocument/completion', {
          textDocument: { uri },
          position: { line: place - (place % 6) + 6, character: 6 },
        });
      }),
    );
    await done;
  }
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${client.process.pid}/status`, 'utf8'))?.[1];
  client.process.kill();
  return { lines: line, cold, key: median(keys), completion: median(completions), memory: Number(memory) / 1024 };
}

const text = (number) => String(Math.round(number)).padStart(8);
console.log('   lines  open→findings  key→findings  completion after edit   memory');
for (const lines of [1000, 10_000, 50_000]) {
  const { lines: real, cold, key, completion, memory } = await measure(lines);
  console.log(
    `${text(real)} ${text(cold)} ms     ${text(key)} ms         ${text(completion)} ms         ${text(memory)} MB`,
  );
}
