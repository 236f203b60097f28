// What takes its arguments from a list takes them on the stack, which ends at some hundred thousand: `list.push(...items)` and its
// like end in a RangeError when a user's text is long enough. `append.ts` is what takes their place.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Calls that spread what cannot be long, with the reason. */
const bounded = new Set([
  // What the calls name, two at most.
  'compiler/src/format/printer.ts: Math.max(...ends)',
  // The start of a file.
  'compiler/src/project/fragment.ts: String.fromCharCode(...input.subarray(0, sample))',
  'compiler/src/project/includes.ts: String.fromCharCode(...bytes.subarray(0, 4096))',
  // The name of a type, cut from 80 characters.
  'compiler/src/lint/shared/ssh-key.ts: String.fromCharCode(...bytes.subarray(4, 4 + length))',
  // Our own codes.
  'compiler/cli/commands/rules.ts: Math.max(...catalogue.map(({ code }) => code.length))',
]);

const spreading =
  /(?:\.(?:push|unshift|splice|concat)|Math\.(?:min|max)|String\.from(?:CharCode|CodePoint))\((?:[^(){}[\]]|\([^()]*\))*?\.\.\..*/g;

test('nothing that a user can make long is handed over on the stack', () => {
  const found = ['compiler', 'lsp/src'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`)
      .flatMap((path) => spreadsIn(readFileSync(root + path, 'utf8')).map((call) => `${path}: ${call}`)),
  );
  expect(found.filter((call) => ![...bounded].some((known) => call.startsWith(known)))).toEqual([]);
  // An exception that nothing needs would hide the next call like it.
  expect([...bounded].filter((known) => !found.some((call) => call.startsWith(known)))).toEqual([]);
});

test('the test sees such calls', () => {
  expect(spreadsIn('list.push(...items);')).toEqual(['push(...items);']);
  expect(spreadsIn('list.push(first(), ...items);')).toEqual(['push(first(), ...items);']);
  expect(spreadsIn('Math.max(0, ...items);')).toEqual(['Math.max(0, ...items);']);
  expect(spreadsIn('list.push({ ...item }); list.push([...items]);')).toEqual([]);
});

function spreadsIn(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  return [...code.matchAll(spreading)].map(([call]) => call.replace(/^\./, ''));
}
