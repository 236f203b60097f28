// Comments that hide findings: `# kindling-disable CODE, CODE` for its own line, or alone on a line for the one below it;
// `# kindling-disable-file CODE` at the top for the whole file. Hides warnings and notes, never an error. A comment that hides
// nothing is a finding itself. Knows no codes of its own.
import unusedSuppression from './diagnostic/codes/unused-suppression.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { ScalarNode, SyntaxNode } from './syntax/nodes.ts';
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
export function suppress(document: Document, diagnostics: readonly Diagnostic[], codes: readonly string[]): Suppressed {
  const comments = document.text.includes(keyword) ? findComments(document) : [];
  if (comments.length === 0) return { kept: diagnostics, hidden: [], unused: [] };
  const first = hide(document, comments, diagnostics);
  const unused = comments.flatMap((comment) => problemsOf(document, comment, diagnostics, first.used, codes));
  // A comment may hide what is said about comments.
  const second = hide(document, comments, unused);
  return { kept: first.kept, hidden: [...first.hidden, ...second.hidden], unused: second.kept };
}

const keyword = 'kindling-disable';
/** The comment, whether it is for the file, and its codes: all up to a reason behind ` -- `. */
const pattern = /#[ \t]*kindling-disable(-file)?(?![A-Za-z0-9_-])((?:(?!\s--\s)[^\n\r\u0085\u2028\u2029])*)/g;

interface Comment {
  readonly range: SourceRange;
  readonly codes: readonly { readonly code: string; readonly range: SourceRange }[];
  /** Where a finding must start to be hidden; undefined for a file comment that stands too late. */
  readonly scope: SourceRange | undefined;
  /** The line that the comment is about; undefined for the whole file. */
  readonly line: number | undefined;
}

function findComments(document: Document): readonly Comment[] {
  const { text } = document;
  const scalars = scalarsOf(document.root);
  return [...text.matchAll(pattern)].flatMap((match) => {
    const start = match.index;
    const isComment = start === 0 || /[\s\ufeff]/.test(text.charAt(start - 1));
    if (!isComment || isContent(text, lastScalarUpTo(start, scalars), start)) return [];
    return [readComment(document, match, scalars)];
  });
}

function readComment(document: Document, match: RegExpMatchArray, scalars: readonly ScalarNode[]): Comment {
  const start = match.index ?? 0;
  const list = match[2] ?? '';
  const listStart = start + match[0].length - list.length;
  const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => {
    return { code, range: { start: listStart + index, end: listStart + index + code.length } };
  });
  const range = { start, end: start + match[0].trimEnd().length };
  if (match[1] !== undefined) {
    const whole = { start: 0, end: document.text.length };
    return { range, codes, scope: isAtTop(document, start) ? whole : undefined, line: undefined };
  }
  const line = lineBelow(document, start);
  return { range, codes, scope: scopeOf(document, line, scalars), line };
}

/** The line that a comment at `offset` is about: its own, or the next one that is no comment when it stands alone. */
function lineBelow(document: Document, offset: number): number {
  const { lines } = document;
  let { line } = lines.at(offset);
  while (line < lines.count && /^\s*#/.test(lineText(document, line))) line++;
  return line;
}

/** A line, and all of a text that begins on it: nothing inside a block scalar can carry a comment. */
function scopeOf(document: Document, line: number, scalars: readonly ScalarNode[]): SourceRange {
  const { start, end } = document.lines.line(line);
  const last = lastScalarUpTo(end, scalars);
  return { start, end: last && last.valueRange.start >= start ? Math.max(end, last.valueRange.end) : end };
}

/** Whether nothing but comments, blanks and document marks stand before `offset`. */
function isAtTop(document: Document, offset: number): boolean {
  const last = document.lines.at(offset).line;
  for (let line = 1; line <= last; line++) {
    if (!/^\ufeff?\s*(#.*|---\s*|%.*)?$/.test(lineText(document, line))) return false;
  }
  return true;
}

function lineText({ lines, text }: Document, line: number): string {
  const { start, end } = lines.line(line);
  return text.slice(start, end);
}

/** All scalars of a tree, keys too, in source order. A loop, as trees may be deep. */
function scalarsOf(root: SyntaxNode): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'map') for (const { key, value } of node.pairs) open.push(key, value);
    else if (node.kind === 'seq') for (const item of node.items) open.push(item);
  }
  return found.sort((one, other) => one.valueRange.start - other.valueRange.start);
}

/** The last scalar that starts at or before `offset`; scalars do not overlap. */
function lastScalarUpTo(offset: number, scalars: readonly ScalarNode[]): ScalarNode | undefined {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scalars[middle]?.valueRange.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return scalars[low - 1];
}

/** Whether `offset` is text of a scalar. A comment behind `|` or `>` is none. */
function isContent(text: string, scalar: ScalarNode | undefined, offset: number): boolean {
  if (scalar === undefined || offset >= scalar.valueRange.end) return false;
  const { style, valueRange } = scalar;
  if (style !== 'literal' && style !== 'folded') return true;
  return /[\n\r\u0085\u2028\u2029]/.test(text.slice(valueRange.start, offset));
}

interface Hidden {
  readonly kept: readonly Diagnostic[];
  readonly hidden: readonly Diagnostic[];
  /** Where the codes stand that hid something. */
  readonly used: ReadonlySet<number>;
}

function hide({ uri }: Document, comments: readonly Comment[], diagnostics: readonly Diagnostic[]): Hidden {
  const used = new Set<number>();
  const isHidden = (diagnostic: Diagnostic): boolean => {
    if (diagnostic.severity === 'error' || diagnostic.location.uri !== uri) return false;
    const hits = comments.flatMap((comment) => (covers(comment, diagnostic) ? codesAt(comment, diagnostic.code) : []));
    for (const hit of hits) used.add(hit);
    return hits.length > 0;
  };
  const hidden = diagnostics.filter(isHidden);
  const gone = new Set(hidden);
  return { kept: diagnostics.filter((diagnostic) => !gone.has(diagnostic)), hidden, used };
}

function covers({ scope }: Comment, { location }: Diagnostic): boolean {
  const { start } = location.range;
  return scope !== undefined && start >= scope.start && start <= scope.end;
}

function codesAt({ codes }: Comment, code: string): readonly number[] {
  return codes.filter((each) => each.code === code).map(({ range }) => range.start);
}

function problemsOf(
  document: Document,
  comment: Comment,
  diagnostics: readonly Diagnostic[],
  used: ReadonlySet<number>,
  codes: readonly string[],
): readonly Diagnostic[] {
  const problem = (range: SourceRange, message: string): Diagnostic =>
    report(unusedSuppression, { location: { uri: document.uri, range }, path: [] }, message);
  if (comment.codes.length === 0) {
    return [problem(comment.range, 'name what to hide: the code of a warning behind `kindling-disable`')];
  }
  if (comment.scope === undefined) {
    return [
      problem(comment.range, '`kindling-disable-file` must stand alone at the top of the file, before the config'),
    ];
  }
  return comment.codes.flatMap(({ code, range }) => {
    if (used.has(range.start) || code === unusedSuppression.code) return [];
    if (!codes.includes(code)) return [problem(range, unknownMessage(code, codes))];
    const isError = diagnostics.some((diagnostic) => diagnostic.code === code && covers(comment, diagnostic));
    const where = comment.line === undefined ? 'in this file' : `on line ${comment.line}`;
    const message = isError
      ? `\`${code}\` is an error ${where}, and errors cannot be hidden; mend it`
      : `\`${code}\` is not reported ${where}; remove it here`;
    return [problem(range, message)];
  });
}

function unknownMessage(code: string, codes: readonly string[]): string {
  const meant = nearest(code, codes);
  const advice = meant === undefined ? '; `kindling rules` lists all codes' : `; did you mean \`${meant}\`?`;
  return `there is no code \`${code}\`${advice}`;
}
