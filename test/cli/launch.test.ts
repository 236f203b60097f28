// What starting the program takes: the code that the build left, and what happens where it does not fit.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { goodConfig, makeFolder, program } from './run-cli.ts';

const bundles = ['compile.cjs', 'program.cjs'] as const;
const output = '{"ignition":{"version":"3.6.0"}}\n';

interface Start {
  readonly launcher?: string;
  readonly nodeArgs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

function compileGood({ launcher = program, nodeArgs = [], env = {} }: Start) {
  const { PATH = '' } = process.env;
  const args = [...nodeArgs, launcher, 'compile', join(makeFolder({ 'a.bu': goodConfig }), 'a.bu')];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH, ...env } });
}

/** The built command line in a folder of its own, and the files with code in it. */
function copyOfBuild(): { readonly launcher: string; readonly codeFiles: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(dirname(program), folder, { recursive: true });
  const codeFiles = readdirSync(folder).filter((name) => name.endsWith('.code'));
  return { launcher: join(folder, basename(program)), codeFiles: codeFiles.map((name) => join(folder, name)) };
}

describe('the code that the build left', () => {
  test.each(bundles)('is taken: %s', (bundle) => {
    const folder = dirname(program);
    const code = readdirSync(folder).find((name) => name.startsWith(`${bundle}.`)) ?? '';
    const look = `
      const [text, cachedData] = process.argv.slice(1).map((file) => require('node:fs').readFileSync(file));
      const script = new (require('node:vm').Script)(text.toString(), { cachedData });
      console.log(script.cachedDataRejected);`;
    const { stdout } = spawnSync(process.execPath, ['-e', look, join(folder, bundle), join(folder, code)]);
    expect(stdout.toString()).toBe('false\n');
  });

  test.each([
    ['of another V8', (code: Buffer) => code.fill(0x55, 0, 16)],
    ['that is cut off', (code: Buffer) => code.subarray(0, code.length / 2)],
    ['that is empty', () => Buffer.alloc(0)],
  ])('is no loss: code %s', (_, spoil) => {
    const { launcher, codeFiles } = copyOfBuild();
    expect(codeFiles).toHaveLength(bundles.length);
    for (const file of codeFiles) writeFileSync(file, spoil(readFileSync(file)));
    expect(compileGood({ launcher })).toMatchObject({ status: 0, stdout: output, stderr: '' });
  });

  test('is not taken with other flags of V8, and that is no fault', () => {
    expect(compileGood({ nodeArgs: ['--no-lazy'] })).toMatchObject({ status: 0, stdout: output, stderr: '' });
  });
});

describe('without code for this Node', () => {
  const hasCompileCache = 'enableCompileCache' in process.getBuiltinModule('node:module');

  test.each([
    ['Node’s own cache lies in the user’s folder of caches', {}, hasCompileCache],
    ['there is none where the user wants none', { NODE_DISABLE_COMPILE_CACHE: '1' }, false],
  ])('%s', (_, env, isCached) => {
    const { launcher, codeFiles } = copyOfBuild();
    for (const file of codeFiles) rmSync(file);
    const before = readdirSync(dirname(launcher));
    const home = makeFolder({});
    for (const run of ['first', 'second']) {
      expect(compileGood({ launcher, env: { HOME: home, ...env } }), run).toMatchObject({ status: 0, stdout: output });
    }
    expect(existsSync(join(home, '.cache/kindling'))).toBe(isCached);
    expect(readdirSync(dirname(launcher))).toEqual(before);
  });

  test('a home that is not there is no fault, and is not made', () => {
    const { launcher, codeFiles } = copyOfBuild();
    for (const file of codeFiles) rmSync(file);
    const home = join(makeFolder({}), 'gone');
    expect(compileGood({ launcher, env: { HOME: home } })).toMatchObject({ status: 0, stdout: output, stderr: '' });
    expect(existsSync(home)).toBe(false);
  });
});

test('both bundles have the same `compile`', () => {
  const call = `process.argv.push('compile', '--help'); require(process.argv[1])(require);`;
  const [own, whole] = bundles.map((bundle) =>
    spawnSync(process.execPath, ['-e', call, join(dirname(program), bundle)], { encoding: 'utf8' }),
  );
  expect(own?.stdout).toContain('compile a Butane config');
  expect([own?.stdout, own?.stderr, own?.status]).toEqual([whole?.stdout, whole?.stderr, whole?.status]);
});

test('a compile that has nothing to say loads neither Node’s streams nor its loader of ES modules', () => {
  const folder = makeFolder({
    'tell.cjs': `process.on('exit', () => process.stderr.write(process.moduleLoadList.join('\\n')));`,
    'none.cjs': '',
  });
  const listing = ['-r', join(folder, 'tell.cjs')];
  const { stderr } = compileGood({ nodeArgs: listing });
  const bare = spawnSync(process.execPath, [...listing, join(folder, 'none.cjs')], { encoding: 'utf8' }).stderr;
  const own = new Set(bare.split('\n'));
  const loaded = stderr.split('\n').filter((name) => name.startsWith('NativeModule') && !own.has(name));
  expect(loaded).toContain('NativeModule vm');
  expect(loaded.filter((name) => /stream|net$|child_process|zlib|crypto|esm/.test(name))).toEqual([]);
});
