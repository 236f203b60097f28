// Completion with resolve: the offers of the compiler's editor part as items; their pages when one is looked at.
import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver';
import { complete, definedNames, describeTopic, isInText, type Offer } from '../../../compiler/src/editor/index.ts';
import { type OfferData, toCompletionItem, toMarkup } from '../convert.ts';
import { type Feature, request } from '../feature.ts';
import { childUri } from '../files.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

/** What can stand at an offset, best first. */
export async function offersAt(snapshot: Snapshot, offset: number, session: Session): Promise<readonly Offer[]> {
  if (snapshot.isTooLong || snapshot.kind === 'other') return [];
  return (await innerOffers(snapshot, offset, session)) ?? outerOffers(snapshot, offset, session);
}

const innerKinds = { section: 'key', key: 'key', value: 'constant', name: 'unit' } as const;

/** What an embedded language has to offer; units of the config are offered by name wherever names of units go. */
async function innerOffers(
  snapshot: Snapshot,
  offset: number,
  session: Session,
): Promise<readonly Offer[] | undefined> {
  const spot = isInText(snapshot.text.text, offset) ? snapshot.embeddedAt(offset) : undefined;
  if (spot === undefined) return undefined;
  const { text, region } = spot;
  const found = (await spot.language.load()).complete(text, spot.offset, session.releases);
  const offers = found.map(({ label, kind, range, insert, doc }): Offer => {
    const topic = doc === undefined ? {} : { topic: { kind: 'text', text: doc } as const };
    const replace = range.start === range.end ? { start: offset, end: offset } : region.toSourceRange(range);
    return { label, kind: innerKinds[kind], text: insert, replace, rank: 1, ...topic };
  });
  // In front of the indentation of a block scalar an offset belongs to the line above, and its words lie elsewhere.
  const here = offers.filter(({ replace }) => replace.start <= offset && offset <= replace.end);
  return [...here, ...unitNames(snapshot, offset)];
}

const unitLine =
  /^(?:After|Before|Requires|Requisite|Wants|WantedBy|RequiredBy|BindsTo|PartOf|Conflicts|Also|Unit|Sockets|OnFailure|OnSuccess|Upholds|UpheldBy)[ \t]*=(?:.*\s)?$/;

function unitNames({ text, names }: Snapshot, offset: number): readonly Offer[] {
  const line = text.text.slice(text.text.lastIndexOf('\n', offset - 1) + 1, offset);
  const word = /[^\s=]*$/.exec(line)?.[0] ?? '';
  if (!unitLine.test(line.slice(0, line.length - word.length).trimStart())) return [];
  const replace = { start: offset - word.length, end: offset };
  return definedNames(names, 'unit').map((label) => {
    return { label, kind: 'unit', text: label, replace, rank: 0, detail: 'defined in this config' };
  });
}

function outerOffers(snapshot: Snapshot, offset: number, session: Session): readonly Offer[] {
  const sources = {
    names: () => snapshot.names,
    list: (directory: string) => listLocal(snapshot, directory, session),
  };
  const offers = complete(snapshot.source, offset, sources, snapshot.kind);
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
  const snapshot = session.find(data.uri);
  const page = describeTopic(data.topic, snapshot?.text.text ?? '', snapshot?.kind);
  return page === '' ? item : { ...item, documentation: toMarkup(page, session) };
}

export default {
  name: 'completion',
  capabilities: () => ({
    completionProvider: { resolveProvider: true, triggerCharacters: [' ', ':', '/', '-', '"', '[', '=', '*'] },
  }),
  requests: [
    request('textDocument/completion', async ({ textDocument, position }: CompletionParams, { session }) => {
      const snapshot = session.get(textDocument.uri);
      if (snapshot === undefined) return null;
      const offset = snapshot.text.offsetAt(position, session.encoding);
      const offers = await offersAt(snapshot, offset, session);
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
