// What a plain compile loads: neither chevrotain nor the lints, nor what editors are told. Looks at how the bundler would cut the program into pieces.
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** The inputs of a chunk and of all chunks that it imports at once. */
async function loadedAtOnce(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outdir: 'out',
    logLevel: 'silent',
    define: { kindlingVersion: '"0"' },
  });
  const outputs = metafile.outputs;
  const first = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
  const seen = new Set<string>();
  const open = first === undefined ? [] : [first];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') open.push(next);
  }
  return [...seen].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

describe('a plain compile', () => {
  test.each([
    'compiler/src/index.ts',
    'compiler/cli/main.ts',
    'compiler/cli/main-compile.ts',
    'compiler/cli/commands/compile.ts',
    'compiler/src/lint/lint-document.ts',
  ])('loads no lints with %s', async (entry) => {
    const inputs = await loadedAtOnce(entry);
    expect(inputs.length).toBeGreaterThan(0);
    const wrong = inputs.filter((input) =>
      /chevrotain|lint\/rules\/(?!names\.gen)|unit-syntax|spec\/(systemd|podman)\/|src\/editor\/|embedded\/ignition\/(?!language)/.test(
        input,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('Ignition JSON needs no chevrotain, and lints need no help about it', async () => {
    const ignition = await loadedAtOnce('compiler/src/embedded/ignition/service.ts');
    expect(ignition.filter((input) => input.includes('chevrotain'))).toEqual([]);
    const lints = await loadedAtOnce('compiler/src/lint/lint-with-merged.ts');
    expect(lints.filter((input) => input.includes('src/editor/'))).toEqual([]);
  });

  test('chevrotain is in a chunk of its own languages', async () => {
    const inputs = await loadedAtOnce('compiler/src/embedded/systemd/service.ts');
    expect(inputs.some((input) => input.includes('chevrotain'))).toBe(true);
  });
});
