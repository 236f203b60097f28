// What `kindling check` prints, for whom, and into which file.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { badConfig, goodConfig, makeFolder, oddConfig, program, runCli } from './run-cli.ts';

/** Runs a command on a terminal of its own; part of util-linux. */
const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

describe('the names of files for services', () => {
  const files = { 'teamb/x.bu': badConfig, 'teama/deep/y.bu': badConfig };
  const uris = (stdout: string): string[] =>
    [...stdout.matchAll(/(?:"uri": "|file=)([^",]*)/g)].map(([, uri]) => uri ?? '');
  const run = (cwd: string, format: string, env = {}): string[] => {
    const args = ['check', '-f', format, '../teamb/x.bu', 'deep/../deep/y.bu'];
    return [...new Set(uris(runCli(args, { cwd: join(cwd, 'teama'), env }).stdout))];
  };

  test.each(['github', 'sarif'])('%s: below the workspace, or the repository', (format) => {
    const cwd = makeFolder(files);
    expect(run(cwd, format)).toEqual(['../teamb/x.bu', 'deep/y.bu']);
    expect(run(cwd, format, { GITHUB_WORKSPACE: cwd })).toEqual(['teamb/x.bu', 'teama/deep/y.bu']);
    mkdirSync(join(cwd, '.git'));
    expect(run(cwd, format)).toEqual(['teamb/x.bu', 'teama/deep/y.bu']);
    // Of a workspace elsewhere.
    expect(run(cwd, format, { GITHUB_WORKSPACE: makeFolder({}) })).toEqual(['teamb/x.bu', 'teama/deep/y.bu']);
    const validated = runCli(['validate', '-f', format, 'deep/y.bu'], { cwd: join(cwd, 'teama') }).stdout;
    expect([...new Set(uris(validated))]).toEqual(['teama/deep/y.bu']);
  });

  test('other formats keep the names that were given', () => {
    const cwd = makeFolder({ ...files, '.git/HEAD': '' });
    const { stdout } = runCli(['check', '-f', 'plain', '../teamb/x.bu'], { cwd: join(cwd, 'teama') });
    expect(stdout).toMatch(/^\.\.\/teamb\/x\.bu:5:13: /);
  });
});

describe('reports', () => {
  test('every format, on standard output and into a file', () => {
    const cwd = makeFolder({ 'a.bu': badConfig, 'b.bu': goodConfig });
    for (const format of ['pretty', 'plain', 'json', 'sarif', 'github', 'junit']) {
      const printed = runCli(['check', '--format', format], { cwd });
      expect(printed.code).toBe(1);
      expect(printed.stdout).toContain('path-relative');
      const written = runCli(['check', '--format', format, '--output', 'report'], { cwd });
      expect(written).toMatchObject({ code: 1, stdout: '', stderr: 'checked 2 files: 1 error\n' });
      expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe(printed.stdout);
    }
  });

  test('a report file with lines that hold secrets is for its owner alone', () => {
    const cwd = makeFolder({
      'a.bu': badConfig,
      'b.bu': `${goodConfig}passwd:\n  users:\n    - name: core\n      password_hash: [secret]\n`,
    });
    runCli(['check', '--output', 'report', 'a.bu'], { cwd });
    runCli(['check', '--output', 'secret', 'b.bu'], { cwd });
    expect(statSync(join(cwd, 'report')).mode & 0o004).toBe(0o004);
    expect(statSync(join(cwd, 'secret')).mode & 0o077).toBe(0);
  });

  test.skipIf(!hasScript)('a terminal gets colour, and progress when it takes long', () => {
    const files = Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`c${index}.bu`, oddConfig]));
    const cwd = makeFolder(files);
    const command = `${process.execPath} ${program} check --color=auto c1.bu; ${process.execPath} ${program} check -f plain`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd,
      encoding: 'utf8',
      env: { TERM: 'xterm' },
    });
    expect(stdout).toContain('\u001b[33mwarning[mode-not-octal]');
    expect(stdout).toMatch(/\r\u001b\[Kchecking \d+ of 6000: c\d+\.bu/);
    expect(stdout).toContain('\r\u001b[Kc0.bu:6:13: warning');
    const plain = spawnSync('script', ['-qec', command.split(';', 1)[0] ?? '', '/dev/null'], {
      cwd,
      encoding: 'utf8',
      env: { TERM: 'xterm', NO_COLOR: '1' },
    });
    expect(plain.stdout).not.toContain('\u001b');
  });

  test('frames, help and the page of the code for people', () => {
    const cwd = makeFolder({ 'a.bu': badConfig });
    const { stdout } = runCli(['check'], { cwd });
    expect(stdout).toContain(' --> a.bu:5:13\n  |\n4 |   files:\n5 |     - path: a\n  |             ^\n');
    expect(stdout).toMatch(/= help: .*\n {2}= see: kindling rules path-relative\n/);
    expect(stdout).not.toContain('\u001b');
  });

  test('colour is for terminals, or on demand', () => {
    const cwd = makeFolder({ 'a.bu': badConfig });
    const isColored = (args: readonly string[], env = {}): boolean =>
      runCli(['check', ...args], { cwd, env }).stdout.includes('\u001b[31m');
    expect(isColored([])).toBe(false);
    expect(isColored(['--color=always'])).toBe(true);
    expect(isColored(['--color', 'always', '.'])).toBe(true);
    expect(isColored(['--color=always'], { NO_COLOR: '1' })).toBe(true);
    expect(isColored(['--color=always', '--format', 'plain'])).toBe(false);
  });

  test('five hundred files in one process', () => {
    const names = Array.from({ length: 500 }, (_, index) => `d${index % 7}/c${index}.bu`);
    const item = '    - path: /etc/x\n      mode: 0644\n      contents:\n        inline: |\n          text\n';
    const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, `${goodConfig}storage:\n  files:\n${item}`])));
    expect(runCli(['check'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'checked 500 files: nothing to report\n',
    });
  });
});
