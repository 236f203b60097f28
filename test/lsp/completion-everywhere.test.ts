// Completion at every place of the example configs: it never fails, and what is written there is among the offers. Says the
// figures; the goal is 98 %.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bind } from '../../compiler/src/bind.ts';
import type { Binding } from '../../compiler/src/binding.ts';
import type { Document } from '../../compiler/src/document.ts';
import { complete } from '../../compiler/src/editor/complete.ts';
import { namesOf } from '../../compiler/src/editor/names.ts';
import { rulesOf } from '../../compiler/src/editor/rules-of.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { allowedValues } from '../../spec/derive/describe.ts';
import { config } from '../../spec/shapes/config.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const goal = 0.98;

interface Example {
  readonly name: string;
  readonly folder: string;
  readonly text: string;
}

const configs: readonly Example[] = readdirSync(examples, { withFileTypes: true }).flatMap((entry) => {
  if (!entry.isDirectory()) return [];
  const folder = `${examples}${entry.name}`;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bu'))
    .map((file) => ({ name: file, folder, text: readFileSync(`${folder}/${file}`, 'utf8') }));
});

let latest: Document | undefined;

/** The document of a text: one parse for all offsets of it, as in an editor. */
function documentOf(text: string): Document {
  if (latest?.text !== text) latest = readDocument(text, 'file:///x.bu');
  return latest;
}

/** The offers at an offset, as the texts that they would write. */
function offersAt(text: string, offset: number, folder: string): readonly string[] {
  const document = documentOf(text);
  const { point, side } = rulesOf(text);
  const offers = complete(document, offset, {
    names: () => namesOf(document, bind(document, config, point, side).root),
    list: (directory) =>
      readdirSync(`${folder}/${directory}`, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isDirectory: entry.isDirectory(),
      })),
  });
  const isAround = offers.every(({ replace }) => replace.start <= offset && replace.end >= offset);
  if (!isAround) expect.fail(`an offer at ${offset} replaces something else`);
  return offers.map((offer) =>
    offer.text
      .replace(/^- /, '')
      .replace(/:\s*$/, '')
      .replace(/^"(.*)"$/, '$1'),
  );
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lineEnd: number;
}

function keysAndValues({ text, folder }: Example): {
  readonly keys: readonly Word[];
  readonly values: readonly Word[];
} {
  const document = readDocument(text, 'file:///x.bu');
  const { point, side } = rulesOf(text);
  const { root } = bind(document, config, point, side);
  const names = namesOf(document, root);
  const references = new Set(names.filter(({ isDefinition }) => isDefinition).map((name) => name.text));
  const keys: Word[] = [];
  const values: Word[] = [];
  const word = (start: number, end: number): Word => {
    const feed = text.indexOf('\n', end);
    return { text: text.slice(start, end), start, end, lineEnd: feed < 0 ? text.length : feed };
  };
  const visit = (binding: Binding): void => {
    const { node, members, items, field, scalar, parent } = binding;
    if (!binding.inPlace) return;
    if (node.parent?.kind === 'pair' && typeof binding.step === 'string' && parent?.spec.kind === 'object') {
      keys.push(word(node.parent.key.range.start, node.parent.key.range.end));
    }
    const role = field?.role ?? parent?.field?.role;
    const isSet = field !== undefined && allowedValues(field, point) !== undefined;
    const last = scalar?.kind === 'text' ? (scalar.value.split('/').at(-1) ?? '') : '';
    const isReference =
      scalar !== undefined &&
      (role === 'local-file' ||
        role === 'local-directory' ||
        ((role === 'device' || role === 'user-name' || role === 'group-name') && references.has(last)));
    if (scalar?.kind === 'bool' || isSet || isReference || role === 'mode') {
      values.push(word(node.range.start, node.range.end));
    }
    for (const member of members?.values() ?? []) visit(member);
    for (const item of items ?? []) visit(item);
  };
  visit(root);
  expect(folder).not.toBe('');
  return { keys, values };
}

/** How the word may be at hand when somebody asks: complete, gone, half, and with nothing behind it. */
function situations(text: string, { start, end, lineEnd }: Word): readonly (readonly [string, number])[] {
  const half = start + Math.ceil((end - start) / 2);
  return [
    [text, start],
    [text, half],
    [text, end],
    [text.slice(0, start) + text.slice(lineEnd), start],
    [text.slice(0, half) + text.slice(lineEnd), half],
    [text.slice(0, half), half],
  ];
}

interface Score {
  readonly asked: number;
  readonly missed: readonly string[];
}

function score(example: Example, words: readonly Word[]): Score {
  const missed: string[] = [];
  let asked = 0;
  for (const word of words) {
    const expected = word.text.replace(/^["'](.*)["']$/, '$1');
    for (const [index, [text, offset]] of situations(example.text, word).entries()) {
      asked++;
      const offers = offersAt(text, offset, example.folder);
      // A path is typed name by name.
      const isOffered = offers.some(
        (offer) => offer === expected || (offer.endsWith('/') && expected.startsWith(offer)),
      );
      if (!isOffered) missed.push(`${example.name} ${index} ${expected} at ${offset}`);
    }
  }
  return { asked, missed };
}

function sum(scores: readonly Score[]): Score {
  return { asked: scores.reduce((all, { asked }) => all + asked, 0), missed: scores.flatMap(({ missed }) => missed) };
}

describe('what is written is among the offers', () => {
  test.each(['keys', 'values'] as const)('%s', (kind) => {
    const total = sum(configs.map((example) => score(example, keysAndValues(example)[kind])));
    const rate = 1 - total.missed.length / total.asked;
    if (process.env.MISSED) console.info(total.missed.join('\n'));
    console.info(`completion offers ${(rate * 100).toFixed(2)} % of ${total.asked} ${kind} asked for`);
    expect(total.asked).toBeGreaterThan(100);
    expect(rate, total.missed.slice(0, 30).join('\n')).toBeGreaterThanOrEqual(goal);
  });
});

describe('no offset is too odd', () => {
  test.each(configs)('$name, all of it', ({ text, folder }) => {
    for (let offset = 0; offset <= text.length; offset++) offersAt(text, offset, folder);
  });

  test('200 truncated configs, at every offset of the last lines and in between', () => {
    for (let index = 0; index < 200; index++) {
      const example = configs[index % configs.length];
      if (example === undefined) return;
      // A fixed stride that meets all kinds of places.
      const cut = (index * 7919) % example.text.length;
      const text = example.text.slice(0, cut);
      for (let offset = Math.max(0, cut - 120); offset <= cut; offset++) offersAt(text, offset, example.folder);
      for (let offset = 0; offset < cut; offset += 37) offersAt(text, offset, example.folder);
    }
  });
});
