// docs/editors.md: the recipe of every editor covers all kinds of files that the server knows, and its JSON is JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-modules.ts';

const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
const sections = page.split(/^## /m).slice(1);
const titleOf = (section: string): string => section.slice(0, section.indexOf('\n'));
const recipes = sections.filter((section) => !/^(?:All others|Any other editor|Settings)/.test(section));

test('every recipe is in the list of links', () => {
  expect(recipes.length).toBeGreaterThan(7);
  for (const section of sections.filter((each) => !each.startsWith('All others'))) {
    const anchor = titleOf(section).toLowerCase().replaceAll(' ', '-');
    expect(page).toContain(`](#${anchor})`);
  }
});

test.each(recipes.map((recipe) => [titleOf(recipe), recipe] as const))(
  '%s: configs, Ignition, projects',
  (_, recipe) => {
    expect(recipe).toMatch(/\bbu\b/);
    expect(recipe).toMatch(/\bign\b/);
    // As the mark of a root it says nothing about the file itself.
    const withoutRoots = recipe.replace(/^.*(?:root_markers|roots|rootIndicationFileNames).*$/gm, '');
    expect(withoutRoots).toMatch(/kindling\\*\.yaml/);
  },
);

test('JSON in it can be copied', () => {
  const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
  expect(blocks.length).toBeGreaterThan(2);
  for (const block of blocks) expect(() => JSON.parse(block), block).not.toThrow();
});
