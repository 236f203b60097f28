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
  type InnerSymbol,
  symbolsOf,
  thingsIn,
} from '../../../compiler/src/editor/index.ts';
import { toDocumentSymbol, toSymbolInformation } from '../convert-structure.ts';
import { type Feature, type RequestContext, request } from '../feature.ts';
import type { Snapshot } from '../snapshot.ts';
import { workspaceConfigs } from '../workspace-configs.ts';

function outline({ isTooLong, bound }: Snapshot): readonly ConfigSymbol[] {
  return isTooLong ? [] : bound.flatMap(({ root }) => symbolsOf(root));
}

/** Symbols that come below others, in front of their own children. */
type Additions = Map<ConfigSymbol, readonly ConfigSymbol[]>;

/** What embedded texts consist of is part of the outline: each below the innermost symbol that holds its text. */
async function withParts(snapshot: Snapshot): Promise<readonly ConfigSymbol[]> {
  const symbols = outline(snapshot);
  const additions: Additions = new Map();
  // A text inside of another one comes behind it, and finds its place among the symbols of that.
  for (const part of snapshot.parts) {
    const holder = holderOf(part, symbols, additions);
    if (holder) additions.set(holder, [...(additions.get(holder) ?? []), ...(await symbolsIn(part))]);
  }
  return symbols.map((symbol) => withAdditions(symbol, additions));
}

function holderOf(
  part: EmbeddedPart,
  symbols: readonly ConfigSymbol[],
  additions: Additions,
): ConfigSymbol | undefined {
  const around = symbols.find(({ range }) => range.start <= part.start && part.end <= range.end);
  return around && (holderOf(part, childrenOf(around, additions), additions) ?? around);
}

function withAdditions(symbol: ConfigSymbol, additions: Additions): ConfigSymbol {
  return { ...symbol, children: childrenOf(symbol, additions).map((child) => withAdditions(child, additions)) };
}

function childrenOf(symbol: ConfigSymbol, additions: Additions): readonly ConfigSymbol[] {
  return [...(additions.get(symbol) ?? []), ...symbol.children];
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
  for (const uri of workspaceConfigs(session, log)) {
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
