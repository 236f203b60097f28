// Links: local files that are there, and URLs of the web.
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { linksOf } from '../../../compiler/src/editor/index.ts';
import { toDocumentLink } from '../convert-structure.ts';
import { type Feature, request } from '../feature.ts';
import { localUri } from '../local-files.ts';

export default {
  name: 'links',
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  requests: [
    request('textDocument/documentLink', ({ textDocument }: DocumentLinkParams, { session }): DocumentLink[] => {
      const snapshot = session.get(textDocument.uri);
      if (!snapshot?.root || snapshot.isTooLong) return [];
      return linksOf(snapshot.root).flatMap(({ range, kind, target }) => {
        const uri = kind === 'web' ? target : localUri(target, snapshot.host, session);
        return uri === undefined ? [] : [toDocumentLink(snapshot.text, range, uri, session)];
      });
    }),
  ],
} satisfies Feature;
