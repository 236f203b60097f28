// Completion with resolve: the offers of the compiler's editor part as items; their pages when one is looked at.
import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver';
import {
  complete,
  definedNames,
  describeTopic,
  type EmbeddedSpot,
  type InnerCompletion,
  isInText,
  type Offer,
} from '../../../compiler/src/editor/index.ts';
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
  const found = (await spot.language.load()).complete(spot.text, spot.offset, session.releases);
  const offers = [
    ...found.map((completion) => offerOf(completion, spot, offset)),
    ...unitNames(snapshot, spot, offset),
  ];
  // In front of the indentation of a block scalar an offset belongs to the line above, and its words lie elsewhere.
  return offers.filter(({ replace }) => replace.start <= offset && offset <= replace.end);
}

/** A completion in a text as one of the document around it, with the escapes that the text is written with. */
function offerOf(completion: InnerCompletion, { region }: EmbeddedSpot, offset: number): Offer {
  const { label, kind, range, insert, snippet, filter, rank = 1, detail, doc, goesOn } = completion;
  const text = region.write(insert);
  const typed = region.write(filter ?? label);
  return {
    label,
    kind: innerKinds[kind],
    text,
    // A snippet has escapes of its own.
    ...(snippet === undefined || text !== insert ? {} : { snippet }),
    replace: range.start === range.end ? { start: offset, end: offset } : region.toSourceRange(range),
    ...(typed === label ? {} : { filter: typed }),
    rank,
    ...(detail === undefined ? {} : { detail }),
    ...(doc === undefined ? {} : { topic: { kind: 'text', text: doc } }),
    ...(goesOn ? { goesOn } : {}),
  };
}

const unitLine =
  /^(?:After|Before|Requires|Requisite|Wants|WantedBy|RequiredBy|BindsTo|PartOf|Conflicts|Also|Unit|Sockets|OnFailure|OnSuccess|Upholds|UpheldBy)[ \t]*=(?:.*\s)?$/;

function unitNames({ names }: Snapshot, spot: EmbeddedSpot, offset: number): readonly Offer[] {
  const { text } = spot.text;
  const line = text.slice(text.lastIndexOf('\n', spot.offset - 1) + 1, spot.offset);
  const word = /[^\s=]*$/.exec(line)?.[0] ?? '';
  if (!unitLine.test(line.slice(0, line.length - word.length).trimStart())) return [];
  const start = word === '' ? offset : spot.region.toSource(spot.offset - word.length);
  const replace = { start, end: offset };
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
