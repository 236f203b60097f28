// What `kindling check` does with bad input and wrong usage.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from './run-check.ts';
import { badConfig, goodConfig, makeFolder, runCli } from './run-cli.ts';

describe('bad input', () => {
  test('each bad path is one line, and all others are checked', () => {
    const cwd = makeFolder({ 'a.bu': badConfig, 'binary.bu': new Uint8Array([1, 0, 2]), 'empty/x.txt': '' });
    mkdirSync(join(cwd, 'dir.bu'));
    symlinkSync('nowhere', join(cwd, 'dangling.bu'));
    const { code, stderr, found } = check(
      cwd,
      'missing.bu',
      'empty',
      'no/*.bu',
      'binary.bu',
      'dangling.bu',
      'a.bu',
      '**/[',
    );
    expect(found).toEqual(['a.bu:5:13 path-relative']);
    expect(stderr.split('\n')).toEqual([
      'kindling: cannot check missing.bu: no such file or directory',
      'kindling: cannot check no/*.bu: no file matches',
      'kindling: cannot check dangling.bu: no such file or directory',
      'kindling: cannot check **/[: no file matches',
      'kindling: cannot check binary.bu: it is a binary file',
      'kindling: cannot check empty: there is no Butane or Ignition config in it',
      'checked 1 file: 1 error; 6 paths could not be checked',
      '',
    ]);
    expect(code).toBe(2);
  });

  test('a search says what it could not read', () => {
    const cwd = makeFolder({ 'a.bu': badConfig, 'b.bu': goodConfig, 'd/c.bu': goodConfig });
    chmodSync(join(cwd, 'b.bu'), 0);
    chmodSync(join(cwd, 'd'), 0);
    const { code, stderr, found } = check(cwd);
    chmodSync(join(cwd, 'd'), 0o755);
    expect(found).toEqual(['a.bu:5:13 path-relative']);
    // For root nothing is unreadable.
    if (process.getuid?.() !== 0) {
      expect(stderr).toContain('kindling: cannot check b.bu: permission denied\n');
      expect(stderr).toContain('kindling: cannot check d: permission denied\n');
    }
    // For root nothing is unreadable.
    expect(code).toBe(process.getuid?.() === 0 ? 1 : 2);
  });

  test('links that lead nowhere are passed over by a search, and told by name', () => {
    const cwd = makeFolder({ 'a.bu': goodConfig });
    symlinkSync('me@host.1234:1', join(cwd, '.#a.bu'));
    symlinkSync('loop.bu', join(cwd, 'loop.bu'));
    for (const path of ['.', '**/*.bu']) {
      expect(check(cwd, path)).toMatchObject({ code: 0, stderr: 'checked 1 file: nothing to report\n' });
      expect(runCli(['fmt', '--check', path], { cwd }).code).toBe(0);
    }
    expect(check(cwd, '.#a.bu')).toMatchObject({ code: 2 });
    expect(check(cwd, 'loop.bu')).toMatchObject({ code: 2 });
  });

  test('a FIFO is not waited for', () => {
    const cwd = makeFolder({ 'a.bu': goodConfig });
    const made = runMkfifo(join(cwd, 'pipe.bu'));
    const { code, stderr } = check(cwd, 'pipe.bu', 'a.bu');
    expect(code).toBe(2);
    if (made) expect(stderr).toContain('cannot check pipe.bu: it is a device, socket or FIFO\n');
    expect(check(cwd).stderr).toBe('checked 1 file: nothing to report\n');
  });

  test('an empty current directory', () => {
    const cwd = makeFolder({});
    expect(check(cwd)).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'kindling: cannot check .: there is no Butane or Ignition config in it\nchecked no file: nothing to report; 1 path could not be checked\n',
    });
  });

  test('a report that cannot be written', () => {
    const cwd = makeFolder({ 'a.bu': badConfig });
    const { code, stderr, stdout } = check(cwd, '--output', 'no/such/dir.txt');
    expect(stderr).toBe('kindling: cannot write no/such/dir.txt: no such file or directory\nchecked 1 file: 1 error\n');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test.each([
    [['--format', 'sarf'], 'there is no format `sarf`; did you mean `sarif`?'],
    [['--format', '__proto__'], 'there is no format `__proto__`; use pretty, plain, json, sarif, github, junit'],
    [['--max-warnings', '-1'], '--max-warnings takes a whole number, not `-1`'],
    [['--max-warnings', 'x'], '--max-warnings takes a whole number, not `x`'],
    [['--color', 'blue'], '--color takes `auto`, `always` or `never`, not `blue`'],
  ])('%j is wrong usage', (args, message) => {
    const cwd = makeFolder({ 'a.bu': badConfig });
    expect(runCli(['check', ...args], { cwd })).toEqual({ code: 2, stdout: '', stderr: `kindling: ${message}\n` });
  });

  test('an unknown flag is wrong usage', () => {
    const { code, stderr } = runCli(['check', '--frobnicate']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown option '--frobnicate'");
  });

  test('hostile names reach neither terminal nor log as commands', () => {
    const names = ['\u001b[31m.bu', '::error::x.bu', '##[add-path]x.bu', 'a\nb.bu'];
    const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, badConfig])));
    for (const format of ['pretty', 'plain', 'json', 'sarif', 'junit', 'github']) {
      const { stdout, stderr } = runCli(['check', '--format', format, '.', 'no\u001b[31m.bu'], { cwd });
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|##\[/);
      const commands = stdout.split('\n').filter((line) => /^\s*::/.test(line));
      expect(commands).toHaveLength(format === 'github' ? names.length + 1 : 0);
    }
  });
});

function runMkfifo(path: string): boolean {
  return spawnSync('mkfifo', [path]).status === 0;
}
