// Included configs: compiled and embedded, or folded into the config that includes them; and what can go wrong with that.
import { describe, expect, test } from 'vitest';
import { mapInputs } from '../../compiler/src/map-inputs.ts';
import { type Fragment, readFragments } from '../../compiler/src/project/fragment.ts';
import type { IncludeMode } from '../../compiler/src/project/includes.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { printMerged } from '../../compiler/src/project/merged.ts';

const head = 'variant: fcos\nversion: 1.6.0\n';
const including = (...names: readonly string[]): string =>
  `${head}ignition:\n  config:\n    merge:\n${names.map((name) => `      - local: ${name}\n`).join('')}`;
const withFile = (path: string, mode = '0644'): string =>
  `${head}storage:\n  files:\n    - path: ${path}\n      mode: ${mode}\n`;

function read(files: Readonly<Record<string, string>>, mode: IncludeMode | undefined): readonly Fragment[] {
  const host = { inputs: mapInputs(files, '/p') };
  return readFragments(files['main.bu'] ?? '', 'main.bu', host, mode && { mode, chain: ['/p/main.bu'] });
}

function outputOf(fragments: readonly Fragment[]) {
  const { result, diagnostics } = mergeFreely(fragments);
  return { diagnostics, output: result && JSON.parse(printMerged(result, 'ignition').text) };
}

function embedded(output: { ignition: { config: { merge: readonly { source: string }[] } } }): unknown {
  const source = output.ignition.config.merge[0]?.source ?? '';
  const body = source.slice(source.indexOf(',') + 1);
  return JSON.parse(source.includes(';base64,') ? Buffer.from(body, 'base64').toString() : decodeURIComponent(body));
}

describe('embedded', () => {
  test('a Butane config is compiled', () => {
    const { output, diagnostics } = outputOf(
      read({ 'main.bu': including('sub.bu'), 'sub.bu': withFile('/a') }, 'embed'),
    );
    expect(diagnostics).toEqual([]);
    expect(embedded(output)).toEqual({
      ignition: { version: '3.5.0' },
      storage: { files: [{ path: '/a', mode: 420 }] },
    });
  });

  test('an Ignition config is embedded as it is, and without the option a Butane config too', () => {
    const ignition = '{"ignition": {"version": "3.5.0"}}';
    expect(embedded(outputOf(read({ 'main.bu': including('sub.ign'), 'sub.ign': ignition }, 'embed')).output)).toEqual(
      JSON.parse(ignition),
    );
    const plain = outputOf(read({ 'main.bu': including('sub.bu'), 'sub.bu': head }, undefined)).output;
    expect(plain.ignition.config.merge[0].source).toContain('variant');
  });

  test('an include of an include', () => {
    const files = { 'main.bu': including('a.bu'), 'a.bu': including('b.bu'), 'b.bu': withFile('/b') };
    const inner = embedded(outputOf(read(files, 'embed')).output) as Parameters<typeof embedded>[0];
    expect(embedded(inner)).toMatchObject({ storage: { files: [{ path: '/b' }] } });
  });
});

describe('flattened', () => {
  test('included configs are part of the result', () => {
    const files = {
      'main.bu': including('a.bu', 'b.ign'),
      'a.bu': withFile('/a'),
      'b.ign': '{"ignition":{"version":"3.5.0"},"storage":{"files":[{"path":"/b"}]}}',
    };
    const { output, diagnostics } = outputOf(read(files, 'flatten'));
    expect(diagnostics).toEqual([]);
    expect(output).toEqual({
      ignition: { version: '3.5.0' },
      storage: { files: [{ path: '/a', mode: 420 }, { path: '/b' }] },
    });
  });

  test('inline configs too', () => {
    const main = `${head}ignition:\n  config:\n    merge:\n      - inline: '{"ignition":{"version":"3.5.0"},"passwd":{"users":[{"name":"a"}]}}'\n`;
    expect(outputOf(read({ 'main.bu': main }, 'flatten')).output).toEqual({
      ignition: { version: '3.5.0' },
      passwd: { users: [{ name: 'a' }] },
    });
  });

  test('contradictions are conflicts', () => {
    const files = {
      'main.bu': `${including('a.bu')}storage:\n  files:\n    - path: /a\n      mode: 0600\n`,
      'a.bu': withFile('/a'),
    };
    const { diagnostics, output } = outputOf(read(files, 'flatten'));
    expect(output).toBeUndefined();
    expect(diagnostics.map(({ code, location }) => [code, location.uri])).toEqual([['conflict-value', '/p/a.bu']]);
  });
});

describe('faults', () => {
  const findings = (files: Readonly<Record<string, string>>, mode: IncludeMode = 'embed') =>
    outputOf(read(files, mode)).diagnostics.map(({ code, message, location, notes = [] }) => ({
      code,
      message,
      uri: location.uri,
      chain: notes.flatMap((note) => note.location?.uri ?? []),
    }));

  test.each(['embed', 'flatten'] as const)('a cycle (%s)', (mode) => {
    const files = { 'main.bu': including('a.bu'), 'a.bu': including('b.bu'), 'b.bu': including('a.bu') };
    const found = findings(files, mode);
    const cycle = found.find(({ code }) => code === 'include-cycle');
    expect(cycle?.message).toContain('`/p/a.bu` → `/p/b.bu` → `/p/a.bu`');
    expect(cycle?.chain).toEqual(['/p/a.bu', 'main.bu']);
    expect(found.filter(({ code }) => code === 'local-unreadable')).toEqual([]);
  });

  test('a config that includes itself', () => {
    expect(findings({ 'main.bu': including('main.bu') }).map(({ code }) => code)).toEqual(['include-cycle']);
  });

  test('a missing file, named with the chain', () => {
    const found = findings({ 'main.bu': including('a.bu'), 'a.bu': including('nope.bu') });
    expect(found.find(({ code }) => code === 'local-unreadable')).toMatchObject({ uri: '/p/a.bu', chain: ['main.bu'] });
  });

  test('a fault in an included config', () => {
    const found = findings({ 'main.bu': including('a.bu'), 'a.bu': withFile('relative') });
    expect(found.map(({ code, uri }) => [code, uri]).sort()).toEqual([
      ['include-invalid', 'main.bu'],
      ['path-relative', '/p/a.bu'],
    ]);
  });

  test('a newer version inside an older one', () => {
    const found = findings({ 'main.bu': including('a.bu'), 'a.bu': 'variant: fcos\nversion: 1.7.0\n' });
    expect(found).toMatchObject([{ code: 'include-version', uri: 'main.bu', chain: ['/p/a.bu'] }]);
  });

  test('a MachineConfig', () => {
    const openshift =
      'variant: openshift\nversion: 4.18.0\nmetadata:\n  name: a\n  labels:\n    machineconfiguration.openshift.io/role: worker\n';
    expect(findings({ 'main.bu': including('a.bu'), 'a.bu': openshift }).map(({ code }) => code)).toEqual([
      'include-invalid',
    ]);
  });
});
