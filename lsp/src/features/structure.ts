// Folding and growing selections: both follow from the syntax alone.
import type { FoldingRange, FoldingRangeParams, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { foldsOf, selectionsAt } from '../../../compiler/src/editor/index.ts';
import { toFoldingRange, toSelectionRange } from '../convert-structure.ts';
import { type Feature, request } from '../feature.ts';

export default {
  name: 'structure',
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  requests: [
    request('textDocument/foldingRange', ({ textDocument }: FoldingRangeParams, { session }): FoldingRange[] => {
      const snapshot = session.get(textDocument.uri);
      if (snapshot === undefined || snapshot.isTooLong || snapshot.kind === 'other') return [];
      const ranges = foldsOf(snapshot.document).map((fold) => toFoldingRange(snapshot.text, fold, session));
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
