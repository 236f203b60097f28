// All documents of a YAML file, each with its places in the file. The compiler itself reads only the first one, as the
// reference does; MachineConfigs come many in a file.
import { append } from '../append.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { relocate } from '../diagnostic/relocate.ts';
import type { Document } from '../document.ts';
import type { Pair, SyntaxNode } from '../syntax/nodes.ts';
import { parseYaml, type YamlParse } from '../syntax/parse-yaml.ts';
import type { SourceRange } from '../text/range.ts';

/** The documents behind the first one, which is `first`. Each shares its text, its lines and its name. */
export function laterDocuments(first: Document): readonly Document[] {
  const documents: Document[] = [];
  let at = first.laterDocument?.start;
  while (at !== undefined) {
    const start: number = at;
    const { root, problems, laterDocument } = parseOne(first.text, start, first.uri);
    shiftTree(root, start);
    documents.push(
      withRoot(
        first,
        root,
        problems.map((problem) => shiftDiagnostic(problem, start)),
      ),
    );
    // A document that takes no text would be found again for ever.
    at = laterDocument && laterDocument.start > 0 ? start + laterDocument.start : undefined;
  }
  return documents;
}

/** The document's own marker, the one that ends it, and one more: what follows counts as a document only with some content. */
const markersNeeded = 3;

/**
 * Parses the document at `start`. What is far behind it is left out: each parse looks at all of its text, and there may be thousands
 * of documents.
 */
function parseOne(text: string, start: number, uri: string): YamlParse {
  const end = endOfMarkers(text, start);
  const parse = parseYaml(text.slice(start, end), uri);
  return parse.laterDocument || end === text.length ? parse : parseYaml(text.slice(start), uri);
}

function endOfMarkers(text: string, start: number): number {
  // Markers stand at the beginning of a line, whatever is around them.
  const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
  marker.lastIndex = start;
  for (let count = 1; ; count++) {
    const found = marker.exec(text);
    if (found === null) return text.length;
    // Without what stands beside it: the reader looks ahead, and half a text would be a fault.
    if (count === markersNeeded) return found.index + found[0].length;
  }
}

/** `document` with another tree, of its own text. */
export function withRoot(document: Document, root: SyntaxNode, problems: readonly Diagnostic[]): Document {
  return {
    uri: document.uri,
    text: document.text,
    // Building the lines costs a walk over the text, and most documents are never asked for one.
    get lines() {
      return document.lines;
    },
    root,
    problems,
  };
}

type Ranged = { range: SourceRange };

/** Moves a tree that nobody else has seen yet. Its ranges are replaced, because nodes may share them. */
function shiftTree(root: SyntaxNode, by: number): void {
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    shift(node, by);
    if (node.anchor) shift(node.anchor, by);
    if (node.tag) shift(node.tag, by);
    if (node.kind === 'scalar') {
      (node as { valueRange: SourceRange }).valueRange = moved(node.valueRange, by);
    } else if (node.kind === 'seq') {
      append(open, node.items);
    } else if (node.kind === 'map') {
      for (const pair of node.pairs) pushPair(pair, by, open);
    }
  }
}

function pushPair(pair: Pair, by: number, open: SyntaxNode[]): void {
  shift(pair, by);
  open.push(pair.key, pair.value);
}

function shift(target: { readonly range: SourceRange }, by: number): void {
  (target as Ranged).range = moved(target.range, by);
}

function moved({ start, end }: SourceRange, by: number): SourceRange {
  return { start: start + by, end: end + by };
}

function shiftDiagnostic(diagnostic: Diagnostic, by: number): Diagnostic {
  return relocate(diagnostic, ({ uri, range }) => ({ uri, range: moved(range, by) }));
}
