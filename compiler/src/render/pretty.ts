// Diagnostics for people: the line of source with the exact range marked, why, how to mend it, and where to read more.
// Knows no terminal: emphasis comes from the option `style`, the width from `columns`.
import type { Diagnostic, DiagnosticNote, Severity } from '../diagnostic/diagnostic.ts';
import { isSettled } from '../diagnostic/settled.ts';
import type { Location } from '../text/range.ts';
import { escapeControls } from './escape.ts';
import { frameLines, lastLine } from './frame.ts';
import { type Documents, plainStyle, type Renderer, type RenderOptions, type Style } from './renderer.ts';

const defaultColumns = 100;
const contextLines = 1;

/** A block of lines for each diagnostic, with an empty line between two. */
export const renderPretty: Renderer = (diagnostics, documents, options = {}) => {
  const explained = new Set<string>();
  return diagnostics
    .map((diagnostic) => {
      // How to mend a thing is said once a report, of what needs mending; the message says it for the case at hand.
      const isFirst = !explained.has(diagnostic.code) && !isSettled(diagnostic);
      if (isFirst) explained.add(diagnostic.code);
      return `${blockLines(diagnostic, documents, options, isFirst).join('\n')}\n`;
    })
    .join('\n');
};

interface Layout {
  readonly documents: Documents;
  readonly gutter: number;
  readonly columns: number;
  readonly style: Style;
}

function blockLines(
  diagnostic: Diagnostic,
  documents: Documents,
  options: RenderOptions,
  isFirst: boolean,
): readonly string[] {
  const { severity, code, message, location, notes = [] } = diagnostic;
  const style = options.style ?? plainStyle;
  const columns = options.columns ?? defaultColumns;
  const layout: Layout = { documents, gutter: gutterOf(diagnostic, documents), columns, style };
  const head = `${style(severity, `${severity}[${code}]`)}: ${style('message', escapeControls(message))}`;
  const definition = isFirst ? options.definitionOf?.(code) : undefined;
  const help = definition?.fixIsInMessages ? undefined : definition?.docs.fix;
  return [
    head,
    ...placeLines(location, layout, '^', severity, contextLines),
    ...notes.flatMap((note) => noteLines(note, layout)),
    ...(help === undefined ? [] : [footLine('help', help, layout)]),
    footLine('see', `kindling rules ${code}`, layout),
  ];
}

function noteLines({ message, location }: DiagnosticNote, layout: Layout): readonly string[] {
  if (location === undefined) return [footLine('note', message, layout)];
  const head = `${layout.style('note', 'note')}: ${escapeControls(message)}`;
  return [head, ...placeLines(location, layout, '-', 'note', 0)];
}

/** `--> file:line:column` and the frame below it. */
function placeLines(
  { uri, range }: Location,
  layout: Layout,
  mark: string,
  role: Severity,
  context: number,
): readonly string[] {
  const { documents, gutter, columns, style } = layout;
  const indent = ' '.repeat(gutter);
  const document = documents.get(uri);
  const name = escapeControls(uri);
  if (document === undefined) return [`${indent}${style('gutter', '-->')} ${name}`];
  const { line, column } = document.lines.at(range.start);
  const bar = style('gutter', `${indent} |`);
  const frame = frameLines(document, range, { mark, role, context, gutter, columns, style });
  return [`${indent}${style('gutter', '-->')} ${name}:${line}:${column}`, bar, ...frame];
}

/** ` = help: …`, each further line of the text below the first. */
function footLine(label: string, text: string, { gutter, style }: Layout): string {
  const indent = ' '.repeat(gutter);
  const [first = '', ...rest] = text.split('\n').map(escapeControls);
  const head = `${indent} ${style('gutter', '=')} ${style('label', `${label}:`)} ${first}`;
  return [head, ...rest.map((line) => `${indent}   ${' '.repeat(label.length + 1)} ${line}`)].join('\n');
}

/** Digits of the largest line number that a diagnostic shows. */
function gutterOf({ location, notes = [] }: Diagnostic, documents: Documents): number {
  const places = [
    { location, context: contextLines },
    ...notes.map((note) => ({ location: note.location, context: 0 })),
  ];
  const lines = places.map(({ location: place, context }) => {
    const document = place && documents.get(place.uri);
    return place && document ? lastLine(document, place.range, context) : 1;
  });
  return String(lines.reduce((one, other) => Math.max(one, other), 1)).length;
}
