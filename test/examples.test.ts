// The examples compile without a word, to what is stored in test/examples.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nodeHost } from '../compiler/node/index.ts';
import { compile } from '../compiler/src/index.ts';
import { compareOutput } from './conformance/compare-output.ts';

const examples = new URL('../examples/', import.meta.url);
const names = readdirSync(examples, { withFileTypes: true }).flatMap((entry) =>
  // A project has no config of its own name; `test/project/cluster.test.ts` builds it.
  existsSync(new URL(`${entry.name}/${entry.name}.bu`, examples)) ? [entry.name] : [],
);

test.each(names)('%s', (name) => {
  const folder = new URL(`${name}/`, examples);
  const path = `examples/${name}/${name}.bu`;
  const { output, diagnostics } = compile(readFileSync(new URL(`${name}.bu`, folder)), {
    path,
    host: nodeHost(fileURLToPath(folder)),
    pretty: true,
  });
  expect(diagnostics).toEqual([]);

  const expected = readExpected(name);
  const actual = `${output}\n`;
  // Another deflate coder makes other bytes of the same contents.
  if (compareOutput(actual, expected) !== 'gzip-differs') expect(actual).toBe(expected);
});

test('the README has the command of each example', () => {
  const readme = readFileSync(new URL('README.md', examples), 'utf8');
  const documented = [...readme.matchAll(/^kindling compile .*examples\/([\w-]+)\/\1\.bu$/gm)].map((match) => match[1]);
  expect(documented.toSorted()).toEqual(names.toSorted());
});

function readExpected(name: string): string {
  const json = new URL(`examples/${name}.json`, import.meta.url);
  return readFileSync(existsSync(json) ? json : new URL(`examples/${name}.yaml`, import.meta.url), 'utf8');
}
