// The steps of action.yml, run as GitHub runs them: bash, in the folder of a repository, with the inputs in the environment.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { badConfig, goodConfig, makeFolder } from './run-cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Action {
  readonly runs: { readonly steps: readonly { readonly name: string; readonly shell: string; readonly run: string }[] };
}

const { steps } = (parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action).runs;

function runStep(name: string, cwd: string, environment: Readonly<Record<string, string>>) {
  const step = steps.find((each) => each.name === name);
  expect(step?.shell, name).toBe('bash');
  const { PATH = '' } = process.env;
  const env = { PATH, GITHUB_ACTION_PATH: root, CHECK_PATHS: '.', CHECK_ARGS: '', ...environment };
  // The options of `shell: bash`.
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 99'];
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const deepConfigs = {
  'configs/good.bu': goodConfig,
  'configs/web/one/bad.bu': badConfig,
  'configs/db/bad.bu': badConfig,
  'configs/db/with/more/good.bu': goodConfig,
};

test('a glob reaches the command as it was written, so that no config in a deep folder stays unchecked', () => {
  const { status, output } = runStep('Check', makeFolder(deepConfigs), { CHECK_PATHS: 'configs/**/*.bu' });
  expect(output).toContain('::error file=configs/web/one/bad.bu,');
  expect(output).toContain('::error file=configs/db/bad.bu,');
  expect(status).toBe(1);
});

test('paths and arguments are words, separated by blanks', () => {
  const folder = makeFolder({ ...deepConfigs, 'odd.bu': `${goodConfig}x: 1\n` });
  const paths = { CHECK_PATHS: 'odd.bu configs/good.bu' };
  expect(runStep('Check', folder, paths).status).toBe(0);
  expect(runStep('Check', folder, { ...paths, CHECK_ARGS: '--max-warnings 0' }).status).toBe(1);
});

test('the SARIF report is about the same files, and leaves the verdict to the next step', () => {
  const folder = makeFolder(deepConfigs);
  const wanted = { CHECK_PATHS: 'configs/**/*.bu', SARIF: 'kindling.sarif' };
  expect(runStep('Write the SARIF report', folder, wanted).status).toBe(0);
  const report = readFileSync(join(folder, 'kindling.sarif'), 'utf8');
  expect(report).toContain('configs/web/one/bad.bu');
  expect(report).toContain('configs/db/bad.bu');
});

test('what builds Kindling is installed in a job of NODE_ENV=production too', () => {
  const folder = makeFolder({ 'bin/npm': '#!/bin/sh\nprintf "%s\\n" "$@" > arguments\n' });
  chmodSync(join(folder, 'bin/npm'), 0o755);
  const environment = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, NODE_ENV: 'production' };
  expect(runStep('Install Kindling', folder, environment).status).toBe(0);
  expect(existsSync(join(folder, 'arguments'))).toBe(true);
  const words = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n');
  expect(words).toEqual(['ci', '--include=dev', '--prefix', root]);
});
