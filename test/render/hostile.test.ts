// Names and contents that try to be more than text: for every renderer and every place where they can occur.
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../compiler/src/diagnostic/diagnostic.ts';
import { renderGithub } from '../../compiler/src/render/github.ts';
import { renderJson } from '../../compiler/src/render/json.ts';
import { renderJunit } from '../../compiler/src/render/junit.ts';
import { renderPlain } from '../../compiler/src/render/plain.ts';
import { renderPretty } from '../../compiler/src/render/pretty.ts';
import { renderRawErrors } from '../../compiler/src/render/raw-errors.ts';
import type { Renderer } from '../../compiler/src/render/renderer.ts';
import { renderSarif } from '../../compiler/src/render/sarif.ts';
import { definitionOf, hostileTexts, type Sample, sampleOf } from './sample.ts';

const renderers: Readonly<Record<string, Renderer>> = {
  pretty: renderPretty,
  plain: renderPlain,
  'raw-errors': renderRawErrors,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  junit: renderJunit,
};

/** A finding with a hostile text as name, line of source, message, path and note. */
function hostileSample(text: string): Sample {
  const note = { message: text, uri: `${text}/note.bu`, text: `«${text}»: ${text}\n` };
  return sampleOf([
    { uri: text, text: `${text}\nkey: «${text}»${text}\n${text}\n`, message: text, path: [text, 0], notes: [note] },
  ]);
}

describe.each(Object.entries(renderers))('%s', (name, render) => {
  test.each(hostileTexts.map((text) => [text] as const))('%j', (text) => {
    const { diagnostics, documents } = hostileSample(text);
    const failures = [{ file: text, message: text }];
    for (const texts of [documents, new Map()]) {
      const report = render(diagnostics, texts, { definitionOf, failures, files: [text] });
      expect(report).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
      );
      expect(report).not.toMatch(/[\u{e0000}-\u{e007f}]|\p{Cs}/u);
      const commands = report.split('\n').filter((line) => /^\s*::/.test(line));
      expect(commands).toHaveLength(name === 'github' ? 2 : 0);
      if (name !== 'json' && name !== 'sarif') expect(report).not.toMatch(/##[a-z]*\[/i);
    }
  });
});

test('JSON in a log obeys nobody either', () => {
  const { diagnostics, documents } = hostileSample('##vso[task.setvariable variable=x]y');
  for (const render of [renderJson, renderSarif]) {
    expect(render(diagnostics, documents)).not.toMatch(/##[a-z]*\[/i);
  }
});

test('a workflow command has its own properties only', () => {
  const { diagnostics, documents } = hostileSample('a,line=1::x%0Ab:c');
  const [line = ''] = renderGithub(diagnostics, documents).split('\n');
  const [, properties = '', message = ''] = /^::error (.*?)::(.*)$/.exec(line) ?? [];
  expect(properties.split(',').map((property) => property.split('=')[0])).toEqual([
    'file',
    'line',
    'endLine',
    'col',
    'endColumn',
    'title',
  ]);
  expect(properties).toContain('file=a%2Cline=1%3A%3Ax%250Ab%3Ac,');
  expect(message).toContain('a,line=1::x%250Ab:c');
});

test('JUnit holds the elements of JUnit only', () => {
  for (const text of hostileTexts) {
    const { diagnostics, documents } = hostileSample(text);
    const report = renderJunit(diagnostics, documents, { failures: [{ file: text, message: text }] });
    const withoutElements = report.replace(
      /<\?xml [^<>]*\?>|<\/?(testsuites|testsuite|testcase|failure|error|system-out)( [a-z]+="[^"<>&]*(&(amp|lt|gt|quot|apos);[^"<>&]*)*")*\/?>/g,
      '',
    );
    expect(withoutElements).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot|apos);)/);
  }
});

test('a report of a broken place is still a report', () => {
  const { documents } = sampleOf([{ uri: 'a.bu', text: '«a»: 1\n', message: '' }]);
  const ranges = [
    { start: -5, end: -1 },
    { start: 3, end: 1 },
    { start: 1000, end: 2000 },
    { start: 0, end: 1e9 },
  ];
  for (const range of ranges) {
    const broken: Diagnostic = {
      code: 'sample-error',
      severity: 'error',
      message: 'm',
      location: { uri: 'a.bu', range },
      path: [],
    };
    for (const render of Object.values(renderers)) expect(render([broken], documents)).toContain('sample-error');
  }
});
