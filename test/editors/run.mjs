// Runs each editor that is there against the server, and looks at what it saw. `node test/editors/run.mjs [name…]`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const kindling = process.env.KINDLING_COMMAND ?? join(root, 'dist/cli/kindling.js');
const tap = join(root, 'node_modules/.cache/kindling/tap.mjs');

const clock = new Int32Array(new SharedArrayBuffer(4));
const python = '/usr/bin/python3';

/** Each client: how to start it for a file and a server command, and whether it is there. */
const clients = {
  neovim: {
    program: 'nvim',
    start: () => ['nvim', '--headless', '--clean', '-u', 'NONE', '-S', join(here, 'neovim.lua')],
  },
  emacs: { program: 'emacs', start: () => ['emacs', '-Q', '--batch', '-l', join(here, 'emacs.el')] },
  ale: {
    program: 'vim',
    needs: '/usr/share/vim-ale',
    result: true,
    start: () => ['vim', '-N', '--not-a-term', '-T', 'dumb', '-u', join(here, 'ale.vim')],
  },
  pygls: {
    program: python,
    needs: '/usr/lib/python3/dist-packages/pygls',
    isDecoder: true,
    start: (file, server) => [python, join(here, 'pygls-client.py'), file, ...server],
  },
};

const formatted = [
  'variant: fcos',
  'version: 1.7.0',
  '',
  'storage:',
  '  files:',
  '    - path: /etc/motd',
  '      mode: 0644',
  '      contents:',
  '        inline: hello',
  '',
].join('\n');

function isThere({ program, needs }) {
  const found = program.startsWith('/')
    ? existsSync(program)
    : (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
  return found && (needs === undefined || existsSync(needs));
}

function runClient(name, client) {
  const folder = mkdtempSync(join(tmpdir(), `kindling-${name}-`));
  cpSync(join(here, 'workspace'), folder, { recursive: true });
  const file = join(folder, 'host.bu');
  const report = join(folder, 'tap.json');
  const result = join(folder, 'result.json');
  const server = [process.execPath, tap, report, process.execPath, kindling, 'lsp', '--stdio'];
  const [program, ...args] = client.start(file, server);
  const env = {
    ...process.env,
    FILE: file,
    RESULT: result,
    SERVER_CMD: name === 'neovim' ? JSON.stringify(server) : server.join(' '),
    FMT_CMD: `${process.execPath} ${kindling} fmt`,
  };
  const { stdout, stderr, status } = spawnSync(program, args, { env, encoding: 'utf8', timeout: 60_000, input: '' });
  try {
    const said = client.result ? readFileSync(result, 'utf8') : (stdout.trim().split('\n').at(-1) ?? '');
    // An editor that ends its programs does not wait for them.
    for (let turn = 0; turn < 40 && !existsSync(report); turn++) Atomics.wait(clock, 0, 0, 50);
    const judged = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { judged: 0, faults: ['no report'] };
    return { seen: JSON.parse(said), judged };
  } catch {
    return {
      seen: { fault: `no result (exit ${status}): ${(stderr || stdout).slice(-2000)}` },
      judged: { faults: [] },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is wrong with what a client saw. */
function faultsOf({ seen, judged }, client) {
  const wrong = [];
  const expect = (what, isRight) => {
    if (!isRight) wrong.push(`${what}: ${JSON.stringify(seen[what])}`);
  };
  if (seen.fault) wrong.push(seen.fault);
  expect('diagnostics', seen.diagnostics?.length === 1 && seen.diagnostics[0].line === 5);
  expect('completion', seen.completion?.includes('kernel_arguments') || seen.completion?.includes('kernel_arguments:'));
  expect('hover', seen.hover?.includes('Permission bits'));
  if (!client.isDecoder) expect('text', seen.text === formatted);
  return [...wrong, ...judged.faults.map((fault) => `protocol: ${fault}`)];
}

await build({
  entryPoints: [join(here, 'tap.ts')],
  outfile: tap,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
if (!existsSync(kindling)) {
  console.error(`${kindling} is not there: run \`npm run build\` first`);
  process.exit(1);
}
if (!process.env.KINDLING_LSP_METAMODEL) console.log('KINDLING_LSP_METAMODEL is not set: messages are not judged');
const wanted = process.argv.slice(2);
let [passed, failed, skipped] = [0, 0, 0];
for (const [name, client] of Object.entries(clients)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!isThere(client)) {
    skipped++;
    console.log(`left out: ${name} (not installed)`);
    continue;
  }
  const start = performance.now();
  const run = runClient(name, client);
  const wrong = faultsOf(run, client);
  const time = `${Math.round(performance.now() - start)} ms, ${run.judged.judged ?? 0} messages judged`;
  if (wrong.length === 0) {
    passed++;
    console.log(`ok: ${run.seen.editor} (${time})`);
  } else {
    failed++;
    console.log(`failed: ${name} (${time})\n  ${wrong.join('\n  ')}`);
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
