// `check --fix`, `fmt` and `upgrade` as their users run them: what is written, what is refused, and that no file is ever half
// written.
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rewriteFile } from '../../compiler/cli/fix/rewrite-file.ts';
import { makeFolder, runCli } from '../cli/run-cli.ts';

const odd = 'variant:   fcos\nversion: "1.6.0"\nstorage:\n  files:\n  -   path: /a//b # p\n      mode: 644\n';
const neat = 'variant: fcos\nversion: 1.6.0\n\nstorage:\n  files:\n    - path: /a//b # p\n      mode: 644\n';

function read(cwd: string, name: string): string {
  return readFileSync(join(cwd, name), 'utf8');
}

describe('fmt', () => {
  test('formats files in place and says so', () => {
    const cwd = makeFolder({ 'a.bu': odd, 'b.bu': neat, 'sub/c.yaml': odd, 'other.yaml': 'a:   1\n' });
    const { code, stderr } = runCli(['fmt'], { cwd });
    expect(stderr).toBe('2 files formatted, 1 as they should be\n');
    expect(code).toBe(0);
    expect([read(cwd, 'a.bu'), read(cwd, 'sub/c.yaml'), read(cwd, 'other.yaml')]).toEqual([neat, neat, 'a:   1\n']);
  });

  test('--check and --diff write nothing and fail', () => {
    const cwd = makeFolder({ 'a.bu': odd, 'b.bu': neat });
    const check = runCli(['fmt', '--check'], { cwd });
    expect([check.code, check.stdout]).toEqual([1, 'a.bu\n']);
    const diff = runCli(['fmt', '--diff', 'a.bu'], { cwd });
    expect(diff.code).toBe(1);
    expect(diff.stdout).toContain('-variant:   fcos\n');
    expect(diff.stdout).toContain('+variant: fcos\n');
    expect(read(cwd, 'a.bu')).toBe(odd);
    expect(runCli(['fmt', '--check', 'b.bu'], { cwd }).code).toBe(0);
  });

  test('standard input goes to standard output', () => {
    const cwd = makeFolder({});
    expect(runCli(['fmt', '-'], { cwd, input: odd }).stdout).toBe(neat);
    expect(runCli(['fmt', '-'], { cwd, input: 'a: [\n' }).stdout).toBe('a: [\n');
  });

  test('a broken file stays, with its diagnostic, and keeps no other from being formatted', () => {
    const cwd = makeFolder({ 'a.bu': 'variant: [\n', 'b.bu': odd });
    const { code, stderr } = runCli(['fmt'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('yaml-syntax');
    expect([read(cwd, 'a.bu'), read(cwd, 'b.bu')]).toEqual(['variant: [\n', neat]);
  });

  test('a link stays, and its target is replaced with its mode', () => {
    const cwd = makeFolder({ 'real.bu': odd });
    chmodSync(join(cwd, 'real.bu'), 0o640);
    symlinkSync('real.bu', join(cwd, 'link.bu'));
    expect(runCli(['fmt', 'link.bu'], { cwd }).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.bu')).isSymbolicLink()).toBe(true);
    expect(read(cwd, 'real.bu')).toBe(neat);
    expect(statSync(join(cwd, 'real.bu')).mode & 0o777).toBe(0o640);
  });

  test('a read-only file is refused', () => {
    const cwd = makeFolder({ 'a.bu': odd, 'b.bu': odd });
    chmodSync(join(cwd, 'a.bu'), 0o444);
    const { code, stderr } = runCli(['fmt'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'kindling: cannot write a.bu: the file is read-only\n1 file formatted, 0 as they should be, 1 failed\n',
    );
    expect([read(cwd, 'a.bu'), read(cwd, 'b.bu')]).toEqual([odd, neat]);
  });

  test('mixed line breaks are said so, a mark stays, UTF-16 is left', () => {
    const cwd = makeFolder({ 'a.bu': `\ufeff${odd.replace('\n', '\r\n')}` });
    writeFileSync(join(cwd, 'b.bu'), Buffer.from(`\ufeff${odd}`, 'utf16le'));
    const { stderr } = runCli(['fmt'], { cwd });
    expect(stderr).toContain('a.bu had mixed line breaks');
    expect(stderr).toContain('b.bu is left as it is: it is UTF-16');
    expect(read(cwd, 'a.bu')).toBe(`\ufeff${neat}`);
  });

  test('Ignition JSON is refused by name and passed over in a search', () => {
    const cwd = makeFolder({ 'a.bu': neat, 'b.ign': '{ "ignition": {"version": "3.4.0"} }' });
    expect(runCli(['fmt', 'b.ign'], { cwd }).code).toBe(2);
    expect(runCli(['fmt'], { cwd }).code).toBe(0);
  });
});

describe('a diff is one that git applies', () => {
  const mixed = odd.replace('/a//b # p', '/a/b #\tp \u200f ##[group]');
  test.each([
    ['LF', mixed],
    ['CRLF', mixed.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${mixed}`],
    ['no line break at the end', mixed.trimEnd()],
  ])('%s', (_, text) => {
    for (const [command, ...flags] of [['fmt'], ['check', '--fix'], ['upgrade', '--to', '1.7.0']] as const) {
      const cwd = makeFolder({ 'with blank.bu': text, 'other.bu': text });
      runCli([command, ...flags, 'other.bu'], { cwd });
      const { stdout } = runCli([command, ...flags, '--diff', 'with blank.bu'], { cwd });
      const applied = spawnSync('git', ['apply', '-'], { cwd, input: stdout, encoding: 'utf8' });
      expect(applied.status, applied.stderr).toBe(0);
      expect(read(cwd, 'with blank.bu')).toBe(read(cwd, 'other.bu'));
    }
  });

  test('in the log of a CI system nothing of the file is obeyed', () => {
    const cwd = makeFolder({ 'a.bu': mixed.replaceAll('\n', '\r\n') });
    const { stdout } = runCli(['fmt', '--diff', 'a.bu'], { cwd, env: { CI: 'true' } });
    expect(stdout).toContain('+    - path: /a/b #\tp \\u200f #\\x23[group]\r\n');
  });
});

test('a file that was changed since it was read is not overwritten', () => {
  const cwd = makeFolder({ 'a.bu': 'new' });
  const path = join(cwd, 'a.bu');
  expect(() => rewriteFile(path, Buffer.from('old'), 'x')).toThrow('was changed in the meantime');
  expect(read(cwd, 'a.bu')).toBe('new');
});

describe('check --fix', () => {
  test('mends what is safe, and reports the rest', () => {
    const cwd = makeFolder({ 'a.bu': `${odd}systemd:\n  units:\n    - name: x\n` });
    const { code, stdout, stderr } = runCli(['check', '--fix', '--format', 'plain'], { cwd });
    expect(read(cwd, 'a.bu')).toContain('path: /a/b # p\n      mode: 0644\n');
    expect(stderr).toContain('2 findings mended in 1 file');
    expect(stdout).toContain('unit-extension-invalid');
    expect(stdout).not.toContain('mode-not-octal');
    expect(code).toBe(1);
  });

  test('misspelt words inside of units and Quadlets, those that are written in the file', () => {
    const config = (unit: string, quadlet: string): string =>
      `variant: fcos\nversion: 1.8.0-experimental\nsystemd:\n  units:\n    - name: a.service\n      enabled: true\n      contents: |\n        [Service]\n        ${unit}=/usr/bin/true\n        [Install]\n        WantedBy=multi-user.target\n    - name: b.service\n      contents_local: b.service\n  quadlets:\n    - name: c.container\n      contents: |\n        [Container]\n        Image=quay.io/a/b\n        ${quadlet}=80:80\n`;
    const unit = '[Service]\nExecstart=/usr/bin/true\n';
    const cwd = makeFolder({ 'a.bu': config('Execstart', 'PublishPorts'), 'b.service': unit });
    runCli(['check', '--fix', '--files-dir', '.', 'a.bu'], { cwd });
    expect(read(cwd, 'a.bu')).toBe(config('ExecStart', 'PublishPorts'));
    runCli(['check', '--fix-unsafe', '--files-dir', '.', 'a.bu'], { cwd });
    expect(read(cwd, 'a.bu')).toBe(config('ExecStart', 'PublishPort'));
    expect(read(cwd, 'b.service')).toBe(unit);
  });

  test('--fix-unsafe goes on, --diff writes nothing', () => {
    const text = `${odd}systemd:\n  units:\n    - name: x\n`;
    const cwd = makeFolder({ 'a.bu': text });
    const { stdout } = runCli(['check', '--fix-unsafe', '--diff', '--format', 'plain'], { cwd });
    expect(stdout).toContain('+    - name: x.service\n');
    expect(read(cwd, 'a.bu')).toBe(text);
    expect(runCli(['check', '--fix-unsafe'], { cwd }).code).toBe(0);
    expect(read(cwd, 'a.bu')).toContain('name: x.service');
  });

  test('standard input comes out mended, with what is left to say beside it', () => {
    const text = `${odd}systemd:\n  units:\n    - name: x\n`;
    const { code, stdout, stderr } = runCli(['check', '--fix', '--format', 'plain', '-'], { input: text });
    expect(stdout).toBe(text.replace('/a//b', '/a/b').replace('644', '0644'));
    expect(stderr).toMatch(
      /^2 findings mended in 1 file\n(?:.*\n)*<stdin>:9:13: error unit-extension-invalid .*\nchecked 1 file: 1 error/,
    );
    expect(code).toBe(1);
    const diff = runCli(['check', '--fix', '--diff', '--format', 'plain', '-'], { input: text });
    expect(diff.stdout).toContain('+      mode: 0644\n');
    expect(diff.stdout).not.toContain('unit-extension-invalid');
  });

  test.each([
    neat.replace('644', '0644').replace('/a//b', '/a/b'),
    'a: [\n',
    '{"ignition":{"version":"3.4.0"}}',
    '$(A): {{b}}\n',
  ])('standard input that is not mended comes out as it was: %j', (input) =>
    expect(runCli(['check', '--fix', '-'], { input }).stdout).toBe(input),
  );

  test('what is ignored is not mended', () => {
    const cwd = makeFolder({ 'a.bu': odd });
    runCli(['check', '--fix', '--ignore', 'mode-not-octal'], { cwd });
    expect(read(cwd, 'a.bu')).toContain('mode: 644');
  });
});

describe('upgrade', () => {
  test('moves whole directories, and lists what it refuses', () => {
    const sugar = 'variant: fcos\nversion: 1.6.0\nboot_device:\n  luks:\n    tpm2: true\n';
    const cwd = makeFolder({ 'a.bu': neat, 'b.bu': sugar });
    const { code, stderr } = runCli(['upgrade', '--to', '1.2.0'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('b.bu:3:1: ');
    expect(read(cwd, 'b.bu')).toBe(sugar);
    const fixed = neat.replace('/a//b', '/a/b');
    writeFileSync(join(cwd, 'a.bu'), fixed);
    expect(runCli(['upgrade', '--to', '1.2.0', 'a.bu'], { cwd }).code).toBe(0);
    expect(read(cwd, 'a.bu')).toBe(fixed.replace('1.6.0', '1.2.0'));
  });

  test('--dry-run and --diff write nothing', () => {
    const text = 'variant: fcos\nversion: 1.6.0\n';
    const cwd = makeFolder({ 'a.bu': text, 'c.ign': '{"ignition":{"version":"3.2.0"}}' });
    const dry = runCli(['upgrade', '--dry-run'], { cwd });
    expect(dry.stdout).toMatch(/a\.bu can be moved to \S+\nc\.ign can be moved to \S+\n/);
    const diff = runCli(['upgrade', '--diff', 'a.bu'], { cwd });
    expect(diff.stdout).toContain('-version: 1.6.0\n');
    expect(read(cwd, 'a.bu')).toBe(text);
  });

  test('an unknown variant or version is said so', () => {
    const cwd = makeFolder({ 'a.bu': 'variant: fcos\nversion: 1.6.0\n' });
    expect(runCli(['upgrade', '--variant', 'fcso'], { cwd }).stderr).toContain('did you mean `fcos`?');
    expect(runCli(['upgrade', '--to', '7.0.0'], { cwd }).stderr).toContain('there is no version `7.0.0` of `fcos`');
  });
});
