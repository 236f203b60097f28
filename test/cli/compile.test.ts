// `kindling compile` as Butane's users know it: flags, outputs, exit codes, and what happens when files are in the way.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goodConfig, makeFolder, oddConfig, program, runCli } from './run-cli.ts';

const output = '{"ignition":{"version":"3.6.0"}}\n';
const brokenConfig = `${goodConfig}storage:\n  files:\n    - path: a\n`;
const secretConfig = `${goodConfig}passwd:\n  users:\n    - name: core\n      password_hash: $y$x\n`;
const localConfig = `${goodConfig}storage:\n  files:\n    - path: /a\n      contents: {local: a}\n`;

describe('inputs and outputs', () => {
  test('a file, or standard input', () => {
    const cwd = makeFolder({ 'a.bu': goodConfig });
    expect(runCli(['compile', 'a.bu'], { cwd })).toEqual({ code: 0, stdout: output, stderr: '' });
    expect(runCli(['compile'], { cwd, input: goodConfig })).toEqual({ code: 0, stdout: output, stderr: '' });
    expect(runCli(['compile', '--input', 'a.bu'], { cwd }).stdout).toBe(output);
  });

  test.each([['-p'], ['--pretty'], ['--pretty=true'], ['-rp'], ['--pretty=t'], ['-p=true'], ['-pr=false']])(
    '%s indents',
    (flag) => {
      expect(runCli(['compile', flag], { input: goodConfig }).stdout).toBe(
        '{\n  "ignition": {\n    "version": "3.6.0"\n  }\n}\n',
      );
    },
  );

  test('--pretty=false does not', () => {
    expect(runCli(['compile', '--pretty=false'], { input: goodConfig }).stdout).toBe(output);
  });

  test('--check prints nothing', () => {
    expect(runCli(['compile', '-c'], { input: goodConfig })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(runCli(['compile', '-c'], { input: brokenConfig }).code).toBe(1);
  });

  test('--strict fails on a warning, and only then', () => {
    expect(runCli(['compile', '-s'], { input: goodConfig }).code).toBe(0);
    const { code, stdout, stderr } = runCli(['compile', '-s'], { input: oddConfig });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('mode-not-octal');
    expect(runCli(['compile'], { input: oddConfig }).code).toBe(0);
  });

  test('an error in the config: exit code 1, no output', () => {
    const cwd = makeFolder({});
    const { code, stdout, stderr } = runCli(['compile', '-o', 'out.ign'], { cwd, input: brokenConfig });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('<stdin>:5:13');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.each([['-d', 'f'], ['-d=f'], ['--files-dir', 'f'], ['--files-dir=f'], ['-df']])(
    'files directory: %s %s',
    (...flags) => {
      const cwd = makeFolder({ 'f/a': 'hello', 'c.bu': localConfig });
      const { stdout } = runCli(['compile', ...flags, 'c.bu'], { cwd });
      expect(stdout).toContain('"source":"data:,hello"');
    },
  );
});

describe('wrong use', () => {
  test.each([
    [['compile', '--no-such-flag'], 2, 'no-such-flag'],
    [['compile', '-z'], 2, '-z'],
    [['compile', '-o'], 2, 'output'],
    [['compile', 'a', 'b'], 2, 'one input file'],
    [['compile', 'missing.bu'], 1, 'cannot read missing.bu: no such file or directory'],
    [['compile', '.'], 1, 'cannot read .: it is a directory'],
    [['no-such-command'], 2, 'no-such-command'],
  ])('%j: exit code %i, one clear line', (args, code, text) => {
    const result = runCli(args, { cwd: makeFolder({}) });
    expect(result.code).toBe(code);
    expect(result.stderr.split('\n')[0]).toContain(text);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test('help and version', () => {
    expect(runCli(['compile', '--help'])).toMatchObject({ code: 0, stderr: '' });
    for (const flag of ['-V', '--version'])
      expect(runCli(['compile', flag]).stdout).toMatch(/^Kindling \d.*Butane 0\.29/);
  });
});

describe('--output', () => {
  test('replaces a file, keeps its mode, leaves nothing else behind', () => {
    const cwd = makeFolder({ 'out.ign': 'old' });
    chmodSync(join(cwd, 'out.ign'), 0o640);
    expect(runCli(['compile', '-o', 'out.ign'], { cwd, input: goodConfig })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'out.ign'), 'utf8')).toBe(output);
    expect(statSync(join(cwd, 'out.ign')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(['out.ign']);
  });

  test('writes what a link points to, and keeps the link', () => {
    const cwd = makeFolder({ 'real/out.ign': 'old' });
    symlinkSync('real/out.ign', join(cwd, 'link'));
    symlinkSync('real/new.ign', join(cwd, 'dangling'));
    runCli(['compile', '-o', 'link'], { cwd, input: goodConfig });
    runCli(['compile', '-o', 'dangling'], { cwd, input: goodConfig });
    for (const name of ['link', 'dangling']) expect(lstatSync(join(cwd, name)).isSymbolicLink()).toBe(true);
    for (const name of ['out.ign', 'new.ign']) expect(readFileSync(join(cwd, 'real', name), 'utf8')).toBe(output);
  });

  test('/dev/stdout is standard output', () => {
    expect(runCli(['compile', '-o', '/dev/stdout'], { input: goodConfig }).stdout).toBe(output);
  });

  test('a new file with secrets is for its owner only; others are for everybody', () => {
    const cwd = makeFolder({ 'key/a': '-----BEGIN OPENSSH PRIVATE KEY-----\n' });
    runCli(['compile', '-o', 'secret'], { cwd, input: secretConfig });
    runCli(['compile', '-o', 'key.ign', '-d', 'key'], { cwd, input: localConfig });
    runCli(['compile', '-o', 'plain'], { cwd, input: goodConfig });
    const modes = ['secret', 'key.ign', 'plain'].map((name) => statSync(join(cwd, name)).mode & 0o077);
    expect(modes).toEqual([0, 0, 0o044]);
  });

  test('a directory, a missing directory: one line, exit code 1', () => {
    const cwd = makeFolder({});
    mkdirSync(join(cwd, 'd'));
    for (const [target, text] of [
      ['d', 'it is a directory'],
      ['no/out', 'no such file or directory'],
    ] as const) {
      const { code, stderr } = runCli(['compile', '-o', target], { cwd, input: goodConfig });
      expect([code, stderr]).toEqual([1, `kindling: cannot write ${target}: ${text}\n`]);
    }
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is one line, and the exit code says so', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" compile > /dev/full`], {
      encoding: 'utf8',
      input: goodConfig,
    });
    expect([status, stderr]).toEqual([1, 'kindling: cannot write to standard output: no space left on the device\n']);
  });

  test('a closed pipe is one line', () => {
    const big = `${goodConfig}storage:\n  files:\n${'    - path: /x\n'.replace('x', 'y'.repeat(1000)).repeat(1)}`;
    const command = `"${process.execPath}" "${program}" compile; echo "code $?" >&2`;
    const { stderr } = spawnSync('bash', ['-c', `(${command}) | true; sleep 0.2`], {
      encoding: 'utf8',
      input: big.repeat(1),
    });
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('--beside', () => {
  test('keeps the outputs of several configs up to date, and compiles the rest when one is broken', () => {
    const cwd = makeFolder({ 'a.bu': goodConfig, 'b.bu': brokenConfig, 'c.bu': goodConfig });
    const first = runCli(['compile', '--beside', 'a.bu', 'b.bu', 'c.bu'], { cwd });
    expect(first.code).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(['a.bu', 'a.ign', 'b.bu', 'c.bu', 'c.ign']);
    writeFileSync(join(cwd, 'a.bu'), `${goodConfig}# changed\n`);
    expect(runCli(['compile', '--beside', 'a.bu', 'c.bu'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    writeFileSync(join(cwd, 'a.ign'), 'stale');
    expect(runCli(['compile', '--beside', 'a.bu', 'c.bu'], { cwd }).stderr).toBe('wrote a.ign\n');
    expect(readFileSync(join(cwd, 'a.ign'), 'utf8')).toBe(output);
  });

  test('goes on after a file that is not there, one with warnings, and one that cannot be written', () => {
    const cwd = makeFolder({ 'a.bu': oddConfig, 'c.bu': goodConfig, 'c.ign/x': '', 'd.bu': goodConfig });
    const { code, stderr } = runCli(['compile', '--strict', '--beside', 'a.bu', 'b.bu', 'c.bu', 'd.bu'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('kindling: there are warnings, and --strict was given\n');
    expect(stderr).toContain('kindling: cannot read b.bu: ');
    expect(stderr).toContain('kindling: cannot write c.ign: ');
    expect(stderr).toContain('wrote d.ign\n');
    expect(readdirSync(cwd).sort()).toEqual(['a.bu', 'c.bu', 'c.ign', 'd.bu', 'd.ign']);
  });

  test('a wrong word is told once', () => {
    const cwd = makeFolder({ 'a.bu': goodConfig, 'b.bu': goodConfig });
    const { code, stderr } = runCli(['compile', '--color=blue', '--beside', 'a.bu', 'b.bu'], { cwd });
    expect([code, stderr.split('\n').length]).toEqual([2, 2]);
  });
});

describe('links in the files directory', () => {
  test('may lead out, unless --no-follow-outside', () => {
    const cwd = makeFolder({ 'outside/a': 'secret', 'files/b': 'x', 'c.bu': localConfig });
    symlinkSync('../outside/a', join(cwd, 'files/a'));
    expect(runCli(['compile', '-d', 'files', 'c.bu'], { cwd }).stdout).toContain('data:,secret');
    const { code, stderr } = runCli(['compile', '-d', 'files', '--no-follow-outside', 'c.bu'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('leads out of the files directory');
  });

  test.skipIf(process.platform === 'win32')('a FIFO does not hang', () => {
    const cwd = makeFolder({ 'c.bu': localConfig });
    mkdirSync(join(cwd, 'f'));
    spawnSync('mkfifo', [join(cwd, 'f/a')]);
    const { code, stderr } = runCli(['compile', '-d', 'f', 'c.bu'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('a device, socket or FIFO');
  });
});
