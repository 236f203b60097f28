// Completion with resolve: the offers of the compiler's editor part as items; their pages when one is looked at.
import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver';
import { complete, describeTopic, type Offer } from '../../../compiler/src/editor/index.ts';
import { type OfferData, toCompletionItem, toMarkup } from '../convert.ts';
import { type Feature, request } from '../feature.ts';
import { childUri } from '../files.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

/** What can stand at an offset, best first. */
export function offersAt(snapshot: Snapshot, offset: number, session: Session): readonly Offer[] {
  if (snapshot.isTooLong || (snapshot.kind !== 'butane' && snapshot.kind !== 'ignition')) return [];
  const offers = complete(snapshot.document, offset, {
    names: () => snapshot.names,
    list: (directory) => listLocal(snapshot, directory, session),
  });
  return [...offers].sort((one, other) => one.rank - other.rank);
}

function listLocal({ host }: Snapshot, directory: string, session: Session) {
  if (host.directory === undefined) return [];
  const uri = directory === '' ? host.directory : childUri(host.directory, directory);
  return session.mayRead(uri) ? session.files.list(uri) : [];
}

function resolve(item: CompletionItem, session: Session): CompletionItem {
  const data = item.data as OfferData | undefined;
  if (data?.topic === undefined) return item;
  const text = session.find(data.uri)?.text.text ?? '';
  const page = describeTopic(data.topic, text);
  return page === '' ? item : { ...item, documentation: toMarkup(page, session) };
}

export default {
  name: 'completion',
  capabilities: () => ({
    completionProvider: { resolveProvider: true, triggerCharacters: [' ', ':', '/', '-', '"', '[', '=', '*'] },
  }),
  requests: [
    request('textDocument/completion', ({ textDocument, position }: CompletionParams, { session }) => {
      const snapshot = session.get(textDocument.uri);
      if (snapshot === undefined) return null;
      const offset = snapshot.text.offsetAt(position, session.encoding);
      const offers = offersAt(snapshot, offset, session);
      const items = offers.map((offer, index) => toCompletionItem(offer, index, snapshot.text, session));
      const list: CompletionList = { isIncomplete: false, items };
      // A client that never asks for pages gets them with the offers.
      if (!session.client.resolvesDocumentation && items.length < 100) {
        return { ...list, items: items.map((item) => resolve(item, session)) };
      }
      return list;
    }),
    request('completionItem/resolve', (item: CompletionItem, { session }) => resolve(item, session)),
  ],
} satisfies Feature;
