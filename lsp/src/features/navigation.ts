// Definition, references and highlights of names: units, users, labels, arrays, anchors; and the way from a local name to its
// file. Units named inside units count.
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
  /** All places of the same name, itself included. */
  readonly same: readonly Name[];
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
  const same = snapshot.names.filter(({ kind, text }) => kind === name.kind && text === name.text);
  return { snapshot, name, same };
}

function locate({ snapshot }: Asked, { range }: Name, session: Session): Location {
  return { uri: snapshot.uri, range: toRange(snapshot.text, range, session) };
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
        const definitions = asked.same.filter(({ isDefinition }) => isDefinition);
        return definitions.map((name) => locate(asked, name, session));
      }
      const file = fileAt(params, session);
      return file ? [file] : [];
    }),
    request('textDocument/references', (params: ReferenceParams, { session }): Location[] => {
      const asked = askedAt(params, session);
      const wanted = asked?.same.filter(({ isDefinition }) => params.context?.includeDeclaration || !isDefinition);
      return asked && wanted ? wanted.map((name) => locate(asked, name, session)) : [];
    }),
    request('textDocument/documentHighlight', (params: DocumentHighlightParams, { session }): DocumentHighlight[] => {
      const asked = askedAt(params, session);
      if (asked === undefined) return [];
      return asked.same.map(({ range, isDefinition }) =>
        toDocumentHighlight(asked.snapshot.text, range, isDefinition, session),
      );
    }),
  ],
} satisfies Feature;
