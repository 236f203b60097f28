// `kindling check` as its users run it: which files it finds, what it prints, what it returns, and what it does with bad input.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { badConfig, goodConfig, makeFolder, oddConfig, program, runCli } from './run-cli.ts';

/** Runs a command on a terminal of its own; part of util-linux. */
const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

/** `file:line:column code` of each finding. */
function findings(stdout: string): readonly string[] {
  return [...stdout.matchAll(/^(\S.*?): (?:error|warning|note) (\S+)/gm)].map(([, place, code]) => `${place} ${code}`);
}

function check(cwd: string, ...args: readonly string[]) {
  const result = runCli(['check', '--format', 'plain', ...args], { cwd });
  return { ...result, found: findings(result.stdout) };
}

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
    symlinkSync('nowhere', join(cwd, 'dangling.bu'));
    chmodSync(join(cwd, 'b.bu'), 0);
    chmodSync(join(cwd, 'd'), 0);
    const { code, stderr, found } = check(cwd);
    chmodSync(join(cwd, 'd'), 0o755);
    expect(found).toEqual(['a.bu:5:13 path-relative']);
    expect(stderr).toContain('kindling: cannot check dangling.bu: no such file or directory\n');
    // For root nothing is unreadable.
    if (process.getuid?.() !== 0) {
      expect(stderr).toContain('kindling: cannot check b.bu: permission denied\n');
      expect(stderr).toContain('kindling: cannot check d: permission denied\n');
    }
    expect(code).toBe(2);
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
    const files = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`c${index}.bu`, oddConfig]));
    const cwd = makeFolder(files);
    const command = `${process.execPath} ${program} check --color=auto c1.bu; ${process.execPath} ${program} check -f plain`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd,
      encoding: 'utf8',
      env: { TERM: 'xterm' },
    });
    expect(stdout).toContain('\u001b[33mwarning[mode-not-octal]');
    expect(stdout).toMatch(/\r\u001b\[Kchecking \d+ of 1500: c\d+\.bu/);
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

function runMkfifo(path: string): boolean {
  return spawnSync('mkfifo', [path]).status === 0;
}
