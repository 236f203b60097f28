// Comments that hide findings: `# kindling-disable CODE, CODE` for its own line, or alone on a line for the one below it;
// `# kindling-disable-file CODE` at the top for the whole file. Hides warnings, notes and lints, never an error of the compiler. A comment that hides
// nothing is a finding itself. Knows no codes of its own.
import unusedSuppression from './diagnostic/codes/unused-suppression.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { ScalarNode } from './syntax/nodes.ts';
import { isContent, lastScalarUpTo, scalarsOf } from './syntax/scalars.ts';
import { nearest } from './text/edit-distance.ts';
import type { SourceRange } from './text/range.ts';

export interface Suppressed {
  /** What is still to be said. */
  readonly kept: readonly Diagnostic[];
  readonly hidden: readonly Diagnostic[];
  /** Findings about the comments themselves. */
  readonly unused: readonly Diagnostic[];
}

/** Applies the comments of a document to its findings. `codes`: all codes that there are. */
export function suppress(
  document: Document,
  diagnostics: readonly Diagnostic[],
  codes: readonly string[],
  isLint: (code: string) => boolean = () => false,
): Suppressed {
  if (!document.text.includes(keyword)) return { kept: diagnostics, hidden: [], unused: [] };
  const scalars = scalarsOf(document.root);
  const comments = findComments(document, scalars);
  const targets = new Targets(document, scalars, comments);
  const first = hide(targets, diagnostics, isLint);
  const known = new Set(codes);
  const reported = new Set(diagnostics.flatMap((diagnostic) => targets.keysOf(diagnostic)));
  const unused = comments.flatMap((comment) => problemsOf(document, comment, first.used, reported, known));
  // A comment may hide what is said about comments.
  const second = hide(targets, unused, isLint);
  return { kept: first.kept, hidden: [...first.hidden, ...second.hidden], unused: second.kept };
}

const keyword = 'kindling-disable';
/** The comment, whether it is for the file, and its codes: all up to a reason behind ` -- `. */
const pattern = /#[ \t]*kindling-disable(-file)?(?![A-Za-z0-9_-])((?:(?!\s--\s)[^\n\r\u0085\u2028\u2029])*)/g;

interface Comment {
  readonly range: SourceRange;
  readonly codes: readonly { readonly code: string; readonly range: SourceRange }[];
  /** The line that the comment is about, `file` for the whole file; undefined for a file comment that stands too late. */
  readonly target: number | 'file' | undefined;
}

function findComments(document: Document, scalars: readonly ScalarNode[]): readonly Comment[] {
  const { text } = document;
  const lines = new CommentLines(document);
  return [...text.matchAll(pattern)].flatMap((match) => {
    const start = match.index;
    const isComment = start === 0 || /[\s\ufeff]/.test(text.charAt(start - 1));
    if (!isComment || isContent(text, lastScalarUpTo(start, scalars), start)) return [];
    return [readComment(document, match, lines)];
  });
}

function readComment(document: Document, match: RegExpMatchArray, comments: CommentLines): Comment {
  const start = match.index ?? 0;
  const list = match[2] ?? '';
  const listStart = start + match[0].length - list.length;
  const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => {
    return { code, range: { start: listStart + index, end: listStart + index + code.length } };
  });
  const range = { start, end: start + match[0].trimEnd().length };
  const { line } = document.lines.at(start);
  if (match[1] === undefined) return { range, codes, target: comments.lineBelow(line) };
  return { range, codes, target: comments.isAtTop(line) ? 'file' : undefined };
}

/** Lines that hold nothing but a comment. Looks at no line more often than twice, however many comments ask. */
class CommentLines {
  readonly #document: Document;
  /** The last run of such lines that was asked for: its first line, and the first line behind it. */
  #run = { start: 0, end: 0 };
  #contentLine: number | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /** The line that a comment is about: its own, or the next one that is no comment when it stands alone. */
  lineBelow(line: number): number {
    if (line >= this.#run.start && line < this.#run.end) return this.#run.end;
    let end = line;
    while (end < this.#document.lines.count && this.#matches(end, /^\s*#/)) end++;
    this.#run = { start: line, end };
    return end;
  }

  /** Whether nothing but comments, blanks, directives and document marks stand up to and on the line. */
  isAtTop(line: number): boolean {
    if (this.#contentLine === undefined) {
      let at = 1;
      while (at <= this.#document.lines.count && this.#matches(at, /^\ufeff?\s*(#.*|---\s*|%.*)?$/)) at++;
      this.#contentLine = at;
    }
    return line < this.#contentLine;
  }

  #matches(line: number, pattern: RegExp): boolean {
    const { start, end } = this.#document.lines.line(line);
    return pattern.test(this.#document.text.slice(start, end));
  }
}

/** Which codes of comments a finding is aimed at by. Indexed, as there may be many of both. */
class Targets {
  readonly #document: Document;
  readonly #scalars: readonly ScalarNode[];
  /** From `CODE@LINE` and `CODE@file` to the places of the codes in comments. */
  readonly #places = new Map<string, number[]>();

  constructor(document: Document, scalars: readonly ScalarNode[], comments: readonly Comment[]) {
    this.#document = document;
    this.#scalars = scalars;
    for (const { codes, target } of comments) {
      if (target === undefined) continue;
      for (const { code, range } of codes) this.#add(keyOfTarget(code, target), range.start);
    }
  }

  #add(key: string, place: number): void {
    const places = this.#places.get(key);
    if (places) places.push(place);
    else this.#places.set(key, [place]);
  }

  placesOf(diagnostic: Diagnostic): readonly number[] {
    return this.keysOf(diagnostic).flatMap((key) => this.#places.get(key) ?? []);
  }

  /** A finding belongs to its line, to the line where its text begins (nothing in a text can carry a comment), to its file. */
  keysOf({ code, location }: Diagnostic): readonly string[] {
    const { uri, lines } = this.#document;
    if (location.uri !== uri) return [];
    const { start } = location.range;
    const scalar = lastScalarUpTo(start, this.#scalars);
    const textStart = scalar && start <= scalar.valueRange.end ? scalar.valueRange.start : start;
    const targets = new Set([lines.at(start).line, lines.at(textStart).line, 'file'] as const);
    return [...targets].map((target) => keyOfTarget(code, target));
  }
}

function keyOfTarget(code: string, target: number | 'file'): string {
  return `${code}@${target}`;
}

interface Hidden {
  readonly kept: readonly Diagnostic[];
  readonly hidden: readonly Diagnostic[];
  /** Where the codes stand that hid something. */
  readonly used: ReadonlySet<number>;
}

function hide(targets: Targets, diagnostics: readonly Diagnostic[], isLint: (code: string) => boolean): Hidden {
  const used = new Set<number>();
  const kept: Diagnostic[] = [];
  const hidden: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const places = diagnostic.severity === 'error' && !isLint(diagnostic.code) ? [] : targets.placesOf(diagnostic);
    for (const place of places) used.add(place);
    (places.length > 0 ? hidden : kept).push(diagnostic);
  }
  return { kept, hidden, used };
}

function problemsOf(
  document: Document,
  { range: place, codes, target }: Comment,
  used: ReadonlySet<number>,
  reported: ReadonlySet<string>,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const problem = (range: SourceRange, message: string): Diagnostic =>
    report(unusedSuppression, { location: { uri: document.uri, range }, path: [] }, message);
  if (codes.length === 0) {
    return [problem(place, 'name what to hide: the code of a warning behind `kindling-disable`')];
  }
  if (target === undefined) {
    return [problem(place, '`kindling-disable-file` must stand alone at the top of the file, before the config')];
  }
  return codes.flatMap(({ code, range }) => {
    if (used.has(range.start) || code === unusedSuppression.code) return [];
    if (!known.has(code)) return [problem(range, unknownMessage(code, known))];
    const where = target === 'file' ? 'in this file' : `on line ${target}`;
    // What is reported and was not hidden is an error.
    const message = reported.has(keyOfTarget(code, target))
      ? `\`${code}\` is an error ${where}, and errors cannot be hidden; mend it`
      : `\`${code}\` is not reported ${where}; remove it here`;
    return [problem(range, message)];
  });
}

function unknownMessage(code: string, codes: ReadonlySet<string>): string {
  const meant = nearest(code, codes);
  const advice = meant === undefined ? '; `kindling rules` lists all codes' : `; did you mean \`${meant}\`?`;
  return `there is no code \`${code}\`${advice}`;
}
