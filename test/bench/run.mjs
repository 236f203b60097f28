// `npm run bench`: how long the built compiler takes. Prints a table; judges nothing, because machines differ.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { compile } from '../../dist/lib/index.js';
import { nodeHost } from '../../dist/lib/node.js';
import { coldTable } from './cold.mjs';
import { fmtTable } from './fmt.mjs';
import * as inputs from './inputs.mjs';
import { mergeTable } from './merge.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kindling-bench-'));

try {
  await warm();
  linear();
  mergeTable();
  fmtTable();
  coldTable(folder);
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

function time(work) {
  const before = performance.now();
  work();
  return performance.now() - before;
}
