// Lints across the fragments of a project, as `kindling check` and `kindling build` report them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from './run-cli.ts';

const head = 'variant: fcos\nversion: 1.7.0\n';
const units = (text: string) => `${head}systemd:\n  units:\n${text}`;
const service = (lines = '') =>
  `    - name: app.service\n      contents: |\n        [Service]\n        ExecStart=/bin/x\n${lines}`;
const dropin = units(
  '    - name: app.service\n      dropins:\n        - name: 10.conf\n          contents: |\n            [Service]\n            Nice=5\n',
);
const files = {
  'kindling.yaml':
    'fragments: [base.d/*.bu]\ntargets:\n  - name: one\n    fragments: [one.bu]\n    output: one.ign\n  - name: two\n    fragments: [two.bu]\n    output: two.ign\n',
  'base.d/a.bu': dropin,
  'one.bu': units(service()),
  'two.bu': head,
  'stray.bu': dropin,
};
const plain = ['--format', 'plain'];

describe('check', () => {
  test('knows the units of a file’s targets, and of no other files', () => {
    const cwd = makeFolder(files);
    const { stdout, code } = runCli(['check', ...plain], { cwd });
    expect(stdout).toMatch(/^stray\.bu:\d+:\d+: note unit-dropin-without-unit/m);
    expect(stdout).not.toContain('base.d');
    expect(code).toBe(0);
    expect(runCli(['check', ...plain, 'a.bu'], { cwd: `${cwd}/base.d` }).stdout).toBe('');
  });

  test('a project that is wrong, or whose fragments are, stands in no way', () => {
    const cwd = makeFolder({ ...files, 'kindling.yaml': 'targets: [{name: x}]\n' });
    expect(runCli(['check', ...plain, 'base.d'], { cwd }).stdout).toContain('unit-dropin-without-unit');
    const broken = makeFolder({ ...files, 'one.bu': 'a: [' });
    const { code, stdout } = runCli(['check', ...plain, 'base.d'], { cwd: broken });
    expect([code, stdout.includes('unit-dropin-without-unit')]).toEqual([0, true]);
  });

  test('has nothing to say about the examples', () => {
    const cwd = fileURLToPath(new URL('../../', import.meta.url));
    expect(runCli(['check', ...plain, 'examples'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('build', () => {
  const wrong = {
    ...files,
    'one.bu': units(service('        Restart=foo\n        User=a/b\n')),
    'two.bu': units(
      service('        # kindling-disable is no comment here\n').replace('app', 'b') +
        '    - name: c.service\n      contents_local: c.service\n',
    ),
    'c.service': '[Service]\nExecStart=/x\nRestart=foo\n',
  };

  test('reports lints as warnings, those in local files too, and writes all the same', () => {
    const cwd = makeFolder(wrong);
    const { stderr, code } = runCli(['build', ...plain], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^one\.bu:\d+:\d+: warning unit-word-invalid/m);
    expect(stderr).toMatch(/^one\.bu:\d+:\d+: warning unit-user-invalid/m);
    expect(stderr).toMatch(/c\.service:3:9: warning unit-word-invalid/);
    expect(stderr).toContain('built 2 targets: 2 written');
    expect(readFileSync(`${cwd}/one.ign`, 'utf8')).toContain('Restart=foo');
  });

  test.each([false, true])('reports those in merged configs, each once (flatten: %s)', (flatten) => {
    const json = (name: string): string =>
      JSON.stringify({
        ignition: { version: '3.6.0' },
        systemd: { units: [{ name, contents: '[Service]\nExecStart=/x\nRestart=foo\n' }] },
      });
    const merge = `${head}ignition:\n  config:\n    merge:\n      - local: merged.ign\n`;
    const cwd = makeFolder({
      'kindling.yaml': [
        'targets:\n',
        `  - name: one\n    fragments: [a.bu, one.bu]\n    output: one.ign\n    flatten: ${flatten}\n`,
        `  - name: two\n    fragments: [two.bu]\n    output: two.ign\n    flatten: ${flatten}\n`,
      ].join(''),
      'a.bu': `${merge}      - inline: |\n          ${json('inline.service')}\n`,
      'one.bu': units(service()),
      'two.bu': merge,
      'merged.ign': json('local.service'),
    });
    const { stderr, code } = runCli(['build', ...plain], { cwd });
    const found = stderr.split('\n').filter((line) => line.includes(' unit-word-invalid '));
    expect(found.map((line) => line.replace(/^(\S+) (\w+) .*$/, '$1 $2'))).toEqual([
      expect.stringMatching(/a\.bu:8:\d+: warning$/),
      expect.stringMatching(/merged\.ign:1:\d+: warning$/),
    ]);
    expect(code).toBe(0);
  });

  test('lints fail no strict build, and comments hide them', () => {
    const cwd = makeFolder({
      ...files,
      'one.bu': `# kindling-disable-file unit-word-invalid\n${units(service('        Restart=foo\n'))}`,
    });
    expect(runCli(['build', '--strict', ...plain, 'one'], { cwd })).toMatchObject({
      code: 0,
      stderr: 'one: wrote one.ign\nbuilt 1 target: 1 written\n',
    });
    const strict = makeFolder(wrong);
    expect(runCli(['build', '--strict', ...plain], { cwd: strict }).code).toBe(0);
  });
});
