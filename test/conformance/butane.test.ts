// The conformance corpus, group by group: outputs byte for byte, refusals by their code, diagnostics as a multiset.
import { afterAll, describe, expect, test } from 'vitest';
import { compile, type Diagnostic, formatPath, readDocument } from '../../compiler/src/index.ts';
import type { SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
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
      return difference(each, describeAll(found, each));
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

/**
 * What is extra or missing. Positions count where the path exists in the source; a finding whose path the source lacks, or
 * that is about a config embedded in it, is only counted: see differences.md.
 */
function difference(each: ConformanceCase, found: readonly string[]): string[] {
  const rest = [...found];
  const take = (matches: (finding: string) => boolean): boolean => {
    const index = rest.findIndex(matches);
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  };
  const unmatched = each.expect.diagnostics.filter(
    (wanted) => !take((finding) => finding === describeExpected(wanted)),
  );
  const { root } = readDocument(each.input, '-');
  const missing = unmatched.filter((wanted) => {
    const head = `${wanted.severity} ${wanted.code} `;
    const isPlaced = hasPath(root, wanted.path.split('.').slice(1));
    return !take((finding) => finding.startsWith(head) && (!isPlaced || finding.includes('.inline.')));
  });
  return [
    ...rest.map((finding) => `${each.id}: ${finding} is extra`),
    ...missing.map((wanted) => `${each.id}: ${describeExpected(wanted)} is missing`),
  ];
}

function hasPath(node: SyntaxNode, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (node.kind === 'map') {
    const pair = node.pairs.find(({ key }) => key.kind === 'scalar' && key.text === step);
    return pair !== undefined && hasPath(pair.value, rest);
  }
  const item = node.kind === 'seq' ? node.items[Number(step)] : undefined;
  return item !== undefined && hasPath(item, rest);
}
