// The machine-readable forms conform to their schemas: ours, and the one of SARIF.
import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../compiler/src/diagnostic/diagnostic.ts';
import { renderJson } from '../../compiler/src/render/json.ts';
import type { DiagnosticFix, RenderOptions } from '../../compiler/src/render/renderer.ts';
import { renderSarif } from '../../compiler/src/render/sarif.ts';
import { definitionOf, hostileTexts, sample, sampleOf } from './sample.ts';

/** A fix that puts `fixed` in the place of every finding. */
function fixesOf({ location }: Diagnostic): readonly DiagnosticFix[] {
  return [{ message: 'put it right', edits: [{ location, newText: 'fixed {0}' }] }];
}

const options: RenderOptions = {
  definitionOf,
  fixesOf,
  version: '1.2.3',
  files: ['clean.bu'],
  failures: [{ file: 'x.bu', message: 'no' }],
};
const hostile = sampleOf(
  hostileTexts.map((text, index) => ({
    uri: `${index}/${text}`,
    text: `«${text}»`,
    message: text,
    path: [text],
    notes: [{ message: text }],
  })),
);

function validatorOf(file: string): (value: unknown) => readonly unknown[] {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  // The names of SARIF's dialect (draft 4) are all that Ajv does not know of it.
  expect(`${$schema} ${id}`).toContain('schema');
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(schema as AnySchema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

describe.each([
  ['json', renderJson, '../../compiler/src/render/report.schema.json'],
  ['sarif', renderSarif, './sarif-2.1.0-rtm.5.schema.txt'],
] as const)('%s', (_, render, schema) => {
  const errorsOf = validatorOf(schema);

  test.each([
    ['the sample', sample, options],
    ['the sample without options', sample, {}],
    ['texts that nobody has', { diagnostics: sample.diagnostics, documents: new Map() }, options],
    ['hostile texts', hostile, options],
    ['nothing', { diagnostics: [], documents: new Map() }, {}],
  ] as const)('%s', (_, { diagnostics, documents }, renderOptions) => {
    expect(errorsOf(JSON.parse(render(diagnostics, documents, renderOptions)))).toEqual([]);
  });

  test('a schema refuses what is wrong', () => {
    expect(errorsOf({ version: 3 })).not.toEqual([]);
  });
});

test('the names and messages of a JSON report are those of the findings', () => {
  const report = JSON.parse(renderJson(hostile.diagnostics, hostile.documents)) as {
    diagnostics: { file: string; message: string; path: string[] }[];
  };
  const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ud800');
  expect(report.diagnostics.map(({ message }) => wellFormed(message))).toEqual(hostileTexts);
  expect(report.diagnostics.map(({ path }) => wellFormed(path[0] ?? ''))).toEqual(hostileTexts);
});

test('columns of SARIF are UTF-16 code units, without a byte order mark', () => {
  const { diagnostics, documents } = sampleOf([
    { uri: 'a.bu', text: '\ufeff🎉e\u0301: «🎉x»\n', message: 'columns' },
    { uri: 'b.bu', text: 'a\u2028b\r\n«c\r\nd»e\n', message: 'lines' },
  ]);
  const { runs } = JSON.parse(renderSarif(diagnostics, documents)) as {
    runs: { results: { locations: { physicalLocation: { region: object } }[] }[] }[];
  };
  const regions = runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.region);
  expect(regions).toEqual([
    { startLine: 1, startColumn: 7, endLine: 1, endColumn: 10 },
    { startLine: 3, startColumn: 1, endLine: 4, endColumn: 2 },
  ]);
});

test('messages of SARIF hold no links and no arguments', () => {
  const { diagnostics, documents } = sampleOf([
    { uri: 'a.bu', text: '«x»', message: 'a [click](https://evil.example) \\ {0} `x[0]`' },
    { uri: 'b.bu', text: '«x»', message: '`storage.files[0]` \\' },
  ]);
  const { runs } = JSON.parse(renderSarif(diagnostics, documents)) as {
    runs: { results: { message: { text: string } }[] }[];
  };
  expect(runs[0]?.results.map(({ message }) => message.text)).toEqual([
    'a \\[click\\](https://evil.example) \\\\ {{0}} `x\\[0\\]`',
    '`storage.files[0]` \\',
  ]);
});
