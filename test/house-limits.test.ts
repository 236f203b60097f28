// The limits of the house, held against everything that is written by hand: a file has at most 400 lines, a function 60.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FunctionLikeDeclaration, type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isFunctionLikeDeclaration,
  isObjectLiteralExpression,
  isReturnStatement,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, isGenerated, root } from './source-modules.ts';

const mostLines = 400;
const mostLinesOfFunction = 60;

const programs = ['.ts', '.mjs', '.cjs'];
const others = ['.js', '.css', '.html', '.sh', '.py', '.lua', '.el', '.vim'];
const trees = ['spec', 'compiler', 'lsp', 'vscode-extension', 'test'];
const atTheTop = ['build.mjs', 'vitest.config.ts', 'vitest.real.config.ts', '.ci/run'];

const files = [...trees.flatMap((tree) => filesBelow(tree, [...programs, ...others])), ...atTheTop].filter(
  (path) => !isGenerated(path),
);

test('files are small enough to be about one thing', () => {
  expect(files.length).toBeGreaterThan(1000);
  const long = files.filter((path) => linesOf(readFileSync(join(root, path), 'utf8')) > mostLines);
  expect(long).toEqual([]);
});

describe('functions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-limits-'));
  const parser = new API({ cwd: folder });

  beforeAll(() => {
    // The parser reads what a project names; nothing is resolved, and no types are looked at.
    const compilerOptions = { allowJs: true, noResolve: true, noLib: true, types: [], noEmit: true };
    const paths = files.filter(isProgram).map((path) => join(root, path));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: paths }));
  });

  afterAll(() => {
    parser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('are small enough to be seen at once', () => {
    const [project] = parser.updateSnapshot({ openProject: join(folder, 'tsconfig.json') }).getProjects();
    const parsed = files.filter(isProgram).map((path) => ({
      path,
      source: project?.program.getSourceFile(join(root, path)),
    }));
    expect(parsed.filter(({ source }) => source === undefined)).toEqual([]);
    const long = parsed.flatMap(({ path, source }) =>
      source ? longFunctions(source).map((found) => `${path} ${found}`) : [],
    );
    expect(long).toEqual([]);
  });
});

function isProgram(path: string): boolean {
  return programs.some((extension) => path.endsWith(extension));
}

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The name and the length of each function that is too long. */
function longFunctions(source: SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isFunctionLikeDeclaration(node) && !isChapter(node, source) && !isTable(node)) {
      const lines = linesOf(source.text.slice(node.getStart(source), node.end));
      const name = 'name' in node ? node.name?.getText(source) : undefined;
      if (lines > mostLinesOfFunction) found.push(`${name ?? 'without a name'} ${lines}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** What `describe` is given is a chapter of tests; each test in it is a function. */
function isChapter({ parent }: FunctionLikeDeclaration, source: SourceFile): boolean {
  return isCallExpression(parent) && parent.expression.getText(source).startsWith('describe');
}

/** A function that does nothing but give an object without functions in it: texts that are made anew for each language. */
function isTable({ body }: FunctionLikeDeclaration): boolean {
  if (body?.kind !== SyntaxKind.Block) return false;
  const statements: Node[] = [];
  body.forEachChild((statement) => void statements.push(statement));
  const [only] = statements;
  if (only === undefined || statements.length > 1 || !isReturnStatement(only)) return false;
  return only.expression !== undefined && isObjectLiteralExpression(only.expression) && !holdsFunction(only);
}

function holdsFunction(node: Node): boolean {
  return isFunctionLikeDeclaration(node) || node.forEachChild((child) => holdsFunction(child) || undefined) === true;
}
