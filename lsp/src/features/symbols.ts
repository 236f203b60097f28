// The outline of a document, and the things of all configs in the workspace by name.
import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  type ConfigSymbol,
  type EmbeddedPart,
  firstBehind,
  type InnerSymbol,
  symbolsOf,
  thingsIn,
} from '../../../compiler/src/editor/index.ts';
import { toDocumentSymbol, toSymbolInformation } from '../convert-structure.ts';
import { type Feature, type RequestContext, request } from '../feature.ts';
import type { Snapshot } from '../snapshot.ts';

function outline({ isTooLong, bound }: Snapshot): readonly ConfigSymbol[] {
  return isTooLong ? [] : bound.flatMap(({ root }) => symbolsOf(root));
}

/** What embedded texts consist of is part of the outline: each below the innermost symbol that holds its text. */
async function withParts(snapshot: Snapshot): Promise<readonly ConfigSymbol[]> {
  return (await place(outline(snapshot), snapshot.parts)).symbols;
}

interface Placed {
  readonly symbols: readonly ConfigSymbol[];
  /** Parts that none of the symbols holds. */
  readonly rest: readonly EmbeddedPart[];
}

/** Puts parts, in the order of the document, below symbols. Looks each one up: a config can have thousands of both. */
async function place(symbols: readonly ConfigSymbol[], parts: readonly EmbeddedPart[]): Promise<Placed> {
  if (parts.length === 0) return { symbols, rest: [] };
  const inOrder = [...symbols].sort((one, other) => one.range.start - other.range.start);
  const held = new Map<ConfigSymbol, EmbeddedPart[]>();
  const rest: EmbeddedPart[] = [];
  for (const part of parts) {
    const holder = inOrder[firstBehind(inOrder, part.start)];
    const isHeld = holder && holder.range.start <= part.start && part.end <= holder.range.end;
    if (isHeld && !held.has(holder)) held.set(holder, []);
    ((isHeld ? held.get(holder) : undefined) ?? rest).push(part);
  }
  return { symbols: await Promise.all(symbols.map((symbol) => below(symbol, held.get(symbol) ?? []))), rest };
}

async function below(symbol: ConfigSymbol, parts: readonly EmbeddedPart[]): Promise<ConfigSymbol> {
  const { symbols, rest } = await place(symbol.children, parts);
  const own: ConfigSymbol[] = [];
  let end = 0;
  for (const [index, part] of rest.entries()) {
    if (index < end) continue;
    end = index + 1;
    while (end < rest.length && (rest[end]?.start ?? 0) < part.end) end++;
    // Texts inside of this one have their places among what it consists of.
    for (const found of (await place(await symbolsIn(part), rest.slice(index + 1, end))).symbols) own.push(found);
  }
  return { ...symbol, children: [...own, ...symbols] };
}

async function symbolsIn({ language, text, region }: EmbeddedPart): Promise<readonly ConfigSymbol[]> {
  return (await language.load()).symbols(text).map((symbol) => outer(symbol, language.isConfig === true));

  // Keys of a unit are too many for an outline.
  function outer({ name, kind, detail, range, nameRange, children }: InnerSymbol, isDeep: boolean): ConfigSymbol {
    return {
      name,
      kind: isDeep && kind !== 'key' ? kind : 'item',
      ...(detail === undefined ? {} : { detail }),
      range: region.toSourceRange(range),
      nameRange: region.toSourceRange(nameRange),
      children: isDeep ? children.map((child) => outer(child, true)) : [],
    };
  }
}

const mostSymbols = 500;

async function find({ query }: WorkspaceSymbolParams, context: RequestContext): Promise<readonly SymbolInformation[]> {
  const { session, token, log } = context;
  const found: SymbolInformation[] = [];
  for (const uri of session.workspace.configs(log)) {
    if (token.isCancellationRequested || found.length >= mostSymbols) break;
    const snapshot = session.find(uri);
    if (snapshot === undefined) continue;
    for (const symbol of thingsIn(outline(snapshot))) {
      if (matches(symbol.name, query)) found.push(toSymbolInformation(snapshot.text, symbol, undefined, session));
    }
    // Others may want an answer in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (found.length >= mostSymbols) log(`only the first ${mostSymbols} symbols are listed`);
  return found.slice(0, mostSymbols);
}

/** Whether the letters of a query come in a name in their order. */
function matches(name: string, query: string): boolean {
  let at = 0;
  const text = name.toLowerCase();
  for (const letter of query.toLowerCase()) {
    const next = text.indexOf(letter, at);
    if (next < 0) return false;
    at = next + 1;
  }
  return true;
}

export default {
  name: 'symbols',
  capabilities: () => ({ documentSymbolProvider: true, workspaceSymbolProvider: true }),
  requests: [
    request(
      'textDocument/documentSymbol',
      async ({ textDocument }: DocumentSymbolParams, { session }): Promise<DocumentSymbol[] | SymbolInformation[]> => {
        const snapshot = session.get(textDocument.uri);
        if (snapshot === undefined) return [];
        const symbols = await withParts(snapshot);
        if (session.client.nestsSymbols) {
          return symbols.map((symbol) => toDocumentSymbol(snapshot.text, symbol, session));
        }
        return flat(symbols).map(([symbol, container]) =>
          toSymbolInformation(snapshot.text, symbol, container, session),
        );
      },
    ),
    request('workspace/symbol', find),
  ],
} satisfies Feature;

function flat(
  symbols: readonly ConfigSymbol[],
  container?: string,
): readonly (readonly [ConfigSymbol, string | undefined])[] {
  return symbols.flatMap((symbol) => [[symbol, container] as const, ...flat(symbol.children, symbol.name)]);
}
