// Diagnostics as SARIF 2.1.0, the exchange form of code scanning services and editors. One run; only the rules that occur are
// listed. Never reads a file, so it holds no contents and no hashes.
import type { DiagnosticDefinition } from '../diagnostic/definition.ts';
import { type Diagnostic, formatPath } from '../diagnostic/diagnostic.ts';
import { docsUrl, projectUrl } from '../diagnostic/docs-url.ts';
import { rulePage } from '../diagnostic/pages.ts';
import type { LinedText } from '../document.ts';
import type { Location, SourceRange } from '../text/range.ts';
import { escapeControls, escapeJson } from './escape.ts';
import { fileUri } from './file-uri.ts';
import { positionsOf } from './position.ts';
import {
  type DiagnosticFix,
  type Documents,
  type FileFailure,
  filesOf,
  type Renderer,
  type RenderOptions,
  reportName,
} from './renderer.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** One JSON object with a line feed at its end. */
export const renderSarif: Renderer = (diagnostics, documents, options = {}) => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const ruleIndex = new Map(codes.map((code, index) => [code, index]));
  const failures = options.failures ?? [];
  const run = {
    tool: {
      driver: {
        name: 'Kindling',
        informationUri: projectUrl,
        ...(options.version === undefined ? {} : { semanticVersion: options.version }),
        rules: codes.map((code) => ruleOf(code, options.definitionOf?.(code))),
      },
    },
    columnKind: 'utf16CodeUnits',
    // What ends a line for YAML; a reader that knows only the usual ones would count other lines.
    newlineSequences: ['\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029'],
    artifacts: filesOf(diagnostics, options).map((file) => ({ location: artifactLocation(file, options) })),
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        ...(failures.length === 0
          ? {}
          : { toolExecutionNotifications: failures.map((each) => notificationOf(each, options)) }),
      },
    ],
    results: diagnostics.map((each) => resultOf(each, ruleIndex.get(each.code) ?? -1, documents, options)),
  };
  return `${escapeJson(JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2))}\n`;
};

function ruleOf(code: string, definition: DiagnosticDefinition | undefined): object {
  if (definition === undefined) return { id: code, helpUri: docsUrl(code) };
  const { docs, severity } = definition;
  return {
    id: code,
    shortDescription: pageText(docs.what),
    fullDescription: pageText(`${docs.what} ${docs.why}`),
    help: { ...pageText(docs.fix), markdown: rulePage(definition) },
    helpUri: docsUrl(code),
    defaultConfiguration: { level: severity },
  };
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, documents: Documents, options: RenderOptions): object {
  const { code, severity, message, location, path, notes = [] } = diagnostic;
  // Reasons without a place belong to the message.
  const reasons = notes.filter((note) => note.location === undefined).map((note) => note.message);
  const related = notes.flatMap((note) => (note.location ? [{ message: note.message, location: note.location }] : []));
  const fixes = (options.fixesOf?.(diagnostic) ?? []).map((fix) => fixOf(fix, documents, options));
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: messageOf(message, ...reasons),
    locations: [
      {
        physicalLocation: physicalLocation(location, documents, options),
        ...(path.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: formatPath(path) }] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((note, id) => ({
            id,
            message: messageOf(note.message),
            physicalLocation: physicalLocation(note.location, documents, options),
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** One change for each file that a fix touches. */
function fixOf({ message, edits }: DiagnosticFix, documents: Documents, options: RenderOptions): object {
  const files = [...new Set(edits.map(({ location }) => location.uri))];
  return {
    description: messageOf(message),
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactLocation(file, options),
      replacements: edits
        .filter(({ location }) => location.uri === file)
        .map(({ location, newText }) => ({
          deletedRegion: regionOf(documents.get(file), location.range),
          insertedContent: { text: newText },
        })),
    })),
  };
}

function notificationOf({ file, message }: FileFailure, options: RenderOptions): object {
  return {
    level: 'error',
    message: messageOf(`cannot check the file: ${message}`),
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(file, options) } }],
  };
}

function physicalLocation({ uri, range }: Location, documents: Documents, options: RenderOptions): object {
  const document = documents.get(uri);
  return {
    artifactLocation: artifactLocation(uri, options),
    ...(document === undefined ? {} : { region: regionOf(document, range) }),
  };
}

/** Without the text only the offsets are known. */
function regionOf(document: LinedText | undefined, range: SourceRange): object {
  if (document === undefined) return { charOffset: range.start, charLength: range.end - range.start };
  const { start, end } = positionsOf(document, range);
  return {
    startLine: start.line,
    startColumn: start.utf16Column,
    endLine: end.line,
    endColumn: end.utf16Column,
  };
}

function artifactLocation(file: string, options: RenderOptions): { readonly uri: string } {
  return { uri: fileUri(reportName(file, options)) };
}

/**
 * A message as SARIF wants it (§3.11.5 and §3.11.6 of the standard): braces are doubled, as single ones stand for arguments, and
 * what would be a link is none.
 */
function messageOf(...lines: readonly string[]): { readonly text: string } {
  const text = lines.map(escapeControls).join('\n');
  const unlinked = /\]\(/.test(text) ? text.replace(/[[\]\\]/g, '\\$&') : text;
  return { text: unlinked.replace(/[{}]/g, '$&$&') };
}

/** A text of ours, which takes no arguments: viewers show it as it stands. */
function pageText(text: string): { readonly text: string } {
  return { text };
}
