// Configs under `ignition.config` that the reference embeds unchecked: reported inside them, and never part of the verdict.
import { expect, test } from 'vitest';
import { check, compile, mapInputs } from '../compiler/src/index.ts';

const header = 'variant: fcos\nversion: 1.5.0\nignition:\n  config:\n    merge:\n';
const host = {
  inputs: mapInputs({
    'good.ign': '{"ignition": {"version": "3.4.0"}}',
    'broken.ign': '{"ignition": {"version": "3.4.0"},\n "storage": {"files": [{"path": "a"}]}}',
    'unknown.ign': '{"ignition": {"version": "3.99.0"}}',
    'newer.ign': '{"ignition": {"version": "3.6.0"}}',
    'fragment.bu': 'variant: fcos\nversion: 1.5.0\n',
  }),
};

function findings(text: string): string[] {
  const { document, diagnostics, others } = check(text, { path: 'a.bu', hostFor: () => host });
  const texts = new Map([document, ...others].map((each) => [each.uri, each]));
  return diagnostics.map(({ severity, code, location }) => {
    const { line, column } = texts.get(location.uri)?.lines.at(location.range.start) ?? { line: 0, column: 0 };
    return `${location.uri}:${line}:${column} ${severity} ${code}`;
  });
}

test.each([
  ['good.ign', []],
  ['broken.ign', ['/files/broken.ign:2:33 error path-relative']],
  ['unknown.ign', ['/files/unknown.ign:1:26 error ignition-version-unknown']],
  ['newer.ign', ['/files/newer.ign:1:26 error merged-config-newer']],
  ['fragment.bu', ['/files/fragment.bu:1:1 error merged-config-butane']],
])('local %s', (name, expected) => {
  const text = `${header}      - local: ${name}\n`;
  expect(findings(text)).toEqual(expected);
  // The reference embeds it, whatever it is.
  expect(compile(text, { host }).output).toContain('"merge"');
});

test('an inline config of a newer version, at its own place', () => {
  const text = `${header}      - inline: |\n          {"ignition": {"version": "3.6.0"}}\n`;
  expect(findings(text)).toContain('a.bu:7:36 error merged-config-newer');
  expect(compile(text).output).toContain('"merge"');
});
