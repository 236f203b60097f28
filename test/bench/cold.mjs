// How long whole processes take, against Node with nothing to do. By itself, after a build: `node test/bench/cold.mjs`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as inputs from './inputs.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli/kindling.js');
const executable = join(root, `dist/packages/kindling-${process.platform}-${process.arch}`);
const runs = 31;
const small =
  'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /etc/hostname\n      contents: {inline: box}\n';

// Reading extra certificates takes Node tens of milliseconds that have nothing to do with us; where the user wants no compiled
// code, the programs are measured without it anyway.
const { NODE_EXTRA_CA_CERTS: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env;
const withoutCode = { ...env, NODE_DISABLE_COMPILE_CACHE: '1' };

/** Prints the table. `folder`: for the configs. */
export function coldTable(folder) {
  const [empty, few, many] = ['empty.cjs', 'small.bu', 'long.bu'].map((name) => join(folder, name));
  writeFileSync(empty, '');
  writeFileSync(few, small);
  writeFileSync(many, inputs.long());
  const processes = [
    ['empty script', [process.execPath, empty]],
    ['compile, 6 lines', [process.execPath, cli, 'compile', few]],
    ['compile, 340 lines', [process.execPath, cli, 'compile', many]],
    ['compile, 6 lines, no compiled code', [process.execPath, cli, 'compile', few], withoutCode],
    ['check, 6 lines', [process.execPath, cli, 'check', few]],
    ...(existsSync(executable) ? [['compile, 6 lines, the executable', [executable, 'compile', few]]] : []),
  ].map(([name, command, environment = env]) => ({ name, command, environment, times: [] }));
  // In turns, so that what else the machine does falls upon all alike.
  for (let run = 0; run < runs; run++) {
    for (const { command, environment, times } of processes) times.push(wallTime(command, environment));
  }
  console.log(`Cold, whole process, ${runs} runs in turns:`);
  console.table(
    processes.map(({ name, command, environment, times }) => {
      times.sort((a, b) => a - b);
      const [median, min] = [times[runs >> 1], times[0]].map((time) => Number(time.toFixed(1)));
      return { process: name, 'median ms': median, 'min ms': min, 'CPU ms': processorTime(command, environment) };
    }),
  );
}

function wallTime([program, ...args], environment) {
  const before = performance.now();
  const { status } = spawnSync(program, args, { env: environment, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit code ${status}`);
  return performance.now() - before;
}

/** The mean, user and system: what a busy machine does not change much. Undefined where there is no POSIX shell. */
function processorTime(command, environment) {
  const script = `i=0; while [ $i -lt ${runs} ]; do "$@" > /dev/null; i=$((i + 1)); done; times`;
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', ...command], { env: environment, encoding: 'utf8' });
  // The last line is that of the children: `0m1.23s 0m0.45s`.
  const parts = [...(stdout?.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) return undefined;
  const seconds = parts.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
  return Number(((seconds * 1000) / runs).toFixed(1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-cold-'));
  try {
    coldTable(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
