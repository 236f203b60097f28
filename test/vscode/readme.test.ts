// The extension's page names every command and every setting as the manifest has them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(`vscode-extension/${path}`, 'utf8');

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
}

interface Contributes {
  readonly commands: readonly { readonly category: string; readonly title: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
}

const page = read('README.md');
const { contributes } = JSON.parse(read('package.json')) as { readonly contributes: Contributes };
const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const textOf = (key: string): string => texts[key.replaceAll('%', '')] ?? `no text ${key}`;

/** The first column of a table's rows. */
function firstColumn(heading: string): readonly string[] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const rows = section.split('\n## ')[0]?.split('\n') ?? [];
  return rows.flatMap((row) => /^\| ([^|]+) \| /.exec(row)?.[1] ?? []).slice(2);
}

test('each command has its row', () => {
  const names = contributes.commands.map(({ category, title }) => `${category}: ${textOf(title)}`);
  expect(firstColumn('Commands')).toEqual(names);
});

test('each setting has its row: default, text, choices', () => {
  const { properties } = contributes.configuration;
  expect(firstColumn('Settings')).toEqual(Object.keys(properties).map((name) => `\`${name}\``));
  for (const [name, { default: standard, enum: values, markdownDescription }] of Object.entries(properties)) {
    const choices = values ? ` (${values.map((value) => `\`${value}\``).join(', ')})` : '';
    const row = `| \`${name}\` | \`${standard === '' ? "''" : standard}\` | ${textOf(markdownDescription)}${choices} |`;
    expect(page).toContain(row);
  }
});
