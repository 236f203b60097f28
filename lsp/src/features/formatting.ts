// Formatting: of a document, of a range, of an embedded text, and of what lies above the cursor when a line is ended. All of it is
// the formatter's; here its edits are only handed on. A document that it leaves as it is stays so, and the log says why.
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { type FormatResult, formatDocument, formatEmbedded, formatRange } from '../../../compiler/src/editor/index.ts';
import { toTextEdits } from '../convert.ts';
import { type Feature, type RequestContext, request } from '../feature.ts';
import type { Snapshot } from '../snapshot.ts';

function editsOf(result: FormatResult, snapshot: Snapshot, { session, log }: RequestContext): TextEdit[] | null {
  if (result.kind === 'formatted') return [...toTextEdits(snapshot.text, result.edits, session)];
  log(result.kind === 'left' ? `not formatted: ${result.reason}` : 'not formatted: the document has faults of syntax');
  return null;
}

/** JSON and other languages have formatters of their own. */
function formattable(uri: string, { session }: RequestContext): Snapshot | undefined {
  const snapshot = session.get(uri);
  const isOurs = snapshot?.kind === 'butane' || snapshot?.kind === 'project';
  if (snapshot === undefined || !isOurs || snapshot.isTooLong) return undefined;
  return /^\ufeff?\s*\{/.test(snapshot.text.text.slice(0, 400)) ? undefined : snapshot;
}

export default {
  name: 'formatting',
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  }),
  requests: [
    request('textDocument/formatting', ({ textDocument }: DocumentFormattingParams, context) => {
      const snapshot = formattable(textDocument.uri, context);
      return snapshot ? editsOf(formatDocument(snapshot.document), snapshot, context) : null;
    }),
    request('textDocument/rangeFormatting', async ({ textDocument, range }: DocumentRangeFormattingParams, context) => {
      const snapshot = formattable(textDocument.uri, context);
      if (snapshot === undefined) return null;
      const wanted = snapshot.text.rangeAt(range, context.session.encoding);
      // A selection inside of an embedded text means that text, as a whole: the document around it has nothing to format there.
      const part = snapshot.parts.find(({ start, end }) => start < wanted.start && wanted.end <= end);
      if (part) return toTextEdits(snapshot.text, await formatEmbedded(snapshot.document, part), context.session);
      return editsOf(formatRange(snapshot.document, wanted), snapshot, context);
    }),
    request('textDocument/onTypeFormatting', ({ textDocument, position }: DocumentOnTypeFormattingParams, context) => {
      const snapshot = formattable(textDocument.uri, context);
      if (snapshot === undefined || snapshot.document.problems.length > 0) return null;
      const { encoding } = context.session;
      const line = { line: position.line, character: 0 };
      const start = snapshot.text.offsetAt(line, encoding);
      const before = snapshot.text.offsetAt({ line: Math.max(0, position.line - 1), character: 0 }, encoding);
      const result = formatRange(snapshot.document, { start: before, end: Math.max(before, start - 1) });
      if (result.kind !== 'formatted') return null;
      // Only the line that has been ended: what is at the cursor is being written.
      const edits = result.edits.filter(({ range }) => range.start >= before && range.end < start);
      const isPart = edits.length < result.edits.length;
      return isPart ? null : [...toTextEdits(snapshot.text, edits, context.session)];
    }),
  ],
} satisfies Feature;
