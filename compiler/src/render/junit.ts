// Diagnostics as JUnit XML, for CI systems that show test results: a suite for each file. Errors fail, as they do in the
// verdict; warnings and notes are output of a test that passes.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { seeText } from '../diagnostic/docs-url.ts';
import { escapeControls } from './escape.ts';
import { renderPlain } from './plain.ts';
import { type Documents, type FileFailure, filesOf, type Renderer } from './renderer.ts';

/** One XML document with a line feed at its end. */
export const renderJunit: Renderer = (diagnostics, documents, options = {}) => {
  const failures = options.failures ?? [];
  const byFile = new Map<string, Diagnostic[]>(filesOf(diagnostics, options).map((file) => [file, []]));
  for (const diagnostic of diagnostics) byFile.get(diagnostic.location.uri)?.push(diagnostic);
  const suites = [
    ...[...byFile].flatMap(([file, found]) => suite(file, found, documents)),
    ...failures.flatMap(failureSuite),
  ];
  const errors = countErrors(diagnostics);
  const tests = [...byFile.values()].reduce((sum, found) => sum + Math.max(1, found.length), failures.length);
  const counts = `tests="${tests}" failures="${errors}" errors="${failures.length}"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kindling" ${counts}>`,
    ...suites,
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
};

function suite(file: string, found: readonly Diagnostic[], documents: Documents): readonly string[] {
  const name = escapeXml(file);
  const head = `  <testsuite name="${name}" tests="${Math.max(1, found.length)}" failures="${countErrors(found)}" errors="0">`;
  const cases = found.map((diagnostic) => testCase(diagnostic, name, documents));
  const passed = `    <testcase name="no findings" classname="${name}"/>`;
  return [head, ...(cases.length > 0 ? cases : [passed]), '  </testsuite>'];
}

function testCase(diagnostic: Diagnostic, file: string, documents: Documents): string {
  const { code, severity, message, location } = diagnostic;
  const position = documents.get(location.uri)?.lines.at(location.range.start);
  const at = position ? ` at ${position.line}:${position.column}` : '';
  const line = position ? ` line="${position.line}"` : '';
  const head = `    <testcase name="${code}${at}" classname="${file}" file="${file}"${line}>`;
  const text = escapeXmlLines(`${renderPlain([diagnostic], documents)}${seeText(code)}`);
  const body =
    severity === 'error'
      ? `<failure type="${code}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `${head}${body}</testcase>`;
}

function failureSuite({ file, message }: FileFailure): readonly string[] {
  const name = escapeXml(file);
  const error = `<error type="unreadable" message="${escapeXml(message)}"/>`;
  return [
    `  <testsuite name="${name}" tests="1" failures="0" errors="1">`,
    `    <testcase name="readable" classname="${name}" file="${name}">${error}</testcase>`,
    '  </testsuite>',
  ];
}

function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** On one line; control characters become visible escapes, as XML cannot hold them at all. */
function escapeXml(text: string): string {
  return escapeControls(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}

function escapeXmlLines(text: string): string {
  return text.split('\n').map(escapeXml).join('\n');
}
