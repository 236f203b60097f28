// The neutral build in a world without Node: no process, no require, no Buffer, no modules; gzip comes from a library.
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { gzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type * as Kindling from '../compiler/src/index.ts';
import { compareOutput } from './conformance/compare-output.ts';
import { hostOf, readCorpus } from './conformance/corpus.ts';

let kindling: typeof Kindling;

beforeAll(async () => {
  // Fails when the build asks for a module that a browser has not.
  const bundle = await build({
    stdin: { contents: "export * from './dist/browser/index.js'", resolveDir: '.' },
    bundle: true,
    format: 'iife',
    globalName: 'kindling',
    platform: 'browser',
    write: false,
  });
  kindling = runInNewContext(`${bundle.outputFiles[0]?.text}; kindling`, {}) as typeof Kindling;
});

describe('the browser build', () => {
  test('compiles with files from a map', () => {
    const text = 'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /a\n      contents: {local: a.txt}\n';
    const result = kindling.compile(text, { host: { inputs: kindling.mapInputs({ 'a.txt': 'hello\n' }) } });
    expect(result.diagnostics).toEqual([]);
    expect(JSON.parse(result.output ?? '')).toMatchObject({
      storage: { files: [{ path: '/a', contents: { source: 'data:,hello%0A' } }] },
    });
  });

  test('packs with the gzip that the host brings', () => {
    const text = `variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /a\n      contents: {inline: '${'a'.repeat(500)}'}\n`;
    const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 });
    expect(kindling.compile(text, { host: { gzip } }).output).toContain('"compression":"gzip"');
  });

  test('gives the reference’s output for valid configs', () => {
    const cases = readCorpus().get('valid') ?? [];
    const wrong = cases.filter(({ files, input, options, expect: { output } }) => {
      if (Object.keys(files).length > 0 || output === null) return false;
      const actual = kindling.compile(input, { host: hostOf(files), ...options }).output ?? '';
      return compareOutput(actual, output) === 'different';
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
