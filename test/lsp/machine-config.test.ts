// MachineConfigs and Ignition JSON in the editor: completion, hover, names.
import { describe, expect, test } from 'vitest';
import { nodeFiles } from '../../lsp/node-files.ts';
import { clientTraits } from '../../lsp/src/client-traits.ts';
import { offersAt } from '../../lsp/src/features/completion.ts';
import { Session } from '../../lsp/src/session.ts';
import type { LspRange, TestClient } from './client.ts';
import { startClient, withCursor } from './harness.ts';

const uri = 'file:///workspace/99-worker.yaml';
const top = `apiVersion: machineconfiguration.openshift.io/v1
kind: MachineConfig
metadata:
  name: 99-worker
  labels:
    machineconfiguration.openshift.io/role: worker
`;
const head = `${top}spec:
  config:
    ignition:
      version: 3.2.0
`;

async function openAt(marked: string, at = uri): Promise<{ readonly client: TestClient; readonly params: object }> {
  const { text, position } = withCursor(marked);
  const client = await startClient();
  client.open(at, text, 'yaml');
  return { client, params: { textDocument: { uri: at }, position } };
}

interface Item {
  readonly label: string;
  readonly textEdit: { readonly newText: string; readonly range: LspRange };
}

async function complete(marked: string, at?: string): Promise<readonly Item[]> {
  const { client, params } = await openAt(marked, at);
  return (await client.request<{ items: readonly Item[] }>('textDocument/completion', params)).items;
}

const labels = async (marked: string): Promise<readonly string[]> => (await complete(marked)).map(({ label }) => label);

async function hover(marked: string, at?: string): Promise<string> {
  const { client, params } = await openAt(marked, at);
  const found = await client.request<{ contents: { value: string } } | null>('textDocument/hover', params);
  return found?.contents.value ?? '';
}

describe('completion in a MachineConfig', () => {
  test('its own keys, and those of the operator, in their written names', async () => {
    expect(await labels('kind: MachineConfig\n¦\n')).toEqual(
      expect.arrayContaining(['apiVersion', 'metadata', 'spec']),
    );
    const spec = await labels(`${head}  ¦\n`);
    expect(spec).toEqual(expect.arrayContaining(['kernelArguments', 'kernelType', 'fips', 'extensions']));
    expect(spec).not.toContain('config');
    expect(await labels(`${top.replace(/ {4}machine.*\n/, '    ¦\n')}`)).toContain(
      'machineconfiguration.openshift.io/role',
    );
  });

  test('keys of Ignition at its version', async () => {
    const filesystem = await labels(
      `${head}    storage:\n      filesystems:\n        - device: /dev/vda\n          ¦\n`,
    );
    expect(filesystem).toContain('mountOptions');
    expect(filesystem).not.toContain('with_mount_unit');
    expect(filesystem).not.toContain('device');
    expect(await labels(`${head}    ¦\n`)).not.toContain('kernelArguments');
    expect(await labels(`${head.replace('3.2.0', '3.4.0')}    ¦\n`)).toContain('kernelArguments');
  });

  test.each([
    ['versions', `${top}spec:\n  config:\n    ignition:\n      version: ¦\n`, '3.4.0'],
    ['modes', `${head}    storage:\n      files:\n        - mode: ¦\n`, '0644'],
    ['closed sets', `${head}    storage:\n      filesystems:\n        - format: ¦\n`, 'xfs'],
    ['kernels', `${head}  kernelType: ¦\n`, 'realtime'],
    ['kinds', 'apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig¦\n', 'MachineConfig'],
    [
      'users',
      `${head}    passwd:\n      users:\n        - name: jane\n    storage:\n      files:\n        - user:\n            name: ¦\n`,
      'jane',
    ],
    ['booleans', `${head}  fips: ¦\n`, 'true'],
  ])('%s', async (_, marked, wanted) => {
    const found = await labels(marked);
    expect(found).toContain(wanted);
  });

  test('knows only the document that the cursor is in', async () => {
    const second = head.replace('3.2.0', '3.4.0').replace('99-worker', '99-master');
    const items = await complete(`${head}    storage: {}\n---\n${second}    ¦\n`);
    const names = items.map(({ label }) => label);
    expect(names).toEqual(expect.arrayContaining(['storage', 'kernelArguments']));
    expect(items.find(({ label }) => label === 'storage')?.textEdit.range.start.line).toBe(22);
  });
});

test('offers at every offset of a file with many, and of its beginnings, lie around the cursor', async () => {
  const text = `---\n${head}    storage:\n      files:\n        - path: /a\n          mode: 0644\n---\n${head}  fips: true\n`;
  const session = new Session(nodeFiles(), clientTraits({}), [], true);
  for (let length = text.length; length > 0; length -= 61) {
    const snapshot = session.open(uri, 'yaml', length, text.slice(0, length));
    for (let offset = 0; offset <= length; offset++) {
      for (const { replace } of await offersAt(snapshot, offset, session)) {
        if (replace.start > offset || replace.end < offset)
          expect.fail(`an offer at ${offset} replaces something else`);
      }
    }
  }
});

describe('hover in a MachineConfig', () => {
  test('on a key and on a value', async () => {
    const mounts = `${head}    storage:\n      filesystems:\n        - device: /dev/vda\n          mount¦Options: [ro]\n`;
    expect(await hover(mounts)).toContain('**mountOptions**');
    expect(await hover(`${head}    storage:\n      files:\n        - path: /a\n          mode: 0¦644\n`)).toContain(
      '`0644` is `rw-r--r--`',
    );
    expect(await hover(`${head}  kernel¦Type: realtime\n`)).toContain('Which kernel');
    expect(await hover(`${head.replace('name: 99', 'na¦me: 99')}`)).toContain('Name of the MachineConfig');
  });

  test('in a later document of the file', async () => {
    expect(await hover(`${head}---\n${head}    storage:\n      files:\n        - pa¦th: /a\n`)).toContain('**path**');
  });

  test('shows what a data URL holds', async () => {
    const config = `${head}    storage:\n      files:\n        - path: /a\n          contents:\n            source: data:,he¦llo\n`;
    expect(await hover(config)).toContain('hello');
  });
});

test('names of a MachineConfig, plain, quoted and in units', async () => {
  const config = `${head}    systemd:
      units:
        - name: a.service
        - name: "b.service"
          contents: |
            [Unit]
            After=a.ser¦vice
`;
  const { client, params } = await openAt(config);
  const definition = await client.request<readonly { range: LspRange }[]>('textDocument/definition', params);
  expect(definition.map(({ range }) => range)).toEqual([
    { start: { line: 12, character: 16 }, end: { line: 12, character: 25 } },
  ]);
  const quoted = await openAt(config.replace('¦', '').replace('b.service', 'b.¦service'));
  const own = await quoted.client.request<readonly { range: LspRange }[]>('textDocument/references', {
    ...quoted.params,
    context: { includeDeclaration: true },
  });
  expect(own[0]?.range.start).toEqual({ line: 13, character: 17 });
  const symbols = await client.request<readonly { name: string }[]>('workspace/symbol', { query: 'a.service' });
  expect(symbols.map(({ name }) => name)).toContain('a.service');
});

describe('Ignition JSON', () => {
  const at = 'file:///workspace/x.ign';
  const json = (more: string): string => `{"ignition": {"version": "3.4.0"}, "storage": {${more}}}`;

  test('modes are decimal, and found by their octal names', async () => {
    const items = await complete(json('"files": [{"path": "/a", "mode": ¦}]'), at);
    expect(items.find(({ label }) => label === '0644')?.textEdit.newText).toBe('420');
  });

  test('mount options of the filesystem', async () => {
    const items = await complete(
      json('"filesystems": [{"device": "/dev/vda", "format": "xfs", "mountOptions": ["¦"]}]'),
      at,
    );
    expect(items.map(({ textEdit }) => textEdit.newText)).toContain('"pquota"');
  });

  test('hover names fields as they are written', async () => {
    const marked = json('"filesystems": [{"device": "/dev/vda", "mount¦Options": ["ro"]}]');
    expect(await hover(marked, at)).toContain('**mountOptions**');
  });
});
