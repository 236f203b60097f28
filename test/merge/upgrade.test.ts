// Configs of different versions meet at the newest one, as Ignition raises them; what that loses is said.
import { describe, expect, test } from 'vitest';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeExactly } from '../../compiler/src/project/merge-exactly.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { printMerged } from '../../compiler/src/project/merged.ts';
import { ignitionVersion } from '../../spec/resolve.ts';
import { upgradeLosses } from '../../spec/upgrades.ts';
import { places } from '../spec/walk.ts';

const config = (version: string, body: object): string => JSON.stringify({ ignition: { version }, ...body });

function raise(version: string, body: object, to: string) {
  const fragments = [config(version, body), config(to, {})].flatMap((text, index) =>
    readFragments(text, `${index}.ign`, {}),
  );
  return [mergeExactly(fragments), mergeFreely(fragments)].map(({ result, diagnostics }) => ({
    output: result && JSON.parse(printMerged(result, 'ignition').text),
    findings: diagnostics
      .filter(({ code }) => code === 'upgrade-loss')
      .map(({ location, notes = [] }) => [location.uri, ...notes.flatMap((note) => note.location?.uri ?? [])]),
  }));
}

describe.each([0, 1])('%i', (semantics) => {
  const raised = (version: string, body: object, to: string) => raise(version, body, to)[semantics];

  test('the result is of the newest version', () => {
    expect(raised('3.0.0', { storage: { files: [{ path: '/a' }] } }, '3.6.0')).toEqual({
      output: { ignition: { version: '3.6.0' }, storage: { files: [{ path: '/a' }] } },
      findings: [],
    });
  });

  test('texts that were always there stay there when they become nullable', () => {
    const body = {
      storage: { luks: [{ name: 'a', device: '/dev/a', clevis: { custom: { pin: 'sss', config: '{}' } } }] },
    };
    const luks = raised('3.2.0', body, '3.4.0')?.output.storage.luks;
    expect(luks).toEqual([{ clevis: { custom: { config: '{}', pin: 'sss' } }, device: '/dev/a', name: 'a' }]);
    const raid = raised(
      '3.0.0',
      { storage: { raid: [{ name: 'a', level: 'raid1', devices: ['/dev/a', '/dev/b'] }] } },
      '3.3.0',
    );
    expect(raid?.output.storage.raid).toEqual([{ devices: ['/dev/a', '/dev/b'], level: 'raid1', name: 'a' }]);
  });

  test('special bits of modes are lost from 3.6.0 on, with both places', () => {
    const files = {
      storage: {
        files: [{ path: '/a', mode: 0o4755 }],
        directories: [
          { path: '/b', mode: 0o1777 },
          { path: '/c', mode: 0o755 },
        ],
      },
    };
    const { output, findings } = raised('3.5.0', files, '3.6.0') ?? {};
    expect(output.storage).toEqual({
      directories: [
        { path: '/b', mode: 0o777 },
        { path: '/c', mode: 0o755 },
      ],
      files: [{ path: '/a', mode: 0o755 }],
    });
    expect(findings).toEqual([
      ['0.ign', '1.ign'],
      ['0.ign', '1.ign'],
    ]);
    expect(raised('3.4.0', files, '3.5.0')?.output.storage.files).toEqual([{ path: '/a', mode: 0o4755 }]);
    expect(raised('3.6.0', files, '3.7.0-experimental')?.findings).toEqual([]);
  });

  test('advertisements are lost from 3.5.0 on', () => {
    const tang = [{ url: 'https://tang.example.com', thumbprint: 'a', advertisement: '{}' }];
    const body = { storage: { luks: [{ name: 'a', device: '/dev/a', clevis: { tang } }] } };
    const { output, findings } = raised('3.4.0', body, '3.6.0') ?? {};
    expect(output.storage.luks[0].clevis.tang).toEqual([{ thumbprint: 'a', url: 'https://tang.example.com' }]);
    expect(findings).toEqual([['0.ign', '1.ign']]);
    expect(raised('3.5.0', body, '3.6.0')?.findings).toEqual([]);
  });
});

test('every loss is about a field that exists, at a version that exists', () => {
  for (const { to, path } of upgradeLosses) {
    expect(ignitionVersion(to)?.version).toBe(to);
    expect(places.map((place) => place.path)).toContain(path);
  }
});
