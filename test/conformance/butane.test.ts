// The conformance corpus, group by group: outputs byte for byte, refusals by their code, diagnostics as a multiset.
import { afterAll, describe, expect, test } from 'vitest';
import { compile, type Diagnostic, formatPath, readDocument } from '../../compiler/src/index.ts';
import { allowedGzipExcess, compareOutput, gzipExcess } from './compare-output.ts';
import { type ConformanceCase, type ExpectedDiagnostic, hostOf, readCorpus } from './corpus.ts';

const counts: Record<string, Record<string, number>> = {};

function count(group: string, what: string): void {
  counts[group] ??= {};
  const row = counts[group];
  row[what] = (row[what] ?? 0) + 1;
}

afterAll(() => {
  console.table(counts);
});

describe.each([...readCorpus()])('%s', (group, cases) => {
  const results = cases.map((each) => ({ each, result: run(each) }));

  test('accepted configs give the reference’s output', () => {
    const wrong = results.flatMap(({ each, result }) => {
      const { output } = each.expect;
      if (output === null) return [];
      if (result.output === undefined) return [`${each.id}: refused (${codes(result.diagnostics)})`];
      const comparison = compareOutput(result.output, output);
      count(group, comparison);
      if (gzipExcess(result.output, output) > allowedGzipExcess) return [`${each.id}: gzip is too long`];
      return comparison === 'different' ? [`${each.id}: other output`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('refused configs are refused, with the reference’s code', () => {
    const wrong = results.flatMap(({ each, result }) => {
      if (each.expect.output !== null) return [];
      count(group, 'refused');
      if (result.output !== undefined) return [`${each.id}: accepted`];
      const wanted = each.expect.fatal?.split('+');
      if (wanted === undefined || result.diagnostics.some(({ code }) => wanted.includes(code))) return [];
      return [`${each.id}: ${each.expect.fatal} expected, found ${codes(result.diagnostics)}`];
    });
    expect(wrong).toEqual([]);
  });

  test('accepted configs have exactly the reference’s diagnostics', () => {
    const wrong = results.flatMap(({ each, result }) => {
      if (each.expect.output === null) return [];
      const found = result.diagnostics.filter(({ severity }) => severity !== 'note');
      return difference(describeAll(found, each), each.expect.diagnostics.map(describeExpected), each.id);
    });
    expect(wrong).toEqual([]);
  });

  test('refused configs have at least the reference’s diagnostics', () => {
    const wrong = results.flatMap(({ each, result }) => {
      if (each.expect.output !== null) return [];
      const found = new Set(result.diagnostics.map(({ code }) => code));
      const missing = each.expect.diagnostics.filter(({ code }) => !found.has(code));
      return missing.map((diagnostic) => `${each.id}: ${describeExpected(diagnostic)} is missing`);
    });
    expect(wrong).toEqual([]);
  });
});

function run(each: ConformanceCase) {
  return compile(each.input, {
    host: hostOf(each.files),
    raw: each.options.raw === true,
    pretty: each.options.pretty === true,
  });
}

function codes(diagnostics: readonly Diagnostic[]): string {
  return [...new Set(diagnostics.map(({ code }) => code))].join(', ');
}

function describeAll(diagnostics: readonly Diagnostic[], each: ConformanceCase): string[] {
  const document = readDocument(each.input, '-');
  return diagnostics.map(({ severity, code, path, location }) => {
    const { line, column } = document.lines.at(location.range.start);
    return `${severity} ${code} ${formatPath(path)} ${line}:${column}`;
  });
}

function describeExpected({ severity, code, path, line, col }: ExpectedDiagnostic): string {
  return `${severity} ${code} ${path} ${line}:${col}`;
}

function difference(found: readonly string[], expected: readonly string[], id: string): string[] {
  const rest = [...expected];
  const extra = found.filter((each) => {
    const index = rest.indexOf(each);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return [...extra.map((each) => `${id}: ${each} is extra`), ...rest.map((each) => `${id}: ${each} is missing`)];
}
