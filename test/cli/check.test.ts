// What `kindling check` returns: its verdict, and what a baseline leaves of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from './run-check.ts';
import { badConfig, goodConfig, makeFolder, oddConfig } from './run-cli.ts';

describe('verdict', () => {
  test('clean, with warnings, with too many warnings', () => {
    const cwd = makeFolder({ 'good.bu': goodConfig, 'odd.bu': oddConfig });
    expect(check(cwd, 'good.bu')).toMatchObject({ code: 0, stdout: '', stderr: 'checked 1 file: nothing to report\n' });
    expect(check(cwd)).toMatchObject({ code: 0, stderr: 'checked 2 files: 1 warning\n' });
    expect(check(cwd, '--max-warnings', '1').code).toBe(0);
    const strict = check(cwd, '--max-warnings=0');
    expect(strict.code).toBe(1);
    expect(strict.stderr).toBe(
      'checked 2 files: 1 warning\nkindling: too many warnings: 1, and --max-warnings allows 0\n',
    );
  });

  test('warnings can be picked and ignored, errors cannot', () => {
    const cwd = makeFolder({ 'a.bu': `${oddConfig}      bogus: 1\n  files:\n    - path: b\n` });
    const codes = (...args: readonly string[]) => check(cwd, ...args).found.map((each) => each.split(' ')[1]);
    expect(codes()).toEqual(['mode-not-octal', 'unused-key', 'path-relative']);
    expect(codes('--only', 'unused-key')).toEqual(['unused-key', 'path-relative']);
    expect(codes('--only', 'unused-key,mode-not-octal')).toEqual(codes());
    expect(codes('--ignore', 'unused-key', '--ignore', 'mode-not-octal')).toEqual(['path-relative']);
    const refused = check(cwd, '--ignore', 'path-relative');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toBe(
      'kindling: `path-relative` is an error, and errors cannot be ignored; use a baseline for old ones\n',
    );
    const unknown = check(cwd, '--only', 'unused-keys');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toBe('kindling: there is no code `unused-keys`; did you mean `unused-key`?\n');
  });

  test('openshift configs can be checked for raw output', () => {
    const config =
      'variant: openshift\nversion: 4.14.0\nmetadata:\n  name: a\n  labels:\n    machineconfiguration.openshift.io/role: worker\nopenshift:\n  fips: true\n';
    const cwd = makeFolder({ 'a.bu': config });
    expect(check(cwd).found).toEqual([]);
    expect(check(cwd, '--raw').found).toEqual(['a.bu:8:9 raw-mode-field-ignored']);
  });

  test('a second document is a warning', () => {
    const cwd = makeFolder({ 'a.bu': `${goodConfig}---\n${badConfig}` });
    expect(check(cwd)).toMatchObject({ code: 0, found: ['a.bu:3:1 yaml-later-document'] });
  });

  test('a template is one warning', () => {
    const cwd = makeFolder({ 'a.bu': `${goodConfig}storage:\n  files:\n    - path: \${x}\n      mode: {{ y }}\n` });
    expect(check(cwd)).toMatchObject({ code: 0, found: ['a.bu:5:13 template-holes'] });
  });

  test('comments hide warnings and say when they hide nothing', () => {
    const cwd = makeFolder({
      'a.bu': oddConfig.replace('755', '755 # kindling-disable mode-not-octal'),
      'b.bu': `# kindling-disable-file mode-not-octal\n${goodConfig}`,
    });
    const { found, stderr } = check(cwd);
    expect(found).toEqual(['b.bu:1:25 unused-suppression']);
    expect(stderr).toBe('checked 2 files: 1 warning (1 hidden by comments)\n');
  });
});

describe('baseline', () => {
  test('known findings are not reported, wherever their lines are', () => {
    const cwd = makeFolder({ 'd/a.bu': badConfig, 'd/b.bu': oddConfig });
    expect(check(cwd, '--write-baseline', 'base.json', 'd')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'listed 2 findings in base.json\n',
    });
    const known = check(cwd, '--baseline', 'base.json', 'd');
    expect(known).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'checked 2 files: nothing to report (2 known from the baseline)\n',
    });
    writeFileSync(join(cwd, 'd/a.bu'), `# a comment\n\n${badConfig}    - path: b\n`);
    expect(check(join(cwd, 'd'), '--baseline', '../base.json', '.').found).toEqual(['a.bu:8:13 path-relative']);
  });

  test('equal findings are counted, and those that are gone are named', () => {
    const item = '    - path: a\n      bogus: 1\n';
    const cwd = makeFolder({ 'a.bu': `${goodConfig}storage:\n  files:\n${item}` });
    check(cwd, '--write-baseline', 'base.json');
    writeFileSync(
      join(cwd, 'a.bu'),
      `${goodConfig}storage:\n  files:\n    - path: /b\n      bogus: 1\n    - path: /c\n      bogus: 1\n`,
    );
    const { found, stderr } = check(cwd, '--baseline', 'base.json');
    expect(found).toEqual(['a.bu:8:7 unused-key']);
    expect(stderr).toBe(
      'checked 1 file: 1 warning (1 known from the baseline, 1 of the baseline no longer found: write it anew)\n',
    );
  });

  test('it holds no texts and is the same every time', () => {
    const cwd = makeFolder({ 'a.bu': badConfig.replace('path: a', 'path: secret') });
    check(cwd, '--write-baseline', 'base.json');
    const first = readFileSync(join(cwd, 'base.json'), 'utf8');
    check(cwd, '--write-baseline', 'base.json');
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toBe(first);
    expect(first).not.toContain('secret');
  });

  test.each([
    ['absent', undefined, 'cannot read the baseline base.json: no such file or directory'],
    ['no JSON', '{', 'cannot read the baseline base.json: it is no JSON'],
    [
      'something else',
      '{"version": 7}',
      'base.json is no baseline of this version of kindling; write it anew with --write-baseline',
    ],
    [
      'broken',
      '{"version": 1, "findings": [{"code": 1}]}',
      'base.json is no baseline of this version of kindling; write it anew with --write-baseline',
    ],
  ])('%s', (_, text, message) => {
    const cwd = makeFolder({ 'a.bu': goodConfig, ...(text === undefined ? {} : { 'base.json': text }) });
    expect(check(cwd, '--baseline', 'base.json')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `kindling: ${message}\n`,
    });
  });
});
