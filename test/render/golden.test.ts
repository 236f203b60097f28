// What each renderer prints for the sample, to the last character.
import { expect, test } from 'vitest';
import type { DiagnosticDefinition } from '../../compiler/src/diagnostic/definition.ts';
import { renderGithub } from '../../compiler/src/render/github.ts';
import { renderJson } from '../../compiler/src/render/json.ts';
import { renderJunit } from '../../compiler/src/render/junit.ts';
import { renderPlain } from '../../compiler/src/render/plain.ts';
import { renderPretty } from '../../compiler/src/render/pretty.ts';
import { renderRawErrors } from '../../compiler/src/render/raw-errors.ts';
import type { Renderer, RenderOptions, Style } from '../../compiler/src/render/renderer.ts';
import { renderSarif } from '../../compiler/src/render/sarif.ts';
import { definitionOf, definitions, sample } from './sample.ts';

const options: RenderOptions = {
  definitionOf,
  version: '1.2.3',
  columns: 80,
  files: ['clean.bu', ...sample.documents.keys()].filter((file) => file !== 'other.bu'),
  failures: [{ file: 'secret.bu', message: 'permission denied' }],
};

const renderers: readonly [file: string, renderer: Renderer][] = [
  ['pretty.txt', renderPretty],
  ['plain.txt', renderPlain],
  ['raw-errors.txt', renderRawErrors],
  ['report.json.txt', renderJson],
  ['report.sarif.txt', renderSarif],
  ['github.txt', renderGithub],
  ['junit.xml', renderJunit],
];

test.each(renderers)('%s', async (file, renderer) => {
  await expect(renderer(sample.diagnostics, sample.documents, options)).toMatchFileSnapshot(`golden/${file}`);
});

test('pretty with style', async () => {
  const style: Style = (role, text) => `<${role}>${text}</${role}>`;
  const first = sample.diagnostics.slice(0, 2);
  await expect(renderPretty(first, sample.documents, { ...options, style })).toMatchFileSnapshot('golden/styled.txt');
});

test.each(renderers)('%s without findings and options', async (file, renderer) => {
  await expect(renderer([], new Map())).toMatchFileSnapshot(`golden/none-${file}`);
});

test('pretty without help that would only repeat the messages', () => {
  const first = sample.diagnostics.slice(0, 1);
  const helpOf = (fixIsInMessages?: true): boolean => {
    const definition = { ...definitions[0], ...(fixIsInMessages && { fixIsInMessages }) } as DiagnosticDefinition;
    return renderPretty(first, sample.documents, { ...options, definitionOf: () => definition }).includes('= help:');
  };
  expect([helpOf(), helpOf(true)]).toEqual([true, false]);
});
