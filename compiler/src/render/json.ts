// Diagnostics as data. The form is described by `report.schema.json` beside this file; `version` changes when a reader of the
// old form could be misled, new members may come at any time.
import { type Diagnostic, type DiagnosticNote, formatPath } from '../diagnostic/diagnostic.ts';
import { docsUrl } from '../diagnostic/docs-url.ts';
import type { Location } from '../text/range.ts';
import { escapeJson } from './escape.ts';
import { type PositionRange, positionsOf } from './position.ts';
import { type DiagnosticFix, type Documents, filesOf, type Renderer, type RenderOptions } from './renderer.ts';

const reportVersion = 1;

/** One JSON object with a line feed at its end. */
export const renderJson: Renderer = (diagnostics, documents, options = {}) => {
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
  const report = {
    version: reportVersion,
    tool: { name: 'kindling', ...(options.version === undefined ? {} : { version: options.version }) },
    summary: {
      files: filesOf(diagnostics, options).length,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
    },
    diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, documents, options)),
    failures: (options.failures ?? []).map(({ file, message }) => ({ file, message })),
  };
  return `${escapeJson(JSON.stringify(report, undefined, 2))}\n`;
};

function diagnosticOf(diagnostic: Diagnostic, documents: Documents, options: RenderOptions): object {
  const { code, severity, message, location, path, notes = [] } = diagnostic;
  const fixes = options.fixesOf?.(diagnostic) ?? [];
  const help = options.definitionOf?.(code)?.docs.fix;
  return {
    code,
    severity,
    message,
    ...placeOf(location, documents),
    path: [...path],
    pathText: formatPath(path),
    notes: notes.map((note) => noteOf(note, documents)),
    ...(help === undefined ? {} : { help }),
    url: docsUrl(code),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, documents)) }),
  };
}

function noteOf({ message, location }: DiagnosticNote, documents: Documents): object {
  return { message, ...(location ? placeOf(location, documents) : {}) };
}

function fixOf({ message, edits }: DiagnosticFix, documents: Documents): object {
  return {
    message,
    edits: edits.map(({ location, newText }) => ({ ...placeOf(location, documents), newText })),
  };
}

/** A place in a text that nobody has has no range. */
function placeOf({ uri, range }: Location, documents: Documents): { file: string; range?: PositionRange } {
  const document = documents.get(uri);
  return document ? { file: uri, range: positionsOf(document, range) } : { file: uri };
}
