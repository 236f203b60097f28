// What `kindling compile` prints on standard error: frames for people, Butane's raw lines on demand, notes that are no part of
// the verdict.
import { describe, expect, test } from 'vitest';
import { badConfig, goodConfig, makeFolder, oddConfig, runCli } from './run-cli.ts';

describe('the report of compile', () => {
  test('has frames', () => {
    const cwd = makeFolder({ 'a.bu': badConfig });
    const { code, stdout, stderr } = runCli(['compile', 'a.bu'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error\[path-relative\]: /);
    expect(stderr).toContain(' --> a.bu:5:13\n  |\n4 |   files:\n5 |     - path: a\n  |             ^\n');
  });

  test('names standard input', () => {
    expect(runCli(['compile'], { input: badConfig }).stderr).toContain(' --> <stdin>:5:13\n');
  });

  test('has raw lines on demand', () => {
    const { stderr } = runCli(['compile', '--raw-errors'], { input: badConfig });
    expect(stderr).toMatch(/^error at \$\.storage\.files\.0\.path, line 5 col 13: .* \[path-relative\]\n$/);
  });

  test('goes beside the output', () => {
    const { code, stdout, stderr } = runCli(['compile'], { input: oddConfig });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('ignition');
    expect(stderr).toMatch(/^warning\[mode-not-octal\]: /);
    expect(runCli(['compile', '--strict'], { input: oddConfig }).code).toBe(1);
  });

  test.each([
    ['auto', [], {}, false],
    ['always', ['--color=always'], {}, true],
    ['bare', ['--color'], {}, true],
    ['British', ['--colour=always'], {}, true],
    ['always beside NO_COLOR', ['--color=always'], { NO_COLOR: '1' }, true],
    ['never', ['--color=never'], {}, false],
    ['raw', ['--color=always', '--raw-errors'], {}, false],
  ])('colour: %s', (_, args, env, expected) => {
    const { stderr } = runCli(['compile', ...args], { input: badConfig, env });
    expect(stderr.includes('\u001b[31m')).toBe(expected);
  });

  test('a wrong colour is wrong usage', () => {
    expect(runCli(['compile', '--color=blue'], { input: badConfig })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'kindling: --color takes `auto`, `always` or `never`, not `blue`\n',
    });
  });
});

describe('notes that are no part of the verdict', () => {
  test.each([
    ['a mark', `${goodConfig}---\nx: 1\n`, '3:1'],
    ['an end', `${goodConfig}...\nx: 1\n`, '4:1'],
    ['a text behind braces', `{variant: fcos, version: 1.5.0}\nx: 1\n`, '2:1'],
  ])('a later document behind %s', (_, input, place) => {
    const { code, stdout, stderr } = runCli(['compile', '--strict'], { input });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{"ignition":/);
    expect(stderr).toMatch(/^note\[yaml-later-document\]: /);
    expect(stderr).toContain(`<stdin>:${place}\n`);
  });

  test('a mark without anything behind it is none', () => {
    expect(runCli(['compile'], { input: `---\n${goodConfig}---\n# end\n` }).stderr).not.toContain('error');
    expect(runCli(['compile'], { input: `---\n${goodConfig}...\n` }).stderr).toBe('');
  });

  test('a template keeps its errors', () => {
    const { code, stderr } = runCli(['compile', '--raw-errors'], {
      input: `${goodConfig}storage:\n  files:\n    - path: {{ x }}\n`,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error at .*\[yaml-type-mismatch\]\nnote at .*\[template-holes\]\n$/);
  });
});
