// Where values come from, and what differs between configs.
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { diffObjects } from '../../compiler/src/project/diff.ts';
import { explain } from '../../compiler/src/project/explain.ts';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { config as configSpec } from '../../spec/shapes/config.ts';

const head = 'variant: fcos\nversion: 1.6.0\n';

describe('explain', () => {
  const base = `${head}storage:\n  files:\n    - path: /etc/a\n      mode: 0644\n      contents:\n        inline: a\n  filesystems:\n    - device: /dev/vdb\n      format: xfs\n      path: /var/x\n      with_mount_unit: true\n`;
  const node = `${head}storage:\n  files:\n    - path: /etc/a # kindling: override\n      mode: 0600\npasswd:\n  users:\n    - name: jane\n`;
  const fragments = [...readFragments(base, 'base.bu', {}), ...readFragments(node, 'node.bu', {})];
  const merged = mergeFreely(fragments);
  const explained = (query: string) =>
    (merged.result ? explain(query, merged.result, merged.fragments) : []).map(({ path, values }) => [
      path,
      values.map(({ path: field, origin, others }) => [
        field,
        origin.location.uri,
        origin.by,
        others.map(({ isSame, value }) => `${isSame ? 'same' : 'overridden'} ${value.origin.location.uri}`),
      ]),
    ]);

  test('a file: what gave each field, and what it overrode', () => {
    expect(explained('/etc/a')).toEqual([
      [
        'storage.files[/etc/a]',
        [
          ['path', 'node.bu', undefined, ['same base.bu']],
          ['contents.compression', 'base.bu', 'inline', []],
          ['contents.source', 'base.bu', 'inline', []],
          ['mode', 'node.bu', undefined, ['overridden base.bu']],
        ],
      ],
    ]);
  });

  test('a unit of sugar, a user, a device, a JSON pointer', () => {
    const fields = (query: string) => explained(query).map(([path, values]) => [path, (values ?? []).toString()]);
    expect(fields('var-x.mount')).toEqual([
      [
        'systemd.units[var-x.mount]',
        'contents,base.bu,with_mount_unit,,enabled,base.bu,with_mount_unit,,name,base.bu,with_mount_unit,',
      ],
    ]);
    expect(fields('jane')).toEqual([['passwd.users[jane]', 'name,node.bu,,']]);
    expect(fields('/dev/vdb')).toEqual([
      ['storage.filesystems[/dev/vdb]', 'device,base.bu,,,format,base.bu,,,path,base.bu,,'],
    ]);
    expect(fields('/storage/files/0/mode')).toEqual([['storage.files[/etc/a].mode', ',node.bu,,overridden base.bu']]);
    expect(explained('/nowhere')).toEqual([]);
  });
});

describe('diff', () => {
  const configOf = (config: object) => {
    const [fragment] = readFragments(JSON.stringify({ ignition: { version: '3.5.0' }, ...config }), 'a.ign', {});
    expect(fragment?.diagnostics).toEqual([]);
    return fragment?.content?.config;
  };
  const diff = (before: object, after: object) =>
    diffObjects(configOf(before), configOf(after), configSpec, { base: '3.5.0' }, (bytes) => gunzipSync(bytes)).map(
      ({ kind, path }) => `${kind} ${path}`,
    );
  const file = (contents: object, more: object = {}) => ({ storage: { files: [{ path: '/a', contents, ...more }] } });
  const packed = `data:;base64,${gzipSync('hello').toString('base64')}`;

  test('order, spelling and packing of contents do not count', () => {
    const units = [{ name: 'a.service' }, { name: 'b.service' }];
    expect(diff({ systemd: { units } }, { systemd: { units: units.toReversed() } })).toEqual([]);
    expect(diff(file({ source: 'data:,hello' }), file({ source: 'data:;base64,aGVsbG8=' }))).toEqual([]);
    expect(diff(file({ source: 'data:,hello' }), file({ source: packed, compression: 'gzip' }))).toEqual([]);
  });

  test('what a machine notices does', () => {
    expect(diff(file({ source: 'data:,a' }), file({ source: packed, compression: 'gzip' }))).toEqual([
      'changed storage.files[/a].contents',
    ]);
    expect(diff(file({}), file({}, { mode: 0o600 }))).toEqual(['added storage.files[/a].mode']);
    expect(diff(file({ source: 'data:,a' }), {})).toEqual([
      'removed storage.files[/a]',
      'removed storage.files[/a].path',
      'removed storage.files[/a].contents',
    ]);
    expect(diff(file({ source: 'data:,a' }), file({ source: 'https://example.com/a' }))).toEqual([
      'changed storage.files[/a].contents.source',
    ]);
    const keys = (...sshAuthorizedKeys: string[]) => ({ passwd: { users: [{ name: 'u', sshAuthorizedKeys }] } });
    expect(diff(keys('a', 'b'), keys('c', 'a'))).toEqual([
      'removed passwd.users[u].sshAuthorizedKeys[b]',
      'added passwd.users[u].sshAuthorizedKeys[c]',
    ]);
  });

  test('the order of kernel arguments that depend on each other does', () => {
    const args = (...shouldExist: string[]) => ({ kernelArguments: { shouldExist } });
    expect(diff(args('console=a', 'quiet', 'console=b'), args('console=b', 'console=a', 'quiet'))).toEqual([
      'changed kernelArguments.shouldExist[console]',
    ]);
    expect(diff(args('hugepagesz=1G', 'hugepages=4'), args('hugepages=4', 'hugepagesz=1G'))).toEqual([
      'changed kernelArguments.shouldExist[hugepagesz]',
    ]);
    expect(diff(args('nosmt', 'console=a', 'ip=x'), args('ip=x', 'console=a', 'nosmt'))).toEqual([]);
    expect(diff(args('ip=x', 'ip=y'), args('ip=y'))).toEqual(['removed kernelArguments.shouldExist[ip=x]']);
  });
});
