// Files that are templates of a config and no config yet. Where the holes of a template break the YAML or a value, one finding
// says so and what follows from it is left out; everything else is checked as if the holes were filled. A text with holes that
// break nothing (shell variables in a script) is no template.
import templateHoles from './diagnostic/codes/template-holes.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic, Severity } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { ScalarNode, SyntaxNode } from './syntax/nodes.ts';
import { keyOf } from './syntax/resolve-scalar.ts';
import type { SourceRange } from './text/range.ts';
import { fillHoles, findHoles, type Hole } from './text/template-holes.ts';

/** A document with what was found in it. */
export interface Findings {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** The one finding that a document is a template, when a diagnostic follows from its holes. */
export function templateFinding({ document, diagnostics }: Findings, severity: Severity): Diagnostic | undefined {
  const holes = diagnostics.length === 0 ? [] : findHoles(document.text);
  const first = firstOf(consequences(document, diagnostics, holes));
  return first && findingAt(document, first, severity, 'compile what it renders');
}

/**
 * What remains to be said of a document that may be a template. `analyzeText` finds what is wrong with the text in which the
 * holes are filled; its places are those of the document.
 */
export function checkAsTemplate(
  { document, diagnostics }: Findings,
  analyzeText: (text: string) => Findings,
): readonly Diagnostic[] {
  const holes = diagnostics.length === 0 ? [] : findHoles(document.text);
  if (holes.length === 0) return diagnostics;
  const caused = consequences(document, diagnostics, holes);
  const first = firstOf(caused);
  if (first === undefined) return diagnostics;
  const finding = findingAt(
    document,
    first,
    'warning',
    'what its placeholders break is left out; check what it renders',
  );
  const { text, words } = fillHoles(document.text, holes);
  const filled = analyzeText(text);
  const found = new Set(diagnostics.map(identity));
  const kept = filled.diagnostics.filter(
    // A place that held no hole was judged rightly before, and the words in its message are those of the file.
    (diagnostic) => !found.has(identity(diagnostic)) && !isUncertain(filled.document, diagnostic, holes),
  );
  const certain = diagnostics.filter((diagnostic) => !caused.has(diagnostic));
  const stillThere = new Set(filled.diagnostics.map(identity));
  const inItsWords = kept.map((diagnostic) => withHoles(diagnostic, words));
  return [finding, ...certain.filter((each) => stillThere.has(identity(each))), ...inItsWords];
}

/** A finding in the filled text with its holes back in its messages. */
function withHoles(diagnostic: Diagnostic, words: ReadonlyMap<string, string>): Diagnostic {
  const restore = (message: string): string => {
    return message.replace(/[a-z]{3,}/g, (found) => words.get(found)?.replace(/\s+/g, ' ') ?? found);
  };
  const { message, notes } = diagnostic;
  const restored = notes?.map((note) => ({ ...note, message: restore(note.message) }));
  return { ...diagnostic, message: restore(message), ...(restored ? { notes: restored } : {}) };
}

function identity({ code, location }: Diagnostic): string {
  return `${code} ${location.uri} ${location.range.start}`;
}

/** The diagnostics that follow from holes, with the first hole that each follows from. */
function consequences(
  document: Document,
  diagnostics: readonly Diagnostic[],
  holes: readonly Hole[],
): ReadonlyMap<Diagnostic, Hole> {
  const own = diagnostics.filter(({ location }) => location.uri === document.uri);
  const causes = own.map((diagnostic) => [diagnostic, causeOf(document, diagnostic, holes)] as const);
  return new Map(causes.flatMap(([diagnostic, hole]) => (hole ? [[diagnostic, hole] as const] : [])));
}

function firstOf(causes: ReadonlyMap<Diagnostic, Hole>): Hole | undefined {
  return [...causes.values()].sort((one, other) => one.range.start - other.range.start)[0];
}

function findingAt({ uri, text }: Document, { kind, range }: Hole, severity: Severity, advice: string): Diagnostic {
  const language = kind === 'terraform' ? 'Terraform' : 'Jinja or Go';
  const mark = `${text.slice(range.start, range.start + 2)}…`;
  const message = `this looks like a template of ${language} (\`${mark}\`): ${advice}`;
  return report(templateHoles, { location: { uri, range }, path: [] }, message, { severity });
}

/** Codes of texts that could not be read as YAML or JSON at all. */
const syntaxCodes: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'yaml-directive',
  'yaml-unknown-anchor',
  'json-syntax',
  'embedded-config-json',
]);
/** Codes of two things in one place, which branches of a template may well be. */
const doubleCodes: ReadonlySet<string> = new Set(['yaml-duplicate-key', 'duplicate-entry']);

function causeOf(document: Document, diagnostic: Diagnostic, holes: readonly Hole[]): Hole | undefined {
  const { code, location, notes = [] } = diagnostic;
  const { range } = location;
  if (syntaxCodes.has(code)) return causeOfSyntax(document, range, holes);
  if (doubleCodes.has(code)) {
    const first = notes.find((note) => note.location?.uri === document.uri)?.location;
    const between = first && holes.find((hole) => hole.isControl && isBetween(hole.range, first.range, range));
    if (between) return between;
  }
  const inside = holes.find((hole) => hole.range.start <= range.start && range.end <= hole.range.end);
  const node = nodeAt(document.root, range);
  if (node?.kind === 'map' || node?.kind === 'seq') {
    // A hole in braces is read as a mapping in a mapping.
    return inside ?? holes.find((hole) => node.range.start === hole.range.start);
  }
  if (node?.kind !== 'scalar') return inside;
  return causeInScalar(code, node, holes);
}

function causeInScalar(code: string, node: ScalarNode, holes: readonly Hole[]): Hole | undefined {
  if (isContents(node)) return undefined;
  // Quotes stay when the hole is filled, so the value is a text whatever is put there.
  const isQuoted = node.style === 'single' || node.style === 'double';
  if (isQuoted && code === 'yaml-type-mismatch') return undefined;
  return holes.find((hole) => overlaps(hole.range, node.valueRange));
}

/** Characters between a hole and a fault that it causes, at most. */
const farthestFault = 1000;

/** A fault of syntax in a hole; or behind one that begins with a brace, on its line or the next: YAML reads on from there. */
function causeOfSyntax({ text }: Document, range: SourceRange, holes: readonly Hole[]): Hole | undefined {
  return holes.find((hole) => {
    const { start, end } = hole.range;
    if (start <= range.start && range.start <= end) return true;
    if (range.start < start) return start <= range.end && isBrace(text, hole);
    const isNear = range.start - end < farthestFault && /^[^\n]*(\n\s*)?[^\n]*$/.test(text.slice(end, range.start));
    return isNear && isBrace(text, hole);
  });
}

/** Whether a hole stands where a value or a key begins, and not in the middle of a text. */
function isBrace(text: string, { range }: Hole): boolean {
  return !text.startsWith('$', range.start) && /^$|[\s[{,(-]/.test(text.charAt(range.start - 1));
}

function isBetween(hole: SourceRange, first: SourceRange, second: SourceRange): boolean {
  return hole.start >= Math.min(first.end, second.end) && hole.end <= Math.max(first.start, second.start);
}

function overlaps(one: SourceRange, other: SourceRange): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The text of a file or unit, in which `${X}` belongs to a shell or to systemd. */
function isContents({ parent }: ScalarNode): boolean {
  if (parent?.kind !== 'pair') return false;
  const key = keyOf(parent.key);
  return key === 'inline' || key === 'contents';
}

/** Whether a finding in the filled text may be owed to the filling: it is about a word put there, or about something absent. */
function isUncertain(document: Document, diagnostic: Diagnostic, holes: readonly Hole[]): boolean {
  const { code, location } = diagnostic;
  const controls = holes.filter((hole) => hole.isControl);
  const firstControl = controls[0]?.range.start ?? Number.POSITIVE_INFINITY;
  if (syntaxCodes.has(code)) return location.range.start >= firstControl;
  if (causeOf(document, diagnostic, holes) !== undefined) return true;
  const node = nodeAt(document.root, location.range);
  if (node?.kind === 'scalar') return holes.some((hole) => overlaps(hole.range, node.valueRange));
  const end = nextText(document.text, location.range.end);
  return controls.some(({ range }) => range.start >= location.range.start && range.end <= end);
}

function nextText(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** The deepest node that holds a range. */
function nodeAt(root: SyntaxNode, range: SourceRange): SyntaxNode | undefined {
  const holds = (node: SyntaxNode): boolean => node.range.start <= range.start && range.end <= node.range.end;
  if (!holds(root)) return undefined;
  for (let node = root; ; ) {
    const inner = childrenOf(node).find(holds);
    if (inner === undefined) return node;
    node = inner;
  }
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'map') return node.pairs.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'seq' ? node.items : [];
}
