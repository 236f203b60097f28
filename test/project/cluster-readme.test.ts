// The commands of examples/cluster/README.md, run one block after the other in a clone with two commits.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, program } from '../cli/run-cli.ts';
import { root } from '../source-modules.ts';

const readme = readFileSync(join(root, 'examples/cluster/README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');

test('every command works where the text says', () => {
  const folder = makeFolder({ 'bin/kindling': `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n` });
  chmodSync(join(folder, 'bin/kindling'), 0o755);
  const clone = join(folder, 'clone');
  const isSource = (path: string): boolean => !path.endsWith('/out');
  cpSync(join(root, 'examples'), join(clone, 'examples'), { recursive: true, filter: isSource });
  const { HOME = '', PATH = '' } = process.env;
  const run = (script: string) => {
    const env = { HOME, PATH: `${join(folder, 'bin')}:${PATH}` };
    return spawnSync('bash', ['--norc', '-ec', script], { cwd: clone, env, encoding: 'utf8' });
  };
  const commit = 'git -c user.email=t@example.com -c user.name=T commit -q --allow-empty -m';
  expect(run(`git init -q && git add -A && ${commit} one && ${commit} two`).stderr).toBe('');
  // As one reads it: the second block begins where the first one ended.
  const { status, stdout, stderr } = run(blocks.join('\n'));
  expect(stderr).not.toMatch(/^kindling: /m);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('/etc/chrony.conf');
  expect(blocks).toHaveLength(2);
});
