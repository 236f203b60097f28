// Which files `kindling check` finds, and where it looks for their local files.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, findings } from './run-check.ts';
import { badConfig, goodConfig, makeFolder, runCli } from './run-cli.ts';

test('a local file that is not there, with one of the real directory that may have been meant', () => {
  const config = `${goodConfig}storage:\n  files:\n    - path: /a\n      contents:\n        local: motd.tx\n`;
  const cwd = makeFolder({ 'a.bu': config, 'files/motd.txt': '' });
  const { stdout } = check(cwd, '--files-dir', 'files', 'a.bu');
  expect(stdout).toContain('no such file or directory in the files directory; did you mean `motd.txt`?\n');
});

describe('files', () => {
  test('a directory is searched for configs, in an order of names', () => {
    const cwd = makeFolder({
      'b.bu': badConfig,
      'a.butane': badConfig,
      'sub/d.fcc': badConfig,
      'sub/c.yaml': badConfig,
      'sub/e.yml': badConfig.replace('variant:', '"variant":'),
      'sub/chart.yaml': 'version: 1.0.0\nname: x\n',
      'sub/values.yml': 'a:\n  variant: fcos\n  version: 1.5.0\n',
      'README.md': 'variant: fcos\nversion: 1.5.0\n',
      'node_modules/x/a.bu': badConfig,
      '.git/a.bu': badConfig,
      '.hidden/a.bu': badConfig,
    });
    const { found, code, stderr } = check(cwd);
    expect(found).toEqual([
      '.hidden/a.bu:5:13 path-relative',
      'a.butane:5:13 path-relative',
      'b.bu:5:13 path-relative',
      'sub/c.yaml:5:13 path-relative',
      'sub/d.fcc:5:13 path-relative',
      'sub/e.yml:5:13 path-relative',
    ]);
    expect(stderr).toBe('checked 6 files: 6 errors\n');
    expect(code).toBe(1);
  });

  test('files, directories and globs come in the order of the arguments, each file once', () => {
    const cwd = makeFolder({
      'z.bu': badConfig,
      'd/a.bu': badConfig,
      'd/b.bu': badConfig,
      'd/e/c.yaml': badConfig,
      'd/n.yaml': 'a: 1\n',
    });
    const { found } = check(cwd, 'z.bu', 'd/**/*.yaml', 'd', './z.bu', join(cwd, 'd/a.bu'));
    expect(found.map((each) => each.split(':')[0])).toEqual(['z.bu', 'd/e/c.yaml', 'd/a.bu', 'd/b.bu']);
  });

  test('a file that is named is checked whatever it is called and holds', () => {
    const cwd = makeFolder({ 'notes.txt': 'a: 1\n', 'c.yaml': 'a: 1\n', '[x].bu': badConfig });
    expect(check(cwd, 'notes.txt', 'c.yaml', '[x].bu').found).toEqual([
      'notes.txt:1:1 variant-missing',
      'c.yaml:1:1 variant-missing',
      '[x].bu:5:13 path-relative',
    ]);
  });

  test('Ignition configs are checked as such', () => {
    const ignition = '{"ignition": {"version": "3.4.0"}, "storage": {"files": [{"path": "a"}]}}';
    const cwd = makeFolder({ 'a.ign': ignition, 'b.json': ignition });
    expect(check(cwd, '.', 'b.json').found).toEqual(['a.ign:1:67 path-relative', 'b.json:1:67 path-relative']);
    const piped = runCli(['check', '-', '--format', 'plain'], { cwd, input: ignition });
    expect(findings(piped.stdout)).toEqual(['<stdin>:1:67 path-relative']);
  });

  test('standard input', () => {
    const cwd = makeFolder({ 'a.bu': goodConfig });
    const { code, stdout, stderr } = runCli(['check', '--format=plain', '-', 'a.bu'], { cwd, input: badConfig });
    expect(findings(stdout)).toEqual(['<stdin>:5:13 path-relative']);
    expect(stderr).toBe('checked 2 files: 1 error\n');
    expect(code).toBe(1);
  });

  test('links to files are followed, links to directories are not', () => {
    const cwd = makeFolder({ 'real/a.bu': badConfig });
    symlinkSync('real/a.bu', join(cwd, 'link.bu'));
    symlinkSync('.', join(cwd, 'loop'));
    expect(check(cwd).found).toEqual(['link.bu:5:13 path-relative', 'real/a.bu:5:13 path-relative']);
  });
});

describe('the files directory', () => {
  const local = (name: string): string =>
    `${goodConfig}storage:\n  files:\n    - path: /a\n      contents:\n        local: ${name}\n`;

  test('is the nearest one above with the local files', () => {
    const cwd = makeFolder({
      '.git/HEAD': '',
      'files/x': 'x',
      'hosts/one/a.bu': local('files/x'),
      'hosts/two/a.bu': local('x'),
      'hosts/two/x': 'x',
      'hosts/three/a.bu': local('y'),
    });
    expect(check(cwd).found).toEqual(['hosts/three/a.bu:7:16 local-unreadable']);
    expect(check(join(cwd, 'hosts/one'), 'a.bu').found).toEqual([]);
  });

  test('is never looked for above the repository', () => {
    const cwd = makeFolder({ x: 'x', 'repo/.git/HEAD': '', 'repo/a.bu': local('x') });
    expect(check(cwd, 'repo').found).toEqual(['repo/a.bu:7:16 local-unreadable']);
  });

  test('can be given', () => {
    const cwd = makeFolder({ 'a.bu': local('x'), 'there/x': 'x', x: 'x' });
    expect(check(cwd, '--files-dir', 'there', 'a.bu').found).toEqual([]);
    expect(check(cwd, '-d', 'a.bu').code).toBe(2);
    const wrong = check(cwd, '--files-dir', 'nowhere', 'a.bu');
    expect(wrong).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'kindling: --files-dir: there is no directory `nowhere`\n',
    });
  });

  test('links out of it can be refused', () => {
    const cwd = makeFolder({ 'd/a.bu': local('x'), secret: 'x' });
    symlinkSync('../secret', join(cwd, 'd/x'));
    expect(check(cwd, 'd').found).toEqual([]);
    expect(check(cwd, '--no-follow-outside', 'd').found).toEqual(['d/a.bu:7:16 local-unreadable']);
  });
});
