// The only place where offsets become positions, and our findings, offers and edits LSP's; features put their answers together of
// these. Positions are those of the client's encoding.
import type {
  CodeAction,
  CompletionItem,
  CompletionItemKind,
  Location,
  Diagnostic as LspDiagnostic,
  TextEdit as LspTextEdit,
  MarkupContent,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Diagnostic,
  docsUrl,
  type Offer,
  type OfferKind,
  type Location as SourceLocation,
  type SourceRange,
  type TextEdit,
} from '../../compiler/src/editor/index.ts';
import type { Session } from './session.ts';
import type { TextDocument } from './text-document.ts';

export function toRange(text: TextDocument, { start, end }: SourceRange, { encoding }: Session): Range {
  return { start: text.positionAt(start, encoding), end: text.positionAt(end, encoding) };
}

/** A place in any document; undefined when its text is not at hand. */
export function toLocation({ uri, range }: SourceLocation, session: Session): Location | undefined {
  const snapshot = session.find(uri);
  return snapshot && { uri: snapshot.uri, range: toRange(snapshot.text, range, session) };
}

const severities = { error: 1, warning: 2, note: 3 } as const;

/** Findings about text that does nothing: editors fade it. */
const unnecessary: ReadonlySet<string> = new Set(['unused-suppression', 'yaml-later-document']);
const faded = 1;

/** More findings than anyone reads make an editor slow. */
const mostDiagnostics = 1000;

/** The findings in one document, as the client can show them. */
export function toDiagnostics(
  text: TextDocument,
  found: readonly Diagnostic[],
  session: Session,
): readonly LspDiagnostic[] {
  const shown = found.slice(0, mostDiagnostics).map((diagnostic) => toDiagnostic(text, diagnostic, session));
  if (found.length <= mostDiagnostics) return shown;
  const message = `only the first ${mostDiagnostics} of ${found.length} findings are shown`;
  return [...shown, { range: toRange(text, { start: 0, end: 0 }, session), severity: 3, source: 'kindling', message }];
}

function toDiagnostic(text: TextDocument, diagnostic: Diagnostic, session: Session): LspDiagnostic {
  const { client, codeLink } = session;
  const { code, severity, message, location, notes = [] } = diagnostic;
  const related = notes.flatMap((note) => {
    const place = note.location && toLocation(note.location, session);
    return place ? [{ location: place, message: note.message }] : [];
  });
  const unplaced = notes.filter((note) => note.location === undefined || !client.relatesDiagnostics);
  const more = unplaced.map((note) => `\n${note.message}`).join('');
  return {
    range: toRange(text, location.range, session),
    severity: severities[severity],
    code,
    ...(client.describesCodes ? { codeDescription: { href: codeLink?.replace('{code}', code) ?? docsUrl(code) } } : {}),
    source: 'kindling',
    message: message + more,
    ...(client.tagsDiagnostics && unnecessary.has(code) ? { tags: [faded] } : {}),
    ...(client.relatesDiagnostics && related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** A diagnostic of the server's own about a whole document. */
export function documentNotice(message: string): LspDiagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: 3, source: 'kindling', message };
}

const itemKinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  key: 10,
  value: 12,
  constant: 20,
  file: 17,
  folder: 19,
  reference: 18,
  unit: 18,
  task: 15,
  code: 21,
};

const snippetFormat = 2;
const adjustIndentation = 2;

/** What is needed to find an offer's page again. */
export interface OfferData {
  readonly uri: string;
  readonly topic: Offer['topic'];
}

export function toCompletionItem(offer: Offer, index: number, text: TextDocument, session: Session): CompletionItem {
  const isSnippet = offer.snippet !== undefined && session.client.takesSnippets;
  const data: OfferData = { uri: text.uri, topic: offer.topic };
  return {
    label: offer.label,
    kind: itemKinds[offer.kind],
    // Clients sort by this text alone; the number keeps our order.
    sortText: String(offer.rank).padStart(2, '0').slice(0, 2) + String(index).padStart(4, '0'),
    ...(offer.filter === undefined ? {} : { filterText: offer.filter }),
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(isSnippet ? { insertTextFormat: snippetFormat, insertTextMode: adjustIndentation } : {}),
    textEdit: {
      range: toRange(text, offer.replace, session),
      newText: isSnippet ? (offer.snippet ?? offer.text) : offer.text,
    },
    ...(offer.goesOn && session.client.takesSnippets
      ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }
      : {}),
    ...(offer.topic === undefined ? {} : { data }),
  };
}

/** Markdown, or its plain text for clients that show nothing else. */
export function toMarkup(markdown: string, { client }: Session): MarkupContent {
  if (client.takesMarkdown) return { kind: 'markdown', value: markdown };
  return { kind: 'plaintext', value: markdown.replaceAll('**', '').replaceAll('`', '') };
}

export function toTextEdits(text: TextDocument, edits: readonly TextEdit[], session: Session): readonly LspTextEdit[] {
  return edits.map((edit) => ({ range: toRange(text, edit.range, session), newText: edit.text }));
}

/** Edits of one open document, bound to its version where the client can check that. */
export function toWorkspaceEdit(text: TextDocument, edits: readonly TextEdit[], session: Session): WorkspaceEdit {
  const changes = [...toTextEdits(text, edits, session)];
  if (!session.client.takesDocumentChanges) return { changes: { [text.uri]: changes } };
  return { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits: changes }] };
}

export interface Action {
  readonly title: string;
  readonly kind: string;
  readonly edits: readonly TextEdit[];
  readonly isPreferred: boolean;
  readonly diagnostics: readonly LspDiagnostic[];
}

export function toCodeAction(action: Action, text: TextDocument, session: Session): CodeAction {
  const { title, kind, edits, isPreferred, diagnostics } = action;
  return {
    title,
    kind,
    ...(diagnostics.length > 0 ? { diagnostics: [...diagnostics] } : {}),
    ...(isPreferred ? { isPreferred } : {}),
    edit: toWorkspaceEdit(text, edits, session),
  };
}
