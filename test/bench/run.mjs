// `npm run bench`: how long the built compiler takes. Prints a table; judges nothing, because machines differ.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bench } from 'tinybench';
import { compile } from '../../dist/lib/index.js';
import { nodeHost } from '../../dist/lib/node.js';
import { fmtTable } from './fmt.mjs';
import * as inputs from './inputs.mjs';
import { mergeTable } from './merge.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli/kindling.js');
const folder = mkdtempSync(join(tmpdir(), 'kindling-bench-'));

try {
  await warm();
  linear();
  mergeTable();
  fmtTable();
  cold();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function warm() {
  const host = nodeHost();
  const bench = new Bench({ time: 1500, iterations: 3, warmupIterations: 2, warmupTime: 300 });
  for (const [name, text] of [
    ['60 lines', inputs.daily()],
    ['340 lines', inputs.long()],
    ['3.5 MB: 5,000 files, 500 units', inputs.large()],
    ['5 MB dense: 43,000 small files', inputs.dense()],
    ['5 MB of block scalars', inputs.blocks()],
    ['20,000 keys in one map', inputs.keys()],
  ]) {
    const result = compile(text, { host });
    if (result.output === undefined) throw new Error(`${name}: ${result.diagnostics[0]?.message}`);
    bench.add(`${name} (${(text.length / 1e6).toFixed(2)} MB)`, () => compile(text, { host }));
  }
  await bench.run();
  console.log('Warm, in process:');
  console.table(
    bench.tasks.map((task) => ({
      config: task.name,
      'median ms': Number(task.result.latency.p50.toFixed(2)),
      runs: task.result.latency.samplesCount,
    })),
  );
}

/** The same kind of config in doubling sizes: the time per entry has to stay what it is. */
function linear() {
  const host = nodeHost();
  console.log('Growth, dense configs:');
  console.table(
    [5_000, 10_000, 20_000, 40_000].map((files) => {
      const text = inputs.dense(files);
      const times = [1, 2, 3].map(() => time(() => compile(text, { host })));
      const median = times.sort((a, b) => a - b)[1];
      return { files, 'median ms': Math.round(median), 'µs per file': Math.round((median * 1000) / files) };
    }),
  );
}

/** Whole processes, against one that does nothing. */
function cold() {
  const config = join(folder, 'long.bu');
  const empty = join(folder, 'empty.mjs');
  writeFileSync(config, inputs.long());
  writeFileSync(empty, '');
  // Reading extra certificates takes Node tens of milliseconds that have nothing to do with us.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const start = (...args) => time(() => spawnSync(process.execPath, args, { env, stdio: 'ignore' }));
  const [nothing, compiling] = [[], []];
  for (let run = 0; run < 21; run++) {
    nothing.push(start(empty));
    compiling.push(start(cli, 'compile', config));
  }
  const median = (times) => times.sort((a, b) => a - b)[10].toFixed(1);
  console.log('Cold, whole process:');
  console.table([
    { process: 'empty script', 'median ms': median(nothing) },
    { process: 'kindling compile, 340 lines', 'median ms': median(compiling) },
  ]);
}

function time(work) {
  const before = performance.now();
  work();
  return performance.now() - before;
}
