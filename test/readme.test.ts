// The README shows what really comes: its console blocks are run as they stand, its tables are held against their sources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typeName } from '../spec/derive/describe.ts';
import type { Field, ObjectNode } from '../spec/model.ts';
import { project } from '../spec/shapes/project.ts';
import { makeFolder, runCli } from './cli/run-cli.ts';
import { root } from './source-modules.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Configs that the README speaks of and does not show whole. */
const configs = {
  'base.bu': 'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /etc/chrony.conf\n      mode: 0644\n',
  'host.bu':
    'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /etc/chrony.conf\n      mode: 0600\n      contents:\n        inline: x\n',
};

/** The fenced blocks of a language. */
function blocksOf(language: string): readonly string[] {
  const fences = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return fences.filter(([, name]) => name === language).map(([, , text]) => text ?? '');
}

interface Step {
  /** Behind the prompt. */
  readonly command: string;
  readonly output: string;
}

function stepsOf(block: string): readonly Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const end = step.indexOf('\n');
      return { command: step.slice(0, end), output: step.slice(end + 1) };
    });
}

/** The files that a block shows: those of `cat`, and what a diff that shows a file whole was made from. */
function shownFiles(steps: readonly Step[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    steps.flatMap(({ command, output }) => {
      const [program, name = ''] = command.split(' ');
      if (program === 'cat') return [[name, output]];
      const [, path = '', hunk] = /^--- a\/(.*)\n.*\n@@ -1,.*\n((?:[-+ ].*\n|\n)*)/m.exec(output) ?? [];
      if (hunk === undefined) return [];
      const before = hunk.split('\n').filter((line) => !line.startsWith('+'));
      return [[path, before.map((line) => line.slice(1)).join('\n')]];
    }),
  );
}

describe('what the README shows', () => {
  const shown = blocksOf('console').map(stepsOf);

  test.each(shown.map((steps) => [steps.at(-1)?.command ?? '', steps] as const))('%s', (_, steps) => {
    const cwd = makeFolder({ ...configs, ...shownFiles(steps) });
    const runs = steps.filter(({ command }) => !command.startsWith('cat '));
    expect(runs.length).toBeGreaterThan(0);
    for (const { command, output } of runs) {
      const [program, ...words] = command.split(' ');
      expect(program).toBe('kindling');
      const { stdout, stderr } = runCli(words, { cwd });
      expect(stdout + stderr).toBe(output);
    }
  });

  test('the output of the first command, as far as it is shown', () => {
    const [install = ''] = blocksOf('sh');
    const words = install.trim().split('node dist/cli/kindling.js ')[1]?.split(' ') ?? [];
    const { code, stdout } = runCli(words, { cwd: root });
    expect(code).toBe(0);
    const [beginning = 'nothing is shown'] = blocksOf('json');
    expect(stdout.startsWith(beginning)).toBe(true);
  });

  test('the project builds what the text says', () => {
    const [project = ''] = blocksOf('yaml').filter((block) => block.includes('targets:'));
    const good = 'variant: fcos\nversion: 1.7.0\n';
    const names = ['base.d/a.bu', 'worker.bu', 'hosts/worker-1.bu', 'hosts/worker-2.bu'];
    const cwd = makeFolder({ 'kindling.yaml': project, ...Object.fromEntries(names.map((name) => [name, good])) });
    const { code, stderr } = runCli(['build'], { cwd });
    expect(stderr).toContain('wrote worker-1.ign');
    expect(stderr).toContain('wrote worker-2.ign');
    expect(code).toBe(0);
  });
});

test('each key of kindling.yaml has its row, in the words of its own page', () => {
  const rows = readme.split('\n').filter((line) => /^\| `(?:fragments|override|files-dir|targets)\b/.test(line));
  expect(rows).toEqual(keyRows(project, ''));
});

function keyRows(node: ObjectNode, prefix: string): readonly string[] {
  return Object.entries(node.fields).flatMap(([name, field]) => {
    const { node: inner } = field;
    const below = inner.kind === 'list' && inner.item.kind === 'object' ? keyRows(inner.item, `${name}[].`) : [];
    return [`| \`${prefix}${name}\` | ${typeName(inner)} | ${wordsOf(field)} |`, ...below];
  });
}

function wordsOf({ doc, values = [], default: standard, required }: Field): string {
  return [
    doc,
    ...values.map((each) => `\`${each.value}\`: ${each.doc}`),
    ...(required ? ['Required.'] : []),
    ...(standard === undefined ? [] : [`Default: ${standard}`]),
  ].join(' ');
}
