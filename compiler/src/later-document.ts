// A second YAML document, which the reference drops in silence. Says so; never reads it.
import yamlLaterDocument from './diagnostic/codes/yaml-later-document.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic, Severity } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';

/** The finding about a later document, if there is one. For `compile` it is a note: its verdict is the reference's. */
export function laterDocumentFindings(document: Document, severity: Severity): readonly Diagnostic[] {
  const { laterDocument, uri } = document;
  if (laterDocument === undefined) return [];
  const message = 'what begins here is not compiled: a config is the first YAML document of its file';
  return [report(yamlLaterDocument, { location: { uri, range: laterDocument }, path: [] }, message, { severity })];
}
