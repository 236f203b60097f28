// Definition, references and highlights of names: units, users, labels, arrays, paths, anchors; and the way from a local name to
// its file. Units and paths named inside units count; what one fragment of a target defines another one may use.
import type {
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
} from 'vscode-languageserver';
import { linksOf, type Name } from '../../../compiler/src/editor/index.ts';
import { toRange } from '../convert.ts';
import { fileLocation, toDocumentHighlight } from '../convert-structure.ts';
import { type Feature, request } from '../feature.ts';
import { localUri } from '../local-files.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

interface Asked {
  readonly snapshot: Snapshot;
  readonly name: Name;
}

/** A place of a name in one of the files that make a machine together. */
interface Place {
  readonly snapshot: Snapshot;
  readonly name: Name;
}

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

function askedAt({ textDocument, position }: At, session: Session): Asked | undefined {
  const snapshot = session.get(textDocument.uri);
  if (snapshot === undefined || snapshot.isTooLong) return undefined;
  const offset = snapshot.text.offsetAt(position, session.encoding);
  const name = snapshot.names.find(({ range }) => range.start <= offset && offset <= range.end);
  if (name === undefined) return undefined;
  return { snapshot, name };
}

/** All places of the same name, those in this document first. */
function samePlaces({ snapshot, name }: Asked, session: Session): readonly Place[] {
  // An anchor is known in its own document only.
  const others = name.kind === 'anchor' ? [] : session.projects.filesWith(snapshot.uri);
  return [snapshot, ...others].flatMap((each) => sameNames(each, name).map((same) => ({ snapshot: each, name: same })));
}

function sameNames({ names, isTooLong }: Snapshot, { kind, text }: Name): readonly Name[] {
  return isTooLong ? [] : names.filter((each) => each.kind === kind && each.text === text);
}

function locate({ snapshot, name }: Place, session: Session): Location {
  return { uri: snapshot.uri, range: toRange(snapshot.text, name.range, session) };
}

/** The file that a local name at a position means. */
function fileAt({ textDocument, position }: At, session: Session): Location | undefined {
  const snapshot = session.get(textDocument.uri);
  if (!snapshot?.root) return undefined;
  const offset = snapshot.text.offsetAt(position, session.encoding);
  const link = linksOf(snapshot.root).find(({ range }) => range.start <= offset && offset <= range.end);
  const uri = link?.kind === 'local' ? localUri(link.target, snapshot.host, session) : undefined;
  return uri === undefined ? undefined : fileLocation(uri);
}

export default {
  name: 'navigation',
  capabilities: () => ({ definitionProvider: true, referencesProvider: true, documentHighlightProvider: true }),
  requests: [
    request('textDocument/definition', (params: DefinitionParams, { session }): Location[] => {
      const asked = askedAt(params, session);
      if (asked) {
        const definitions = samePlaces(asked, session).filter(({ name }) => name.isDefinition);
        return definitions.map((place) => locate(place, session));
      }
      const file = fileAt(params, session);
      return file ? [file] : [];
    }),
    request('textDocument/references', (params: ReferenceParams, { session }): Location[] => {
      const asked = askedAt(params, session);
      const places = asked === undefined ? [] : samePlaces(asked, session);
      const wanted = places.filter(({ name }) => params.context?.includeDeclaration || !name.isDefinition);
      return wanted.map((place) => locate(place, session));
    }),
    request('textDocument/documentHighlight', (params: DocumentHighlightParams, { session }): DocumentHighlight[] => {
      const asked = askedAt(params, session);
      if (asked === undefined) return [];
      return sameNames(asked.snapshot, asked.name).map(({ range, isDefinition }) =>
        toDocumentHighlight(asked.snapshot.text, range, isDefinition, session),
      );
    }),
  ],
} satisfies Feature;
