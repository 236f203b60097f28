// Diagnostics as Butane's `--raw-errors` prints them, for scripts that read its lines:
// `error at $.storage.files.0.path, line 5 col 13: message`.
import { type Diagnostic, formatPath } from '../diagnostic/diagnostic.ts';
import { escapeControls } from './escape.ts';
import type { Documents, Renderer } from './renderer.ts';

/** One line a diagnostic, its code in brackets at the end. Notes have no place in this form. */
export const renderRawErrors: Renderer = (diagnostics, documents) =>
  diagnostics.map((diagnostic) => `${rawLine(diagnostic, documents)}\n`).join('');

function rawLine({ severity, code, message, location, path }: Diagnostic, documents: Documents): string {
  const position = documents.get(location.uri)?.lines.at(location.range.start);
  const places = [
    ...(path.length > 0 ? [escapeControls(formatPath(path))] : []),
    ...(position ? [`line ${position.line} col ${position.column}`] : []),
  ];
  const at = places.length > 0 ? ` at ${places.join(', ')}` : '';
  return `${severity}${at}: ${escapeControls(message)} [${code}]`;
}
