// The npm package: what `npm pack` takes, and that no page in it leads to a page that is not.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-modules.ts';

const run = spawnSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { cwd: root, encoding: 'utf8' });
const [packed] = JSON.parse(run.stdout) as readonly { readonly files: readonly { readonly path: string }[] }[];
const files = packed?.files.map(({ path }) => path) ?? [];
const pages = files.filter((path) => path.endsWith('.md') && !path.startsWith('dist/'));

/** Where the links of a page lead, without the parts that say that they lead into the repository. */
function linksOf(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(
    /^## In the repository$[\s\S]*?(?=^## |$(?![\s\S]))/m,
    '',
  );
  const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)(, in the repository)?/g)];
  return links.flatMap(([, to = '', elsewhere]) =>
    /^[a-z]+:/.test(to) || elsewhere ? [] : [posix.join(posix.dirname(page), to)],
  );
}

test('has the program, its pages, and the examples', () => {
  expect(files).toEqual(expect.arrayContaining(['dist/cli/kindling.js', 'dist/lib/index.js', 'LICENSE', 'README.md']));
  expect(files).toEqual(expect.arrayContaining(['docs/editors.md', 'examples/cluster/kindling.yaml']));
  expect(files.filter((path) => /^(?:test|spec|compiler|lsp|vscode-extension)\//.test(path))).toEqual([]);
});

test('no page leads to what is not there', () => {
  const dead = pages.flatMap((page) =>
    linksOf(page)
      .filter((to) => !files.some((path) => path === to || path.startsWith(`${to.replace(/\/$/, '')}/`)))
      .map((to) => `${page} -> ${to}`),
  );
  expect(pages.flatMap(linksOf).length).toBeGreaterThan(10);
  expect(dead).toEqual([]);
});
