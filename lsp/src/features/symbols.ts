// The outline of a document, and the things of all configs in the workspace by name.
import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { type ConfigSymbol, symbolsOf, thingsIn } from '../../../compiler/src/editor/index.ts';
import { toDocumentSymbol, toSymbolInformation } from '../convert-structure.ts';
import { type Feature, type RequestContext, request } from '../feature.ts';
import type { Snapshot } from '../snapshot.ts';
import { workspaceConfigs } from '../workspace-configs.ts';

function outline({ isTooLong, bound }: Snapshot): readonly ConfigSymbol[] {
  return isTooLong ? [] : bound.flatMap(({ root }) => symbolsOf(root));
}

/** Sections of an embedded unit are part of the outline of what holds it. */
async function withSections(snapshot: Snapshot, symbols: readonly ConfigSymbol[]): Promise<readonly ConfigSymbol[]> {
  return Promise.all(
    symbols.map(async (symbol) => {
      const children = await withSections(snapshot, symbol.children);
      if (symbol.kind !== 'unit') return { ...symbol, children };
      const part = snapshot.parts.find(({ start, end }) => symbol.range.start <= start && end <= symbol.range.end);
      const isOwn = part && !children.some(({ range }) => range.start <= part.start && part.end <= range.end);
      return { ...symbol, children: [...(isOwn ? await sectionsOf(part) : []), ...children] };
    }),
  );
}

type Part = Snapshot['parts'][number];

async function sectionsOf({ language, text, region }: Part): Promise<readonly ConfigSymbol[]> {
  const symbols = (await language.load()).symbols(text);
  return symbols.map(({ name, range, nameRange }) => ({
    name,
    kind: 'item',
    range: region.toSourceRange(range),
    nameRange: region.toSourceRange(nameRange),
    children: [],
  }));
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
        const symbols = await withSections(snapshot, outline(snapshot));
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
