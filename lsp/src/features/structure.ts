// Folding and growing selections: both follow from the syntax alone.
import type { FoldingRangeParams, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { type EmbeddedPart, type Fold, foldsOf, selectionsAt } from '../../../compiler/src/editor/index.ts';
import { toFoldingRange, toSelectionRange } from '../convert-structure.ts';
import { type Feature, request } from '../feature.ts';

/** Folds of an embedded text, where it is written over several lines. */
async function innerFolds({ language, text, region }: EmbeddedPart): Promise<readonly Fold[]> {
  if (!text.text.includes('\n')) return [];
  const loaded = await language.load();
  const ranges = loaded.folds?.(text) ?? loaded.symbols(text).map(({ range }) => range);
  return ranges.map((range) => ({ range: region.toSourceRange(range), isComment: false }));
}

export default {
  name: 'structure',
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  requests: [
    request('textDocument/foldingRange', async ({ textDocument }: FoldingRangeParams, { session }) => {
      const snapshot = session.get(textDocument.uri);
      if (snapshot === undefined || snapshot.isTooLong || snapshot.kind === 'other') return [];
      const inner = await Promise.all(snapshot.parts.map(innerFolds));
      const folds = [...foldsOf(snapshot.document), ...inner.flat()];
      const ranges = folds
        .sort((one, other) => one.range.start - other.range.start)
        .map((fold) => toFoldingRange(snapshot.text, fold, session))
        .filter(({ startLine, endLine }) => startLine < endLine);
      // An entry and its only item fold at the same line: one of them is enough.
      return ranges.filter((range, index) => range.startLine !== ranges[index - 1]?.startLine);
    }),
    request(
      'textDocument/selectionRange',
      ({ textDocument, positions }: SelectionRangeParams, { session }): SelectionRange[] | null => {
        const snapshot = session.get(textDocument.uri);
        if (snapshot === undefined || snapshot.isTooLong) return null;
        return positions.map((position) => {
          const offset = snapshot.text.offsetAt(position, session.encoding);
          return toSelectionRange(snapshot.text, selectionsAt(snapshot.document, offset), session);
        });
      },
    ),
  ],
} satisfies Feature;
