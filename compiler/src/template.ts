// Files that are templates of a config and no config yet. Where the holes of a template break the YAML or a value, one finding
// says so and what follows from it is left out; everything else is checked as if the holes were filled. A text with holes that
// break nothing (shell variables in a script) is no template.
import templateHoles from './diagnostic/codes/template-holes.ts';
import yamlEncoding from './diagnostic/codes/yaml-encoding.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic, Severity } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { ScalarNode, SyntaxNode } from './syntax/nodes.ts';
import { keyOf } from './syntax/resolve-scalar.ts';
import type { SourceRange } from './text/range.ts';
import { firstBehind } from './text/range-list.ts';
import { fillHoles, findControlLine, findHoles, type Hole } from './text/template-holes.ts';

/** The holes of a text, and those of them that steer the template; both in order. */
interface Holes {
  readonly all: readonly Hole[];
  readonly controls: readonly Hole[];
}

function holesIn(text: string): Holes {
  const all = findHoles(text);
  return { all, controls: all.filter((hole) => hole.isControl) };
}

/** A document with what was found in it. */
export interface Findings {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** The one finding that a document is a template, when a diagnostic follows from its holes. */
export function templateFinding({ document, diagnostics }: Findings, severity: Severity): Diagnostic | undefined {
  if (diagnostics.length === 0) return undefined;
  const holes = holesIn(document.text);
  const first = firstOf(consequences(document, diagnostics, holes));
  return first && findingAt(document, first, severity, 'compile what it renders');
}

/** Whether a document has been found to be a template. */
export function isTemplate(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === templateHoles.code);
}

const leftOut = 'what its placeholders break is left out; check what it renders';

/**
 * What remains to be said of a document that may be a template. `analyzeText` finds what is wrong with the text in which the
 * holes are filled; its places are those of the document.
 */
export function checkAsTemplate(
  { document, diagnostics }: Findings,
  analyzeText: (text: string) => Findings,
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const holes = holesIn(document.text);
  const caused = consequences(document, diagnostics, holes);
  const first = firstOf(caused);
  if (first === undefined) return diagnostics;
  const finding = findingAt(document, first, 'warning', leftOut);
  const { text, words } = fillHoles(document.text, holes.all);
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

/** The lints of a document that nothing else showed to be a template, without those that follow from its holes. */
export function lintsBesideHoles({ document, diagnostics }: Findings): {
  readonly diagnostics: readonly Diagnostic[];
  readonly isTemplate: boolean;
} {
  const caused = diagnostics.length === 0 ? new Map() : consequences(document, diagnostics, holesIn(document.text));
  const first = firstOf(caused);
  if (first === undefined) return { diagnostics, isTemplate: false };
  const certain = diagnostics.filter((diagnostic) => !caused.has(diagnostic));
  return { diagnostics: [findingAt(document, first, 'warning', leftOut), ...certain], isTemplate: true };
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
  holes: Holes,
): ReadonlyMap<Diagnostic, Hole> {
  // What is full of bytes that no text has is no template either, whatever it looks like.
  const mayBe = holes.all.length > 0 || /[%{]\{|\{[%#]/.test(document.text);
  if (!mayBe || diagnostics.some(({ code }) => code === yamlEncoding.code)) return new Map();
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

function causeOf(document: Document, diagnostic: Diagnostic, { all, controls }: Holes): Hole | undefined {
  const { code, location, notes = [] } = diagnostic;
  const { range } = location;
  if (syntaxCodes.has(code)) return causeOfSyntax(document, range, all);
  if (doubleCodes.has(code)) {
    const first = notes.find((note) => note.location?.uri === document.uri)?.location?.range;
    const between = first && controlBetween(first, range, controls);
    if (between) return between;
  }
  const node = nodeAt(document.root, range);
  if (node?.kind === 'scalar') return causeInScalar(document, diagnostic, node, all);
  const inside = holeAt(range.start, all);
  if (inside && range.end <= inside.range.end) return inside;
  // A hole in braces is read as a mapping in a mapping.
  const isCollection = node?.kind === 'map' || node?.kind === 'seq';
  return isCollection && inside?.range.start === node.range.start ? inside : undefined;
}

/** The hole in which a place is. */
function holeAt(offset: number, holes: readonly Hole[]): Hole | undefined {
  const hole = holes[firstBehind(holes, offset)];
  return hole && hole.range.start <= offset ? hole : undefined;
}

/** The first hole that a range has a part of. */
function holeIn({ start, end }: SourceRange, holes: readonly Hole[]): Hole | undefined {
  const hole = holes[firstBehind(holes, start)];
  return hole && hole.range.start < end ? hole : undefined;
}

function causeInScalar(
  { text }: Document,
  { code, location }: Diagnostic,
  node: ScalarNode,
  holes: readonly Hole[],
): Hole | undefined {
  if (isContents(node)) {
    const control = controlIn(text, node);
    return control && control.range.start < location.range.end ? control : undefined;
  }
  // Quotes stay when the hole is filled, so the value is a text whatever is put there.
  const isQuoted = node.style === 'single' || node.style === 'double';
  if (isQuoted && code === 'yaml-type-mismatch') return undefined;
  return holeIn(node.valueRange, holes);
}

const controls = new WeakMap<ScalarNode, { readonly hole: Hole | undefined }>();

/** What steers a template within the text of a unit. From there on the text is not what systemd will read. */
function controlIn(text: string, node: ScalarNode): Hole | undefined {
  const known = controls.get(node) ?? { hole: findControlLine(text, node.valueRange) };
  controls.set(node, known);
  return known.hole;
}

/** Characters between a hole and a fault that it causes, at most. */
const farthestFault = 1000;

/** So many holes before a fault are looked at. */
const mostHolesBefore = 20;

/** A fault of syntax in a hole; or behind one that begins with a brace, on its line or the next: YAML reads on from there. */
function causeOfSyntax({ text }: Document, range: SourceRange, holes: readonly Hole[]): Hole | undefined {
  const index = firstBehind(holes, range.start - 1);
  const hole = holes[index];
  if (hole && hole.range.start <= range.start) return hole;
  if (hole && hole.range.start <= range.end && isBrace(text, hole)) return hole;
  return holes.slice(Math.max(0, index - mostHolesBefore), index).find((before) => {
    const { end } = before.range;
    const isNear = range.start - end < farthestFault && /^[^\n]*(\n\s*)?[^\n]*$/.test(text.slice(end, range.start));
    return isNear && isBrace(text, before);
  });
}

/** Whether a hole stands where a value or a key begins, and not in the middle of a text. */
function isBrace(text: string, { range }: Hole): boolean {
  return !text.startsWith('$', range.start) && /^$|[\s[{,(-]/.test(text.charAt(range.start - 1));
}

/** What may make two places branches of which the template takes one. */
function controlBetween(one: SourceRange, other: SourceRange, controls: readonly Hole[]): Hole | undefined {
  const control = controls[firstBehind(controls, Math.min(one.end, other.end))];
  return control && control.range.end <= Math.max(one.start, other.start) ? control : undefined;
}

/** The text of a file or unit, in which `${X}` belongs to a shell or to systemd. */
function isContents({ parent }: ScalarNode): boolean {
  if (parent?.kind !== 'pair') return false;
  const key = keyOf(parent.key);
  return key === 'inline' || key === 'contents';
}

/** Whether a finding in the filled text may be owed to the filling: it is about a word put there, or about something absent. */
function isUncertain(document: Document, diagnostic: Diagnostic, holes: Holes): boolean {
  const { code, location } = diagnostic;
  const { range } = location;
  if (syntaxCodes.has(code)) return range.start >= (holes.controls[0]?.range.start ?? Number.POSITIVE_INFINITY);
  if (causeOf(document, diagnostic, holes) !== undefined) return true;
  const node = nodeAt(document.root, range);
  if (node?.kind === 'scalar') return holeIn(node.valueRange, holes.all) !== undefined;
  // What is missing in a collection may come from what stands alone on a line in it or behind it.
  return holeIn({ start: range.start, end: nextText(document.text, range.end) }, holes.controls) !== undefined;
}

function nextText(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** The deepest node that holds a range. */
function nodeAt(root: SyntaxNode, range: SourceRange): SyntaxNode | undefined {
  let node: SyntaxNode | undefined;
  for (let inner: SyntaxNode | undefined = root; inner && holds(inner, range); inner = childAt(inner, range))
    node = inner;
  return node;
}

function childAt(node: SyntaxNode, range: SourceRange): SyntaxNode | undefined {
  if (node.kind === 'seq') return node.items[firstBehind(node.items, range.end - 1)];
  if (node.kind !== 'map') return undefined;
  const pair = node.pairs[firstBehind(node.pairs, range.end - 1)];
  return pair && holds(pair.key, range) ? pair.key : pair?.value;
}

function holds({ range: outer }: SyntaxNode, range: SourceRange): boolean {
  return outer.start <= range.start && range.end <= outer.end;
}
