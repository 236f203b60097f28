// What completion offers, asked as an editor asks.
import { describe, expect, test } from 'vitest';
import type { LspRange } from './client.ts';
import { folderWith, openAt, startClient } from './harness.ts';

const uri = 'file:///workspace/x.bu';
const head = 'variant: fcos\nversion: 1.7.0\n';

interface Item {
  readonly label: string;
  readonly textEdit: { readonly newText: string; readonly range: LspRange };
  readonly documentation?: { readonly value: string };
  readonly data?: unknown;
}

async function complete(marked: string, at = uri): Promise<readonly Item[]> {
  const { client, params } = await openAt(marked, at);
  return (await client.request<{ items: readonly Item[] }>('textDocument/completion', params)).items;
}

const labels = (items: readonly Item[]): readonly string[] => items.map(({ label }) => label);

describe('completion', () => {
  test('required keys first, present ones not at all', async () => {
    const items = labels(await complete(`${head}storage:\n  filesystems:\n    - format: xfs\n      ¦\n`));
    expect(items[0]).toBe('device');
    expect(items).toContain('with_mount_unit');
    expect(items).not.toContain('format');
  });

  test('keys of this version only', async () => {
    const old = labels(await complete('variant: fcos\nversion: 1.0.0\nstorage:\n  ¦\n'));
    expect(old).not.toContain('luks');
    expect(labels(await complete(`${head}storage:\n  ¦\n`))).toContain('luks');
  });

  test('lists and objects as snippets', async () => {
    const items = await complete(`${head}storage:\n  ¦\n`);
    expect(items.find(({ label }) => label === 'files')?.textEdit.newText).toBe('files:\n  - path: $0');
    expect(items.find(({ label }) => label === 'files')?.textEdit.range.start).toEqual({ line: 3, character: 2 });
  });

  test('an item where a list wants one', async () => {
    const items = await complete(`${head}storage:\n  files:\n    ¦\n`);
    expect(items[0]?.textEdit.newText).toBe('- path: ');
  });

  test.each([
    ['booleans', 'storage:\n  disks:\n    - wipe_table: ¦\n', 'true'],
    ['closed sets', 'storage:\n  filesystems:\n    - format: ¦\n', 'xfs'],
    ['modes', 'storage:\n  files:\n    - mode: ¦\n', '0644'],
    ['partition types', 'storage:\n  disks:\n    - partitions:\n        - type_guid: ¦\n', 'Linux swap'],
    ['mount options', 'storage:\n  filesystems:\n    - format: xfs\n      mount_options:\n        - ¦\n', 'pquota'],
    ['groups', 'passwd:\n  groups:\n    - name: crew\n  users:\n    - groups: [¦]\n', 'crew'],
    ['users', 'passwd:\n  users:\n    - name: jane\nstorage:\n  files:\n    - user:\n        name: ¦\n', 'jane'],
    [
      'devices',
      'storage:\n  raid:\n    - name: tank\n      level: raid1\n  luks:\n    - name: x\n      device: ¦\n',
      '/dev/md/tank',
    ],
    ['suppressions', 'storage:\n  files:\n    - path: /x # kindling-disable ¦\n', 'unused-key'],
    ['whole tasks', '¦', 'k3s unit'],
    [
      'directives of units',
      'systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        Exec¦\n',
      'ExecStart',
    ],
    [
      'units of the config',
      'systemd:\n  units:\n    - name: a.service\n    - name: b.service\n      contents: |\n        [Unit]\n        After=¦\n',
      'a.service',
    ],
  ])('%s', async (_, marked, wanted) => {
    const items = await complete(head + marked);
    const found = items.filter(({ label }) => label === wanted || label.startsWith(`${wanted}=`));
    // A suppression hides no error.
    if (wanted === 'unused-key') expect(items.length).toBeGreaterThan(3);
    else expect(found.length, labels(items).join(' ')).toBeGreaterThan(0);
  });

  test('versions, newest first', async () => {
    expect(labels(await complete('variant: flatcar\nversion: ¦\n'))[0]).toBe('1.1.0');
  });

  test('Ignition JSON', async () => {
    const marked = '{"ignition": {"version": "3.4.0"}, "storage": {"filesystems": [{"device": "/dev/vda", "¦"}]}}';
    const items = await complete(marked, 'file:///workspace/x.ign');
    expect(labels(items)).toContain('mountOptions');
    expect(labels(items)).not.toContain('device');
    expect(items.find(({ label }) => label === 'format')?.textEdit.newText).toBe('"format": ');
    const values = await complete(marked.replace('"¦"', '"format": ¦'), 'file:///workspace/x.ign');
    expect(values.map(({ textEdit }) => textEdit.newText)).toContain('"xfs"');
  });

  test('local files', async () => {
    const folder = folderWith({ 'x.bu': '', 'app.service': '', 'conf/a.conf': '' });
    const at = `${folder.uri}/x.bu`;
    const items = labels(await complete(`${head}storage:\n  files:\n    - contents:\n        local: ¦\n`, at));
    expect(items).toEqual(expect.arrayContaining(['app.service', 'conf/']));
    const below = labels(await complete(`${head}storage:\n  files:\n    - contents:\n        local: conf/¦\n`, at));
    expect(below).toEqual(['conf/a.conf']);
  });

  test('pages on demand', async () => {
    const { client, params } = await openAt(`${head}storage:\n  files:\n    - ¦\n`, uri);
    const { items } = await client.request<{ items: readonly Item[] }>('textDocument/completion', params);
    const mode = items.find(({ label }) => label === 'mode');
    expect(mode?.documentation).toBeUndefined();
    const resolved = await client.request<Item>('completionItem/resolve', mode);
    expect(resolved.documentation?.value).toContain('Permission bits');
  });

  test('no snippets for clients that know none', async () => {
    const client = await startClient({ capabilities: {} });
    client.open(uri, `${head}storage:\n  \n`);
    const params = { textDocument: { uri }, position: { line: 3, character: 2 } };
    const { items } = await client.request<{ items: readonly Item[] }>('textDocument/completion', params);
    expect(items.find(({ label }) => label === 'files')?.textEdit.newText).toBe('files:');
    expect(JSON.stringify(items)).not.toContain('$0');
  });
});
