// The hooks in the real pre-commit: installed from a git repository, run on a good and a bad commit.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realProgram } from './real-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const preCommit = realProgram('pre-commit', 'the hooks in a git repository');

const good = 'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /etc/motd\n      mode: 0644\n';
const bad = 'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: etc/motd\n';

describe.skipIf(preCommit === undefined)('pre-commit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-hooks-'));
  const hooks = join(folder, 'kindling');
  const repo = join(folder, 'configs');

  beforeAll(() => {
    copyTrackedFiles(hooks);
    commitAll(hooks);
    mkdirSync(repo, { recursive: true });
    run('git', ['init', '-q', '-b', 'main'], repo);
    const revision = run('git', ['rev-parse', 'HEAD'], hooks).stdout.trim();
    const ids = ['kindling-check', 'kindling-compile', 'kindling-fmt'].map((id) => `      - id: ${id}\n`).join('');
    writeFileSync(
      join(repo, '.pre-commit-config.yaml'),
      `repos:\n  - repo: ${hooks}\n    rev: ${revision}\n    hooks:\n${ids}`,
    );
    run('git', ['config', 'user.email', 'test@example.com'], repo);
    run('git', ['config', 'user.name', 'Test'], repo);
    run('pre-commit', ['install'], repo);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a good commit passes', { timeout: 300_000 }, () => {
    writeFileSync(join(repo, 'web.bu'), good);
    // The first run writes the output, which pre-commit counts as a failure; then it is up to date.
    commit('first');
    expect(readFileSync(join(repo, 'web.ign'), 'utf8')).toContain('/etc/motd');
    const { status, output } = commit('second');
    expect(output).not.toContain('Failed');
    expect(status).toBe(0);
  });

  test('a bad commit is refused, with the place', { timeout: 120_000 }, () => {
    writeFileSync(join(repo, 'db.bu'), bad);
    const { status, output } = commit('third');
    expect(status).toBe(1);
    expect(output).toContain('db.bu:5:13');
    expect(output).toContain('path-relative');
  });

  function commit(message: string) {
    run('git', ['add', '-A'], repo);
    const result = spawnSync('git', ['commit', '-m', message], { cwd: repo, encoding: 'utf8', env: environment() });
    return { status: result.status, output: result.stdout + result.stderr };
  }

  function environment() {
    return { ...process.env, PRE_COMMIT_HOME: join(folder, 'cache') };
  }

  function run(command: string, args: readonly string[], cwd: string) {
    const result = spawnSync(command, args, { cwd, encoding: 'utf8', env: environment() });
    expect(result.status, result.stderr).toBe(0);
    return result;
  }

  function commitAll(path: string): void {
    run('git', ['init', '-q', '-b', 'main'], path);
    run('git', ['add', '-A'], path);
    run('git', ['-c', 'user.email=t@example.com', '-c', 'user.name=T', 'commit', '-q', '-m', 'all'], path);
  }

  /** The project as it is in the working tree, changes included. */
  function copyTrackedFiles(target: string): void {
    const files = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root).stdout.split('\0');
    for (const file of files.filter((each) => each !== '' && !each.startsWith('test/'))) {
      mkdirSync(dirname(join(target, file)), { recursive: true });
      cpSync(join(root, file), join(target, file));
    }
  }
});
