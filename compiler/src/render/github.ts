// Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines that they are about.
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts';
import { seeText } from '../diagnostic/docs-url.ts';
import { escapeControls } from './escape.ts';
import { type PositionRange, positionsOf } from './position.ts';
import { type Documents, type FileFailure, type Renderer, type RenderOptions, reportName } from './renderer.ts';

/** One command, on one line, for each diagnostic and each file that could not be checked. */
export const renderGithub: Renderer = (diagnostics, documents, options = {}) =>
  [
    ...(options.failures ?? []).map((failure) => failureCommand(failure, options)),
    ...diagnostics.map((diagnostic) => diagnosticCommand(diagnostic, documents, options)),
  ]
    .map((line) => `${line}\n`)
    .join('');

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function diagnosticCommand(diagnostic: Diagnostic, documents: Documents, options: RenderOptions): string {
  const { code, severity, message, location, notes = [] } = diagnostic;
  const document = documents.get(location.uri);
  const place = document ? placeProperties(positionsOf(document, location.range)) : [];
  const properties: readonly Property[] = [
    ['file', reportName(location.uri, options)],
    ...place,
    ['title', `Kindling: ${code}`],
  ];
  const noteTexts = notes.map((note) => {
    const at = note.location;
    const line = at && documents.get(at.uri)?.lines.at(at.range.start).line;
    return at === undefined || line === undefined
      ? note.message
      : `${reportName(at.uri, options)}:${line}: ${note.message}`;
  });
  return command(commands[severity], properties, [message, ...noteTexts, seeText(code)]);
}

function failureCommand({ file, message }: FileFailure, options: RenderOptions): string {
  const properties: readonly Property[] = [
    ['file', reportName(file, options)],
    ['title', 'Kindling'],
  ];
  return command('error', properties, [`cannot check the file: ${message}`]);
}

type Property = readonly [name: string, value: string | number];

/** Columns are shown only for a range on one line, and refused by GitHub for others. */
function placeProperties({ start, end }: PositionRange): readonly Property[] {
  // A range that ends with a line break ends on its line, not on the next.
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const lines: readonly Property[] = [
    ['line', start.line],
    ['endLine', endLine],
  ];
  if (start.line !== end.line) return lines;
  return [...lines, ['col', start.column], ['endColumn', Math.max(start.column, end.column)]];
}

function command(name: string, properties: readonly Property[], lines: readonly string[]): string {
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${name} ${list}::${lines.map((line) => escapeData(escapeControls(line))).join('%0A')}`;
}

/** The escapes of the runner's own toolkit. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(escapeControls(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
