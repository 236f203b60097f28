// Findings as lines of text, so that a test can compare what was found with what a fixture marks.
import type { Diagnostic, Document } from '../../compiler/src/index.ts';
import type { ExpectedFinding, Fixture } from './fixture.ts';

/** What was found in a fixture. A message is given only where the fixture gives one for that code and line. */
export function describeFindings(diagnostics: readonly Diagnostic[], document: Document, fixture: Fixture): string[] {
  return diagnostics.map((diagnostic) => describeFinding(diagnostic, document, fixture)).sort();
}

export function describeExpected(fixture: Fixture): string[] {
  return fixture.expected.map(describe).sort();
}

function describeFinding(diagnostic: Diagnostic, document: Document, fixture: Fixture): string {
  const { start, end } = diagnostic.location.range;
  const from = document.lines.at(start);
  const to = document.lines.at(end);
  const length = to.line > from.line ? undefined : Math.max(1, to.column - from.column);
  const { severity, code } = diagnostic;
  const expected = fixture.expected.find((each) => each.code === code && each.start.line === from.line);
  const message = expected?.message === undefined ? undefined : diagnostic.message;
  return describe({ start: from, length, severity, code, message });
}

function describe({ start, length, severity, code, message }: ExpectedFinding): string {
  const place = `${start.line}:${start.column} ${length ?? 'and on'}`;
  return `${place} ${severity} ${code}${message === undefined ? '' : `: ${message}`}`;
}
