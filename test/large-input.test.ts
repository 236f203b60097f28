// Inputs larger than anything that people write by hand, as programs make them: they take time in proportion to their length, and
// nothing in them ends the program.
import { describe, expect, test } from 'vitest';
import { analyze } from '../compiler/src/analyze.ts';
import { checkWithLints } from '../compiler/src/check.ts';
import { linksOf } from '../compiler/src/editor/links.ts';
import { namesOf } from '../compiler/src/editor/names.ts';
import { formatDocument } from '../compiler/src/format/format.ts';
import { sortKeys } from '../compiler/src/format/sort-keys.ts';
import { compile, explain, type Fragment, mergeFreely, readFragments } from '../compiler/src/index.ts';
import { localNames } from '../compiler/src/local-names.ts';
import { mapInputs } from '../compiler/src/map-inputs.ts';
import { overrideComments, overridesAt } from '../compiler/src/project/override-comments.ts';
import { readProject } from '../compiler/src/project/project.ts';
import { laterDocuments } from '../compiler/src/project/yaml-documents.ts';
import { readDocument } from '../compiler/src/read-document.ts';
import { fillHoles, findHoles } from '../compiler/src/text/template-holes.ts';

const header = 'variant: fcos\nversion: 1.7.0\n';

/** More than can be handed to a function on the stack. */
const tooManyArguments = 130_000;
const longList = `[${'1,'.repeat(tooManyArguments)}]`;

describe('more items than the stack holds', () => {
  test('findings of a compiler, and what an editor reads', () => {
    const document = readDocument(`${header}storage: {files: ${longList}}\n---\n${longList}\n`, 'a.bu');
    const { config, diagnostics } = analyze(document, {});
    expect(diagnostics).toHaveLength(tooManyArguments);
    expect(localNames(document)).toEqual([]);
    expect(config && linksOf(config.root)).toEqual([]);
    expect(namesOf(document, config?.root)).toEqual([]);
    const [later] = laterDocuments(document);
    expect(later?.root.kind === 'seq' && later.root.items.length).toBe(tooManyArguments);
  });

  test('holes of a template', () => {
    const text = `a: ${'{{ b }}'.repeat(tooManyArguments)}\n`;
    const holes = findHoles(text);
    expect(holes).toHaveLength(tooManyArguments);
    expect(fillHoles(text, holes).text).toHaveLength(text.length);
  });
});

describe('more levels than the stack holds', () => {
  /** As many as the reader of YAML takes. */
  const levels = 9_900;

  test.each([
    ['lists', `${'['.repeat(levels)}${']'.repeat(levels)}`],
    ['mappings', `${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`],
    ['merged mappings', `${'{<<: '.repeat(levels)}{a: 1}${'}'.repeat(levels)}`],
  ])('%s', (_, value) => {
    const machineConfig = `apiVersion: v1\nkind: MachineConfig\nmetadata: {name: a}\nspec:\n  x: ${value}\n`;
    const fragments = readFragments(machineConfig, 'a.yaml', {});
    expect(fragments[0]?.content).toBeDefined();
    expect(mergeFreely(fragments).result).toBeDefined();
    expect(compile(`${header}storage: ${value}\n`).diagnostics).not.toEqual([]);
    expect(formatDocument(readDocument(`${header}storage: ${value}\n`, 'a.bu')).kind).not.toBe('broken');
  });
});

/** Fails for work that takes the square of what it is about; far from what the slowest machine takes otherwise. */
const patience = 4_000;

function expectQuick(work: () => unknown): void {
  const start = performance.now();
  work();
  expect(performance.now() - start).toBeLessThan(patience);
}

/** `line` for each number up to `count`. */
function lines(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => line(n)).join('');
}

describe('formatting takes time in proportion', () => {
  const files = `${header}storage:\n  files:\n`;
  const file = (n: number): string => `    - path: /f${n}\n      mode: 0644\n`;

  test.each([
    ['entries', files + lines(16_000, file)],
    ['a comment below many entries', `${files}${lines(16_000, file)}      # end\n`],
    ['many comments below an entry', `${files}${file(1)}${'      # end\n'.repeat(16_000)}`],
    ['a comment above each entry', `a:\n${lines(32_000, (n) => `  # c\n  k${n}:\n`)}`],
    ['entries in braces', `a: {${lines(32_000, (n) => `k${n}: x, `)}}\n`],
    ['entries on one line between lines', `a: [\n${lines(16_000, (n) => `x${n}, `)}]\n`],
  ])('%s', (_, text) => {
    const document = readDocument(text, 'a.bu');
    expectQuick(() => expect(formatDocument(document).kind).toBe('formatted'));
  });
});

test('keys are sorted in time in proportion', () => {
  const entry = (n: number): string => `    - mode: 0644\n      path: /f${n}\n`;
  const document = readDocument(`${header}storage:\n  files:\n${lines(1_500, entry)}`, 'a.bu');
  expectQuick(() => expect(sortKeys(document)).toMatch(/- path: \/f1499\n {6}mode: 0644\n$/));
});

describe('projects take time in proportion', () => {
  test('targets with faults', () => {
    const text = `targets:\n${lines(4_000, (n) => `  - nmae: x${n}\n    fragmets: [a]\n`)}`;
    expectQuick(() => expect(readProject(text, 'kindling.yaml').diagnostics).toHaveLength(8_000));
  });

  test('MachineConfigs in one file', () => {
    const text = lines(6_000, (n) => `---\napiVersion: v1\nkind: MachineConfig\nmetadata:\n  name: m${n}\n`);
    expectQuick(() => expect(readFragments(text, 'a.yaml', {})).toHaveLength(6_000));
  });
});

test('what many files come from is explained in time in proportion', () => {
  const fragment = (name: string, more: string): readonly Fragment[] =>
    readFragments(
      `${header}storage:\n  files:\n${lines(8_000, (n) => `    - path: /f${n}\n      ${more}\n`)}`,
      name,
      {},
    );
  const { result, fragments } = mergeFreely([...fragment('a.bu', 'mode: 0644'), ...fragment('b.bu', 'user: {id: 5}')]);
  expectQuick(() => expect(result && explain('/storage/files', result, fragments)[0]?.values).toHaveLength(24_000));
});

test('a files directory of many directories is listed in time in proportion', () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `tree/d${n}/file`);
  const inputs = mapInputs(Object.fromEntries(names.map((name) => [name, ''])));
  expectQuick(() => expect(inputs.tree('tree')).toHaveLength(40_001));
});

test('many overrides of many entries are found in time in proportion', () => {
  const text = `${header}storage:\n  files:\n${lines(30_000, (n) => `    # kindling: override\n    - path: /f${n}\n`)}`;
  const document = readDocument(text, 'a.bu');
  const places = overrideComments(document).flatMap(({ entry }) => (entry ? [{ uri: 'a.bu', range: entry }] : []));
  expect(places).toHaveLength(30_000);
  expectQuick(() => expect(places.flatMap((place) => overridesAt(document, place))).toHaveLength(30_000));
});

test('many references to quadlets that are not there take time in proportion', async () => {
  const container = (n: number): string =>
    `    - name: c${n}.container\n      contents: |\n        [Container]\n        Image=a/b:c\n        Volume=missing-${n}.volume:/x\n`;
  const volume = (n: number): string => `    - name: volume-${n}.volume\n      contents: |\n        [Volume]\n`;
  const quadlets = lines(1_500, container) + lines(1_500, volume);
  const text = `variant: fcos\nversion: 1.8.0-experimental\nsystemd:\n  quadlets:\n${quadlets}`;
  const start = performance.now();
  const { diagnostics } = await checkWithLints(text, { path: 'a.bu' });
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(diagnostics.filter(({ code }) => code === 'quadlet-reference-missing')).toHaveLength(1_500);
});

test('units in very many homes, each with a project of its own', async () => {
  const homes = (count: number): string =>
    Array.from({ length: count }, (_, index) => {
      const path = `/home/u${index}/.config/containers/systemd/a.container`;
      const text = '[Container]\\nImage=quay.io/a/b:1\\n[Install]\\nWantedBy=default.target\\n';
      return `    - path: ${path}\n      contents: {inline: "${text}"}\n`;
    }).join('');
  const text = `${header}storage:\n  files:\n${homes(4_000)}`;
  const start = performance.now();
  const { diagnostics } = await checkWithLints(text, { path: 'a.bu' });
  // Four times as long, and longer, when each project reads all files again.
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(diagnostics.filter(({ code }) => code === 'unit-without-linger')).toHaveLength(4_000);
});
