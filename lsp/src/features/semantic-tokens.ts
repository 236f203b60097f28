// Semantic tokens for the texts of embedded languages, where an editor's own grammar sees nothing but a string.
import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import type { SourceRange } from '../../../compiler/src/editor/index.ts';
import { type ColouredRange, tokenTypes, toSemanticTokens } from '../convert-structure.ts';
import { type Feature, request } from '../feature.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

async function tokens(snapshot: Snapshot, within: SourceRange, session: Session): Promise<SemanticTokens> {
  const parts = snapshot.parts.filter(({ start, end }) => start < within.end && within.start < end);
  const found = await Promise.all(
    parts.map(async ({ language, text, region }): Promise<readonly ColouredRange[]> => {
      const inner = (await language.load()).tokens(text);
      return inner.map(({ kind, range }) => ({ kind, range: region.toSourceRange(range) }));
    }),
  );
  return toSemanticTokens(snapshot.text, found.flat(), session);
}

function find(uri: string, session: Session): Snapshot | undefined {
  const snapshot = session.get(uri);
  return snapshot?.isTooLong ? undefined : snapshot;
}

export default {
  name: 'semantic-tokens',
  capabilities: () => ({
    semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true, range: true },
  }),
  requests: [
    request('textDocument/semanticTokens/full', ({ textDocument }: SemanticTokensParams, { session }) => {
      const snapshot = find(textDocument.uri, session);
      return snapshot ? tokens(snapshot, { start: 0, end: snapshot.text.text.length }, session) : null;
    }),
    request('textDocument/semanticTokens/range', ({ textDocument, range }: SemanticTokensRangeParams, { session }) => {
      const snapshot = find(textDocument.uri, session);
      return snapshot ? tokens(snapshot, snapshot.text.rangeAt(range, session.encoding), session) : null;
    }),
  ],
} satisfies Feature;
