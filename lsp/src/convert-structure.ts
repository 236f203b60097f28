// The part of `convert.ts` for what shows the structure of a document: symbols, folds, selections, links, tokens.
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  SymbolKind as LspSymbolKind,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver';
import type { ConfigSymbol, Fold, SourceRange, SymbolKind, TokenKind } from '../../compiler/src/editor/index.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';
import { TextDocument } from './text-document.ts';

const symbolKinds: Readonly<Record<SymbolKind, LspSymbolKind>> = {
  section: 3,
  file: 1,
  directory: 4,
  link: 18,
  unit: 24,
  user: 5,
  group: 5,
  disk: 23,
  item: 19,
};

export function toDocumentSymbol(text: TextDocument, symbol: ConfigSymbol, session: Session): DocumentSymbol {
  const { name, kind, detail, range, nameRange, children } = symbol;
  return {
    name,
    kind: symbolKinds[kind],
    ...(detail === undefined ? {} : { detail }),
    range: toRange(text, range, session),
    selectionRange: toRange(text, nameRange, session),
    ...(children.length > 0 ? { children: children.map((child) => toDocumentSymbol(text, child, session)) } : {}),
  };
}

export function toSymbolInformation(
  text: TextDocument,
  { name, kind, range }: ConfigSymbol,
  container: string | undefined,
  session: Session,
): SymbolInformation {
  return {
    name,
    kind: symbolKinds[kind],
    location: { uri: text.uri, range: toRange(text, range, session) },
    ...(container === undefined ? {} : { containerName: container }),
  };
}

export function toFoldingRange(text: TextDocument, { range, isComment }: Fold, session: Session): FoldingRange {
  const { start, end } = toRange(text, range, session);
  const columns = session.client.foldsLinesOnly ? {} : { endCharacter: end.character };
  return { startLine: start.line, endLine: end.line, ...columns, ...(isComment ? { kind: 'comment' } : {}) };
}

/** `ranges`: each inside the next. */
export function toSelectionRange(text: TextDocument, ranges: readonly SourceRange[], session: Session): SelectionRange {
  const outer = ranges.toReversed().reduce<SelectionRange | undefined>((parent, range) => {
    return { range: toRange(text, range, session), ...(parent ? { parent } : {}) };
  }, undefined);
  return outer ?? { range: toRange(text, { start: 0, end: 0 }, session) };
}

export function toDocumentLink(text: TextDocument, range: SourceRange, target: string, session: Session): DocumentLink {
  return { range: toRange(text, range, session), target };
}

const highlightRead = 2;
const highlightWrite = 3;

export function toDocumentHighlight(
  text: TextDocument,
  range: SourceRange,
  isDefinition: boolean,
  session: Session,
): DocumentHighlight {
  return { range: toRange(text, range, session), kind: isDefinition ? highlightWrite : highlightRead };
}

/** The start of a file that is not looked into. */
export function fileLocation(uri: string): Location {
  const start = { line: 0, character: 0 };
  return { uri, range: { start, end: start } };
}

/** Ranges in a text that is no document of the editor. */
export function toRangeIn(text: string, session: Session): (range: SourceRange) => Range {
  const document = new TextDocument('', '', 0, text);
  return (range) => toRange(document, range, session);
}

export const tokenTypes = [
  'namespace',
  'property',
  'operator',
  'string',
  'macro',
  'comment',
  'number',
  'keyword',
] as const;

const tokenTypeOf: Readonly<Record<TokenKind, (typeof tokenTypes)[number]>> = {
  section: 'namespace',
  key: 'property',
  operator: 'operator',
  value: 'string',
  number: 'number',
  word: 'keyword',
  specifier: 'macro',
  comment: 'comment',
};

export interface ColouredRange {
  readonly kind: TokenKind;
  readonly range: SourceRange;
}

/** Tokens as the protocol packs them: each relative to the one before, none across lines, none over another. */
export function toSemanticTokens(
  text: TextDocument,
  ranges: readonly ColouredRange[],
  session: Session,
): SemanticTokens {
  const data: number[] = [];
  let [line, character] = [0, 0];
  const sorted = [...ranges].sort((one, other) => one.range.start - other.range.start);
  for (const [index, { kind, range }] of sorted.entries()) {
    // A specifier lies inside a value: the value ends where it begins.
    const next = sorted[index + 1]?.range.start ?? range.end;
    for (const piece of linesOf(text.text, { start: range.start, end: Math.min(range.end, next) })) {
      const { start, end } = toRange(text, piece, session);
      if (start.line !== line) character = 0;
      const type = tokenTypes.indexOf(tokenTypeOf[kind]);
      data.push(start.line - line, start.character - character, end.character - start.character, type, 0);
      [line, character] = [start.line, start.character];
    }
  }
  return { data };
}

function linesOf(text: string, { start, end }: SourceRange): readonly SourceRange[] {
  const pieces: SourceRange[] = [];
  for (const { 0: piece, index } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const indent = pieces.length > 0 ? piece.length - piece.trimStart().length : 0;
    if (indent < piece.length) pieces.push({ start: start + index + indent, end: start + index + piece.length });
  }
  return pieces;
}
