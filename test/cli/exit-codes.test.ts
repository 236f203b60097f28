// The exit codes of all commands: what the README's table says, command by command.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { badConfig, goodConfig, makeFolder, oddConfig, runCli } from './run-cli.ts';

const files = {
  'good.bu': goodConfig,
  'odd.bu': oddConfig,
  'bad.bu': badConfig,
  'unformatted.bu': `${goodConfig}storage: \n    files: []\n`,
  'one.bu': `${goodConfig}storage:\n  files:\n    - path: /a\n      mode: 0644\n`,
  'two.bu': `${goodConfig}storage:\n  files:\n    - path: /a\n      mode: 0600\n`,
  'bad.ign': '{"ignition": {"version": "3.4.0"}, "storage": {"files": [{"path": "a"}]}}',
  'good/kindling.yaml': 'targets:\n  - name: a\n    fragments: [../good.bu]\n',
  'odd/kindling.yaml': 'targets:\n  - name: a\n    fragments: [../odd.bu]\n',
  'bad/kindling.yaml': 'targets:\n  - name: a\n    fragments: [../bad.bu]\n',
};

/** A command line, by words between blanks. */
const cases: readonly (readonly [number, string])[] = [
  [0, 'compile good.bu'],
  [0, 'compile odd.bu'],
  [1, 'compile --strict odd.bu'],
  [1, 'compile bad.bu'],
  [1, 'compile absent.bu'],
  [1, 'compile --output no/such/folder good.bu'],
  [2, 'compile --no-such-flag'],
  [0, 'check good.bu odd.bu'],
  [1, 'check --max-warnings 0 odd.bu'],
  [1, 'check bad.bu'],
  [2, 'check bad.bu absent.bu'],
  [2, 'check --format nonsense good.bu'],
  [0, 'validate good.bu'],
  [1, 'validate bad.ign'],
  [1, 'validate absent.ign'],
  [2, 'validate --no-such-flag'],
  [0, 'fmt --check good.bu'],
  [1, 'fmt --check unformatted.bu'],
  [1, 'fmt --diff unformatted.bu'],
  [2, 'fmt --check absent.bu'],
  [0, 'upgrade --dry-run good.bu'],
  [1, 'upgrade --dry-run bad.bu'],
  [2, 'upgrade --dry-run absent.bu'],
  [0, 'merge good.bu one.bu'],
  [1, 'merge one.bu two.bu'],
  [1, 'merge --strict odd.bu'],
  [1, 'merge good.bu absent.bu'],
  [2, 'merge --semantics nonsense good.bu'],
  [1, 'build --check --project good/kindling.yaml'],
  [0, 'build --project good/kindling.yaml'],
  [0, 'build --check --project good/kindling.yaml'],
  [1, 'build --strict --project odd/kindling.yaml'],
  [1, 'build --project bad/kindling.yaml'],
  [2, 'build --project absent.yaml'],
  [2, 'build --project good/kindling.yaml no-such-target'],
  [0, 'explain one.bu /a'],
  [1, 'explain one.bu /b'],
  [1, 'explain bad.bu /a'],
  [2, 'explain absent.bu /a'],
  [0, 'diff one.bu one.bu'],
  [1, 'diff one.bu two.bu'],
  [2, 'diff one.bu bad.bu'],
  [2, 'diff one.bu absent.bu'],
  [0, 'rules path-relative'],
  [2, 'rules no-such-code'],
  [0, 'schema fcos 1.6.0'],
  [2, 'schema fcos 99.0.0'],
  [2, 'lsp --socket nonsense'],
  [2, 'no-such-command'],
];

test('every command ends with the code that the README says', () => {
  const cwd = makeFolder(files);
  // What is no file is looked up in git.
  spawnSync('git', ['init', '-q'], { cwd });
  const found = cases.map(([, line]) => {
    const { code, stderr } = runCli(line.split(' '), { cwd });
    expect(stderr, line).not.toContain('internal fault');
    return [code, line];
  });
  expect(found).toEqual(cases);
});
