// `kindling build` as a user runs it: projects, their outputs, and what is said of them.
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../cli/run-cli.ts';

const head = 'variant: fcos\nversion: 1.6.0\n';
const withFile = (path: string, mode: string): string =>
  `${head}storage:\n  files:\n    - path: ${path}\n      mode: ${mode}\n`;

describe('build', () => {
  const project =
    'fragments: [base.d/*.bu]\ntargets:\n  - name: one\n    fragments: [one.bu]\n    output: out/one.ign\n  - name: two\n    fragments: [two.bu]\n    output: out/two.ign\n';
  const files = {
    'kindling.yaml': project,
    'base.d/a.bu': withFile('/a', '0644'),
    'one.bu': withFile('/one', '0644'),
    'two.bu': withFile('/two', '0644'),
  };

  test('a comment that overrides nothing in any target is a warning, once all are built', () => {
    const base = files['base.d/a.bu'].replace('/a', '/a # kindling: override');
    const cwd = makeFolder({ ...files, 'base.d/a.bu': base });
    const report = (...args: readonly string[]) => runCli(['build', '--format', 'plain', ...args], { cwd });
    expect(report().stderr.match(/base\.d\/a\.bu:5:16: warning unused-override/g)).toHaveLength(1);
    expect(report('--strict').code).toBe(1);
    expect(report('one').stderr).not.toContain('unused-override');
    writeFileSync(join(cwd, 'two.bu'), withFile('/a', '0600'));
    expect(report()).toMatchObject({ code: 0, stderr: expect.not.stringContaining('unused-override') });
    rmSync(join(cwd, 'two.bu'));
    expect(report()).toMatchObject({ code: 1, stderr: expect.not.stringContaining('unused-override') });
  });

  test('writes what changed, and nothing of a target with errors', () => {
    const cwd = makeFolder(files);
    expect(runCli(['build'], { cwd })).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('built 2 targets: 2 written'),
    });
    expect(runCli(['build'], { cwd }).stderr).toContain('2 unchanged');
    writeFileSync(join(cwd, 'one.bu'), withFile('/one', '0600'));
    expect(runCli(['build'], { cwd }).stderr).toContain(
      'one: wrote out/one.ign\nbuilt 2 targets: 1 written, 1 unchanged',
    );
    const good = readFileSync(join(cwd, 'out/two.ign'), 'utf8');
    writeFileSync(join(cwd, 'two.bu'), withFile('/a', '0600'));
    const failed = runCli(['build', '--format', 'plain'], { cwd });
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('error conflict-value');
    expect(readFileSync(join(cwd, 'out/two.ign'), 'utf8')).toBe(good);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['one.ign', 'two.ign']);
    expect(runCli(['build', 'one'], { cwd }).code).toBe(0);
    expect(runCli(['build', 'oen'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean `one`'),
    });
  });

  test('--check fails when an output is missing or stale, and not for its spelling', () => {
    const cwd = makeFolder(files);
    expect(runCli(['build', '--check'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('2 stale'),
    });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    for (const [format, expected] of [
      ['plain', 'kindling.yaml:5:13: error project-output-stale'],
      ['json', '"code": "project-output-stale"'],
      ['sarif', '"ruleId": "project-output-stale"'],
      ['github', '::error file=kindling.yaml,line=5'],
      ['junit', 'failures="2"'],
    ] as const) {
      const { code, stdout, stderr } = runCli(['build', '--check', '--format', format], { cwd });
      expect([code, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining(expected)]);
    }
    runCli(['build'], { cwd });
    const path = join(cwd, 'out/one.ign');
    writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), undefined, 4));
    expect(runCli(['build', '--check'], { cwd }).code).toBe(0);
    writeFileSync(path, readFileSync(path, 'utf8').replace('420', '384'));
    expect(runCli(['build', '--check'], { cwd }).code).toBe(1);
  });

  test('from a folder below, with a source map; a project with faults builds nothing', () => {
    const cwd = makeFolder(files);
    expect(runCli(['build', '--source-map'], { cwd: join(cwd, 'base.d') }).code).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'out/one.ign.map.json'), 'utf8')).sources).toContain('../one.bu');
    writeFileSync(join(cwd, 'kindling.yaml'), project.replace('targets', 'tragets'));
    expect(runCli(['build', '--format', 'plain'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('kindling.yaml:2:1: error project-unknown-key'),
    });
    expect(runCli(['build'], { cwd: '/' }).code).toBe(2);
  });

  test.each([
    ['a fragment', 'out/one.ign', 'base.d/a.bu', '6:13'],
    ['the project', 'out/one.ign', './kindling.yaml', '6:13'],
    ['a local file', 'out/one.ign', 'files/motd', '6:13'],
    ['a fragment of another target', 'out/one.ign', 'two.bu', '6:13'],
    ['a link to a fragment', 'out/one.ign', 'link', '6:13'],
    ['the output of another target', 'out/two.ign', 'out/one.ign', '9:13'],
  ])('an output that is %s is refused at its place, and nothing is written', (_, before, after, place) => {
    const local = `${head}storage:\n  files:\n    - path: /m\n      contents:\n        local: motd\n`;
    const text = `files-dir: files\n${project.replace(before, after)}`;
    const all = { ...files, 'kindling.yaml': text, 'one.bu': local, 'files/motd': 'hello\n' };
    const cwd = makeFolder(all);
    symlinkSync('one.bu', join(cwd, 'link'));
    const names = after === 'out/one.ign' ? [] : ['one'];
    const { code, stderr } = runCli(['build', '--format', 'plain', ...names], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining(`kindling.yaml:${place}: error project-invalid`)]);
    for (const [name, content] of Object.entries(all)) expect(readFileSync(join(cwd, name), 'utf8')).toBe(content);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('declared overrides are counted, and shown when they are asked for', () => {
    const text = `${project}    override: [two.bu]\n`;
    const cwd = makeFolder({ ...files, 'kindling.yaml': text, 'two.bu': withFile('/a', '0600') });
    const { code, stderr } = runCli(['build'], { cwd });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^one: wrote .*\ntwo: wrote .*\nbuilt .*\n$/)]);
    expect(stderr).toContain('2 written; 1 value overridden as declared (--overrides shows them)');
    const full = runCli(['build', '--overrides'], { cwd }).stderr;
    expect(full).toContain('note[conflict-value]: `mode` of `/a` is `0644` in `base.d/a.bu` and `0600` in `two.bu`');
    expect(full).toContain('= note: `two.bu` is meant to win');
    expect(full).not.toContain('help:');
    expect(runCli(['build', '--format', 'json'], { cwd }).stdout).toContain('"conflict-value"');
    expect(runCli(['merge', 'base.d/a.bu', 'two.bu', '--override', 'two.bu'], { cwd }).stderr).toBe(
      '1 value overridden as declared (--overrides shows them)\n',
    );
  });

  test('a name that leads out of the project needs an output', () => {
    const text = 'targets:\n  - name: ../x\n    fragments: [one.bu]\n';
    const cwd = makeFolder({ ...files, 'p/kindling.yaml': text.replace('one.bu', '../one.bu') });
    const build = () => runCli(['build', '--format', 'plain'], { cwd: join(cwd, 'p') });
    expect(build().stderr).toContain('kindling.yaml:2:11: error project-invalid');
    expect(existsSync(join(cwd, 'x.ign'))).toBe(false);
    writeFileSync(join(cwd, 'p/kindling.yaml'), `${text.replace('one.bu', '../one.bu')}    output: x.ign\n`);
    expect(build().code).toBe(0);
  });

  test('two targets with one output, and a pattern that matches nothing', () => {
    const cwd = makeFolder({ ...files, 'kindling.yaml': project.replace('two.ign', 'one.ign') });
    expect(runCli(['build', '--format', 'plain'], { cwd }).stderr).toContain('error project-invalid');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    writeFileSync(join(cwd, 'kindling.yaml'), project.replace('two.bu', 'nope/*.bu'));
    expect(runCli(['build', '--format', 'plain'], { cwd }).stderr).toContain('error project-fragment-missing');
  });

  test('--watch builds again when a file is saved', async () => {
    const cwd = makeFolder(files);
    const { spawn } = await import('node:child_process');
    const { program } = await import('../cli/run-cli.ts');
    const child = spawn(process.execPath, [program, 'build', '--watch'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      let text = '';
      child.stderr.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      await until(() => text.includes('waiting for changes'));
      writeFileSync(join(cwd, 'one.bu'), withFile('/one', '0600'));
      utimesSync(join(cwd, 'one.bu'), new Date(), new Date());
      await until(() => text.includes('1 written, 1 unchanged'));
      expect(readFileSync(join(cwd, 'out/one.ign'), 'utf8')).toContain('384');
    } finally {
      child.kill();
    }
  });
});

async function until(isDone: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !isDone(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isDone()).toBe(true);
}
