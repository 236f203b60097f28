// `validate`, `merge`, `explain` and `diff` as a user runs them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../cli/run-cli.ts';

const head = 'variant: fcos\nversion: 1.6.0\n';
const withFile = (path: string, mode: string): string =>
  `${head}storage:\n  files:\n    - path: ${path}\n      mode: ${mode}\n`;
const machineConfig = (name: string): string =>
  `variant: openshift\nversion: 4.18.0\nmetadata:\n  name: ${name}\n  labels:\n    machineconfiguration.openshift.io/role: worker\n`;
const ignition = (body: object): string => JSON.stringify({ ignition: { version: '3.5.0' }, ...body });

describe('validate', () => {
  test('a good config is silent, a bad one has its report in every form', () => {
    const cwd = makeFolder({ 'good.ign': ignition({}), 'bad.ign': ignition({ storage: { files: [{ path: 'a' }] } }) });
    expect(runCli(['validate', 'good.ign'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    for (const format of ['pretty', 'plain', 'json', 'sarif', 'github', 'junit']) {
      const { code, stdout } = runCli(['validate', '--format', format, 'good.ign', 'bad.ign'], { cwd });
      expect([code, stdout.includes('path-relative')]).toEqual([1, true]);
    }
    expect(runCli(['validate'], { input: ignition({}) }).code).toBe(0);
    expect(runCli(['validate', 'none.ign'], { cwd })).toMatchObject({ code: 1 });
  });

  test('warnings fail with --strict only', () => {
    const cwd = makeFolder({ 'odd.ign': ignition({ typo: 1 }) });
    expect(runCli(['validate', 'odd.ign'], { cwd }).code).toBe(0);
    expect(runCli(['validate', '--strict', 'odd.ign'], { cwd }).code).toBe(1);
  });
});

describe('merge', () => {
  const files = { 'a.bu': withFile('/a', '0644'), 'b.bu': withFile('/b', '0600'), 'c.bu': withFile('/a', '0600') };

  test('any order gives the same', () => {
    const cwd = makeFolder(files);
    const [one, other] = [runCli(['merge', 'a.bu', 'b.bu'], { cwd }), runCli(['merge', 'b.bu', 'a.bu'], { cwd })];
    expect(one.code).toBe(0);
    expect(one.stdout).toBe(other.stdout);
    expect(one.stdout).toBe(
      '{"ignition":{"version":"3.5.0"},"storage":{"files":[{"path":"/a","mode":420},{"path":"/b","mode":384}]}}\n',
    );
  });

  test('conflicts write nothing; an override and Ignition’s order do', () => {
    const cwd = makeFolder(files);
    const conflict = runCli(['merge', 'a.bu', 'c.bu', '-o', 'out.ign', '--format', 'plain'], { cwd });
    expect(conflict.code).toBe(1);
    expect(conflict.stderr).toContain('c.bu:6:13: error conflict-value');
    expect(conflict.stderr).toContain('  a.bu:6:13: note: `0644` here');
    expect(existsSync(join(cwd, 'out.ign'))).toBe(false);
    expect(runCli(['merge', 'c.bu', 'a.bu', '--override', 'c.bu'], { cwd }).stdout).toContain('"mode":384');
    expect(runCli(['merge', '--semantics', 'ignition', 'a.bu', 'c.bu'], { cwd }).stdout).toContain('"mode":384');
    expect(runCli(['merge', '--semantics', 'ignition', 'c.bu', 'a.bu'], { cwd }).stdout).toContain('"mode":420');
    expect(runCli(['merge', 'a.bu', '--override', 'b.bu'], { cwd }).code).toBe(2);
    expect(runCli(['merge', 'a.bu', '--semantics', 'x'], { cwd }).code).toBe(2);
  });

  test('a MachineConfig stays one when it is pretty, and only --raw unwraps it', () => {
    const cwd = makeFolder({ 'a.bu': `${machineConfig('a')}openshift:\n  fips: true\n` });
    const auto = runCli(['merge', 'a.bu'], { cwd });
    expect(auto.stdout).toContain('fips: true');
    expect(runCli(['merge', '-p', 'a.bu'], { cwd })).toEqual(auto);
    expect(runCli(['merge', '-r', 'a.bu'], { cwd }).stdout).toBe('{"ignition":{"version":"3.4.0"}}\n');
    expect(runCli(['merge', '-p', '-r', 'a.bu'], { cwd }).stdout).toBe(
      '{\n  "ignition": {\n    "version": "3.4.0"\n  }\n}\n',
    );
    writeFileSync(join(cwd, 'kindling.yaml'), 'targets:\n  - name: t\n    fragments: [a.bu]\n    format: pretty\n');
    expect(runCli(['build'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 't.yaml'), 'utf8')).toBe(auto.stdout);
  });

  test('a comment that overrides nothing is a warning, but not by Ignition’s rules', () => {
    const cwd = makeFolder({ ...files, 'd.bu': files['b.bu'].replace('/b', '/b # kindling: override') });
    const args = ['merge', 'a.bu', 'd.bu', '--format', 'plain'];
    expect(runCli(args, { cwd }).stderr).toContain('d.bu:5:16: warning unused-override');
    expect(runCli([...args, '--strict'], { cwd })).toMatchObject({ code: 1, stdout: '' });
    expect(runCli([...args, '--semantics', 'ignition'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('a source map, and a result that only its owner may read', () => {
    const cwd = makeFolder({ 'a.bu': `${head}passwd:\n  users:\n    - name: a\n      password_hash: x\n` });
    const { code } = runCli(['merge', 'a.bu', '-o', 'out.ign', '--source-map', 'out.map'], { cwd });
    expect(code).toBe(0);
    expect(statSync(join(cwd, 'out.ign')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(cwd, 'out.map'), 'utf8')).sources).toEqual(['a.bu']);
  });

  test.each([
    [
      'JSON with a key twice',
      { 'x.ign': '{"ignition":{"version":"3.5.0"},"passwd":{},"passwd":{}}' },
      'json-duplicate-key',
    ],
    [
      'NUL',
      { 'x.ign': ignition({ passwd: { users: [{ name: 'a' }] } }).replace('"a"', '"a\0"') },
      'embedded-config-json',
    ],
    [
      'bytes that are no UTF-8',
      { 'x.ign': Buffer.from(ignition({ passwd: { users: [{ name: '\xff' }] } }), 'latin1') },
      'fragment-encoding',
    ],
    ['nothing', { 'x.ign': '' }, 'ignition-empty'],
    ['Flatcar', { 'x.ign': 'variant: flatcar\nversion: 1.1.0\n' }, 'embedded-config-json'],
  ])('bad input: %s', (_, bad, expected) => {
    const cwd = makeFolder({ 'a.bu': head, ...bad });
    const { code, stdout, stderr } = runCli(['merge', 'a.bu', 'x.ign', '--format', 'plain', '-o', 'out'], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`error ${expected} `);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('bad input: too large, and links that lead in circles', () => {
    const cwd = makeFolder({ 'd/a.bu': head, 'large.bu': Buffer.alloc(100 * 1024 * 1024, 0x23) });
    symlinkSync('loop.bu', join(cwd, 'd/loop.bu'));
    const loop = runCli(['merge', 'd/*.bu', '--format', 'plain'], { cwd });
    expect(loop).toMatchObject({ code: 1, stdout: '' });
    expect(loop.stderr).toContain('d/loop.bu: error fragment-unreadable');
    symlinkSync('.', join(cwd, 'd/up'));
    const up = runCli(['merge', 'd/**/a.bu', '--format', 'plain'], { cwd });
    expect(up.stderr).toContain('d/up: error fragment-unreadable');
    const large = runCli(['merge', 'd/a.bu', 'large.bu', '--format', 'plain'], { cwd });
    expect(large).toMatchObject({ code: 1, stdout: '' });
    expect(large.stderr).toContain('large.bu: error fragment-unreadable');
  });

  test('what Ignition merges and then refuses is merged, with a warning that says so', () => {
    const disk = (partition: object): string =>
      ignition({ storage: { disks: [{ device: '/dev/vda', partitions: [partition] }] } });
    const cwd = makeFolder({
      'a.ign': disk({ number: 1, startMiB: 1, sizeMiB: 100 }),
      'b.ign': disk({ number: 2, startMiB: 50, sizeMiB: 100 }),
    });
    const merge = (...args: readonly string[]) =>
      runCli(['merge', '--semantics', 'ignition', ...args, 'a.ign', 'b.ign'], { cwd });
    const { code, stdout, stderr } = merge();
    expect([code, JSON.parse(stdout).storage.disks[0].partitions.length]).toEqual([0, 2]);
    expect(stderr).toMatch(/warning\[partition-overlap\].*Ignition merges this and then refuses the result/s);
    expect(merge('--strict').code).toBe(1);
  });

  test('a merge does not overwrite its fragments', () => {
    const cwd = makeFolder(files);
    expect(runCli(['merge', 'a.bu', 'b.bu', '-o', './b.bu'], { cwd }).code).toBe(2);
    expect(readFileSync(join(cwd, 'b.bu'), 'utf8')).toBe(files['b.bu']);
  });
});

describe('explain and diff', () => {
  const project = 'targets:\n  - name: one\n    fragments: [a.bu, b.bu]\n    override: [b.bu]\n';
  const files = { 'kindling.yaml': project, 'a.bu': withFile('/a', '0644'), 'b.bu': withFile('/a', '0600') };

  test('explain names lines, and what was overridden', () => {
    const cwd = makeFolder(files);
    const { code, stdout } = runCli(['explain', 'one', '/a'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('storage.files[/a]\n');
    expect(stdout).toMatch(/mode +0600 +b\.bu:6:13\n +overrides 0644 of a\.bu:6:13/);
    expect(runCli(['explain', 'a.bu', '/storage/files/0/mode'], { cwd }).stdout).toContain('a.bu:6:13');
    expect(JSON.parse(runCli(['explain', 'one', '/a', '--format', 'json'], { cwd }).stdout).version).toBe(1);
    expect(runCli(['explain', 'one', '/b'], { cwd }).code).toBe(1);
    expect(runCli(['explain', 'two', '/b'], { cwd }).code).toBe(2);
  });

  test('explain says what there is in spite of errors, and what may have been meant', () => {
    const other = withFile('/etc/motd', '0644');
    const mc = `${machineConfig('m')}openshift:\n  kernel_type: realtime\n`;
    const cwd = makeFolder({ ...files, 'kindling.yaml': project.replace(/ +override.*\n/, ''), 'b.bu': files['b.bu'] });
    writeFileSync(join(cwd, 'c.bu'), other);
    writeFileSync(join(cwd, 'm.bu'), mc);
    writeFileSync(
      join(cwd, 'kindling.yaml'),
      readFileSync(join(cwd, 'kindling.yaml'), 'utf8').replace('b.bu', 'b.bu, c.bu'),
    );
    const explain = (...args: readonly string[]) => runCli(['explain', ...args], { cwd });
    expect(explain('one', '/etc/motd')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('c.bu:6:13'),
      stderr: expect.stringContaining('`one` has an error'),
    });
    expect(explain('one', '/a').stdout).toMatch(/overrides 0644 of a\.bu:6:13/);
    expect(explain('c.bu', '/etc/mot').stderr).toContain('did you mean `/etc/motd`?');
    expect(explain('c.bu', 'motd').stderr).toContain('did you mean `/etc/motd`?');
    expect(explain('m.bu', 'kernelType').stderr).toContain('did you mean `/spec/kernelType`?');
    expect(explain('m.bu', '/spec/kernelType')).toMatchObject({ code: 0, stdout: expect.stringContaining('m.bu:') });
    expect(explain('oen', '/a').stderr).toContain('did you mean `one`?');
    expect(runCli(['explain', 'no.bu', '/a'], { cwd: '/' }).stderr).toContain('there is no file `no.bu`');
    expect(runCli(['explain', '-', '/etc/motd'], { input: other }).stdout).toContain('<stdin>');
    expect(runCli(['diff', '-', 'c.bu'], { cwd, input: other }).stdout).toBe('no differences\n');
  });

  test('diff of configs, projects and revisions, in all forms', () => {
    const cwd = makeFolder(files);
    expect(runCli(['diff', 'a.bu', 'a.bu'], { cwd })).toMatchObject({ code: 0, stdout: 'no differences\n' });
    expect(runCli(['diff', 'a.bu', 'b.bu'], { cwd })).toMatchObject({
      code: 1,
      stdout: '~ storage.files[/a].mode  0644 → 0600\n',
    });
    expect(runCli(['diff', 'a.bu', 'b.bu', '--format', 'markdown'], { cwd }).stdout).toBe(
      '- changed `storage.files[/a].mode`: `0644 → 0600`\n',
    );
    expect(JSON.parse(runCli(['diff', 'a.bu', 'b.bu', '--format', 'json'], { cwd }).stdout).configs).toEqual([
      { changes: [{ kind: 'changed', path: 'storage.files[/a].mode', before: '0644', after: '0600' }] },
    ]);
    expect(runCli(['diff', 'a.bu', 'nope.bu'], { cwd }).code).toBe(2);
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd }).status;
    expect([git('init', '-q'), git('add', '.'), git('commit', '-q', '-m', 'one')]).toEqual([0, 0, 0]);
    writeFileSync(join(cwd, 'b.bu'), withFile('/a', '0755'));
    expect(runCli(['diff', 'HEAD', '.'], { cwd }).stdout).toContain('~ storage.files[/a].mode  0600 → 0755');
    expect(runCli(['diff', 'HEAD:b.bu', 'b.bu'], { cwd }).stdout).toContain('0600 → 0755');
    expect(runCli(['diff', 'HEAD:b.bu', 'HEAD:b.bu'], { cwd }).code).toBe(0);
    writeFileSync(join(cwd, 'b.bu'), withFile('a', '0755'));
    expect([git('rm', '-q', 'kindling.yaml', '--cached'), git('commit', '-qam', 'two')]).toEqual([0, 0]);
    expect(runCli(['diff', 'HEAD:.', '.'], { cwd }).stderr).toContain('`HEAD:.` is a folder without kindling.yaml');
    expect(runCli(['diff', 'HEAD:b.bu', 'a.bu'], { cwd }).stderr).toContain('--> HEAD:b.bu:5:13');
  });

  test('targets that differ in the same way are told of at once, and those that come or go by their names', () => {
    const target = (name: string): string => `  - name: ${name}\n    fragments: [${name}.bu]\n`;
    const side = (names: readonly string[], mode: string) => ({
      'kindling.yaml': `fragments: [base.bu]\ntargets:\n${names.map(target).join('')}`,
      'base.bu': withFile('/base', mode),
      ...Object.fromEntries(names.map((name) => [`${name}.bu`, withFile(`/${name}`, '0600')])),
    });
    const into = (folder: string, files: object) =>
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text as string]));
    const cwd = makeFolder({
      ...into('a', side(['n1', 'n2', 'old'], '0644')),
      ...into('b', { ...side(['n1', 'n2', 'new'], '0600'), 'n2.bu': withFile('/n2', '0600') }),
    });
    const diff = (...args: readonly string[]) => runCli(['diff', 'a', 'b', ...args], { cwd });
    expect(diff()).toMatchObject({
      code: 1,
      stdout: 'n1, n2\n~ storage.files[/base].mode  0644 → 0600\n\nnew\n+ target added\n\nold\n- target removed\n',
    });
    expect(diff('--format', 'markdown').stdout).toBe(
      '4 of 4 configs differ.\n\n### n1, n2\n\n- changed `storage.files[/base].mode`: `0644 → 0600`\n\n### new\n\n- target added\n\n### old\n\n- target removed\n',
    );
    expect(JSON.parse(diff('--format', 'json').stdout).configs.at(-1)).toEqual({
      name: 'old',
      target: 'removed',
      changes: [],
    });
  });

  test('contents as lines, and no secrets', () => {
    const text = (inline: string): string =>
      `${head}storage:\n  files:\n    - path: /a\n      contents:\n        inline: ${JSON.stringify(inline)}\n`;
    const user = (hash: string): string => `${head}passwd:\n  users:\n    - name: a\n      password_hash: ${hash}\n`;
    const cwd = makeFolder({
      'a.bu': text('one\ntwo\n'),
      'b.bu': text('one\nthree\n'),
      'c.bu': user('one'),
      'd.bu': user('two'),
    });
    expect(runCli(['diff', 'a.bu', 'b.bu'], { cwd }).stdout).toBe(
      '~ storage.files[/a].contents  (8 bytes) → (10 bytes)\n    @@ -1,2 +1,2 @@\n     one\n    -two\n    +three\n',
    );
    expect(runCli(['diff', 'c.bu', 'd.bu'], { cwd }).stdout).toBe(
      '~ passwd.users[a].passwordHash  (secret) → (secret)\n',
    );
  });
});
