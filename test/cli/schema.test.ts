// `kindling schema`: the same schemas as in dist/schemas, readable; and what it says where there is none.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

test.each([
  ['fcos-1.6.0', ['fcos', '1.6.0']],
  ['ignition-3.5.0', ['ignition', '3.5.0']],
  ['kindling-project', ['project']],
])('%s', (name, words) => {
  const { code, stdout } = runCli(['schema', ...words]);
  expect(code).toBe(0);
  const built = readFileSync(fileURLToPath(new URL(`../../dist/schemas/${name}.json`, import.meta.url)), 'utf8');
  expect(JSON.parse(stdout)).toEqual(JSON.parse(built));
});

test.each([
  [['fcos', '1.66.0'], 'kindling: there is no spec `fcos 1.66.0`; did you mean `fcos 1.7.0`?\n'],
  [['ignition', '9.0.0'], 'kindling: there is no Ignition version `9.0.0`\n'],
  [['fcos'], 'kindling: which version of `fcos`? Such as `kindling schema fcos 1.6.0`\n'],
  [['project', '1.6.0'], 'kindling: `project` has no versions: `kindling schema project`\n'],
])('%j is told', (words, stderr) => {
  expect(runCli(['schema', ...words])).toEqual({ code: 2, stdout: '', stderr });
});
