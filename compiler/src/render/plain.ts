// Diagnostics as lines that programs and people can read: `file:line:column: severity code message`.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Location } from '../text/range.ts';
import { escapeControls, escapeName } from './escape.ts';
import type { Documents, Renderer } from './renderer.ts';

/** One line a diagnostic, and one indented line for each of its notes. Every line ends in a line feed. */
export const renderPlain: Renderer = (diagnostics, documents) =>
  diagnostics.map((diagnostic) => renderOne(diagnostic, documents)).join('');

function renderOne(diagnostic: Diagnostic, documents: Documents): string {
  const { severity, code, message, location, notes = [] } = diagnostic;
  const head = `${place(location, documents)}: ${severity} ${code} ${escapeControls(message)}\n`;
  const tail = notes.map((note) => {
    const at = note.location ? `${place(note.location, documents)}: ` : '';
    return `  ${at}note: ${escapeControls(note.message)}\n`;
  });
  return head + tail.join('');
}

function place({ uri, range }: Location, documents: Documents): string {
  const position = documents.get(uri)?.lines.at(range.start);
  const name = escapeName(uri);
  return position ? `${name}:${position.line}:${position.column}` : name;
}
