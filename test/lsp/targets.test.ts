// Files that are fragments of one target: what a field comes to, names across files, included configs.
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type LspRange, type PublishedDiagnostic, type TestClient, usualCapabilities } from './client.ts';
import { folderWith, startClient, withCursor } from './harness.ts';

const head = 'variant: fcos\nversion: 1.7.0\n';
const project = 'targets:\n  - name: host\n    fragments: [parts/*.bu]\n    override: [parts/z*.bu]\n';

/** Opens a file with a cursor (`¦`) among other files of a project. */
async function openAmong(
  files: Readonly<Record<string, string>>,
  name: string,
  capabilities: object = usualCapabilities,
): Promise<{ readonly client: TestClient; readonly params: object; readonly base: string }> {
  const { text, position } = withCursor(files[name] ?? '');
  const folder = folderWith({ 'kindling.yaml': project, ...files, [name]: text });
  const client = await startClient({ folders: [folder.uri], capabilities });
  const uri = `${folder.uri}/${name}`;
  client.open(uri, text, name.endsWith('.yaml') ? 'yaml' : 'butane');
  return { client, params: { textDocument: { uri }, position }, base: folder.uri };
}

async function hover(files: Readonly<Record<string, string>>, name: string, capabilities?: object): Promise<string> {
  const { client, params } = await openAmong(files, name, capabilities);
  const found = await client.request<{ contents: { value: string } } | null>('textDocument/hover', params);
  return found?.contents.value ?? '';
}

const file = (more: string): string => `${head}storage:\n  files:\n    - path: /etc/motd\n${more}`;

describe('the effective value in a hover', () => {
  test('is that of the override, with where it is set', async () => {
    const files = { 'parts/a.bu': file('      mode: ¦0644\n'), 'parts/z.bu': file('      mode: 0600\n') };
    const text = await hover(files, 'parts/a.bu');
    expect(text).toContain('In target `host`: `0600`, set in [parts/z.bu:6](file://');
    expect(text).toContain('parts/z.bu#L6); overrides `0644` here, line 6');
  });

  test('names what the field overrides', async () => {
    const files = { 'parts/a.bu': file('      mode: 0644\n'), 'parts/z.bu': file('      mo¦de: 0600\n') };
    expect(await hover(files, 'parts/z.bu')).toMatch(
      /In target `host`: `0600`, set here, line 6; overrides `0644` in \[parts\/a\.bu:6\]/,
    );
  });

  test('of contents is their text; several agree', async () => {
    const contents = '      contents:\n        inline: hello\n';
    const files = {
      'parts/a.bu': file('      contents:\n        inline: ¦hello\n'),
      'parts/b.bu': file(contents),
    };
    expect(await hover(files, 'parts/a.bu')).toMatch(/`hello`, set (here|in \[parts\/b).* and /);
  });

  test('of an entry lists its fields', async () => {
    const files = {
      'parts/a.bu': file('      co¦ntents:\n        inline: x\n'),
      'parts/b.bu': file('      mode: 0600\n'),
    };
    expect(await hover(files, 'parts/a.bu')).toContain('- `source`: `x`, set here, line 7');
  });

  test('is not there while fragments contradict each other; the others are named', async () => {
    const files = { 'parts/a.bu': file('      mode: ¦0644\n'), 'parts/b.bu': file('      mode: 0600\n') };
    expect(await hover(files, 'parts/a.bu')).toContain('the others say `0600` in [parts/b.bu:6]');
  });

  test('in Ignition JSON and in a MachineConfig', async () => {
    const targets = 'targets:\n  - name: host\n    fragments: [parts/*]\n    override: [parts/z*]\n';
    const ignition = '{"ignition": {"version": "3.2.0"}, "storage": {"files": [{"path": "/etc/motd", "mode": ¦420}]}}';
    const machine = `kind: MachineConfig
apiVersion: machineconfiguration.openshift.io/v1
metadata: {name: 99-a, labels: {machineconfiguration.openshift.io/role: worker}}
spec:
  config:
    ignition: {version: 3.2.0}
    storage:
      files:
        - path: /etc/motd
          mode: 0600
`;
    const files = { 'kindling.yaml': targets, 'parts/a.ign': ignition, 'parts/z.yaml': machine };
    expect(await hover(files, 'parts/a.ign')).toContain('`0600`, set in [parts/z.yaml:10]');
    const turned = {
      ...files,
      'parts/a.ign': ignition.replace('¦', ''),
      'parts/z.yaml': machine.replace('0600', '¦0600'),
    };
    expect(await hover(turned, 'parts/z.yaml')).toContain('overrides `0644` in [parts/a.ign:1]');
  });

  test('shows no secrets of other files, and nothing outside of targets', async () => {
    const user = (hash: string): string => `${head}passwd:\n  users:\n    - name: core\n      password_hash: ${hash}\n`;
    const files = { 'parts/a.bu': user('¦one'), 'parts/z.bu': user('two') };
    const text = await hover(files, 'parts/a.bu');
    expect(text).toContain('(secret), set in [parts/z.bu:6]');
    expect(text).not.toContain('two');
    expect(await hover({ 'other/a.bu': file('      mode: ¦0644\n') }, 'other/a.bu')).not.toContain('In target');
  });
});

interface Location {
  readonly uri: string;
  readonly range: LspRange;
}

async function places(
  method: 'definition' | 'references',
  files: Readonly<Record<string, string>>,
  name: string,
): Promise<readonly string[]> {
  const { client, params, base } = await openAmong(files, name);
  const context = { includeDeclaration: true };
  const found = await client.request<readonly Location[]>(`textDocument/${method}`, { ...params, context });
  return found.map(({ uri, range }) => `${uri.slice(base.length + 1)}:${range.start.line}:${range.start.character}`);
}

const unit = (name: string, more = ''): string =>
  `${head}systemd:\n  units:\n    - name: ${name}\n      contents: |\n        [Unit]\n${more}`;

describe('names across the fragments of a target', () => {
  test.each([
    ['a unit', unit('b.service', '        After=a.ser¦vice\n'), unit('a.service'), 'parts/z.bu:4:12'],
    [
      'a user',
      file('      user:\n        name: ja¦ne\n'),
      `${head}passwd:\n  users:\n    - name: jane\n`,
      'parts/z.bu:4:12',
    ],
    [
      'a group',
      `${head}passwd:\n  users:\n    - name: jane\n      groups: [cr¦ew]\n`,
      `${head}passwd:\n  groups:\n    - name: crew\n`,
      'parts/z.bu:4:12',
    ],
    [
      'a partition label',
      `${head}storage:\n  luks:\n    - name: x\n      device: /dev/disk/by-partlabel/da¦ta\n`,
      `${head}storage:\n  disks:\n    - device: /dev/vda\n      partitions:\n        - label: data\n`,
      'parts/z.bu:6:17',
    ],
    [
      'an array',
      `${head}storage:\n  filesystems:\n    - device: /dev/md/ta¦nk\n`,
      `${head}storage:\n  raid:\n    - name: tank\n      level: raid1\n`,
      'parts/z.bu:4:12',
    ],
    [
      'a LUKS volume',
      `${head}storage:\n  filesystems:\n    - device: /dev/mapper/se¦cret\n`,
      `${head}storage:\n  luks:\n    - name: secret\n`,
      'parts/z.bu:4:12',
    ],
    [
      'a path in a unit',
      unit('b.service', '        [Service]\n        ExecStart=/usr/local/bin/r¦un --fast\n'),
      `${head}storage:\n  files:\n    - path: /usr/local/bin/run\n`,
      'parts/z.bu:4:12',
    ],
    [
      'the target of a link',
      `${head}storage:\n  links:\n    - path: /etc/x\n      target: /etc/mo¦td\n`,
      file(''),
      'parts/z.bu:4:12',
    ],
  ])('definition of %s', async (_, using, defining, expected) => {
    expect(await places('definition', { 'parts/a.bu': using, 'parts/z.bu': defining }, 'parts/a.bu')).toEqual([
      expected,
    ]);
  });

  test('references, those of the document itself first', async () => {
    const files = {
      'parts/a.bu': unit('a.service', '        After=c.service\n'),
      'parts/c.bu': unit('c.ser¦vice'),
      'other/d.bu': unit('d.service', '        After=c.service\n'),
    };
    expect(await places('references', files, 'parts/c.bu')).toEqual(['parts/c.bu:4:12', 'parts/a.bu:7:14']);
  });

  test('anchors stay in their document', async () => {
    const anchored = (more: string): string => `${head}x-a: &a 1\n${more}`;
    const files = { 'parts/a.bu': anchored('x-b: *¦a\n'), 'parts/b.bu': anchored('x-b: *a\n') };
    const found = await places('references', files, 'parts/a.bu');
    expect(found.every((place) => place.startsWith('parts/a.bu'))).toBe(true);
  });
});

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly PublishedDiagnostic[];
}

/** The first list of findings of a document, from `since` on, that is as wanted. */
async function publishedAs(
  client: TestClient,
  uri: string,
  isWanted: (codes: readonly (string | undefined)[]) => boolean,
  since = 0,
): Promise<readonly PublishedDiagnostic[]> {
  const message = await client.waitFor(({ method, params }) => {
    if (method !== 'textDocument/publishDiagnostics') return false;
    const sent = params as Published;
    return sent.uri === uri && isWanted(sent.diagnostics.map(({ code }) => code));
  }, since);
  return (message.params as Published).diagnostics;
}

describe('included configs', () => {
  const including = (name: string): string => `${head}ignition:\n  config:\n    merge:\n      - local: ${name}\n`;
  const flat = `${project}    flatten: true\n`;

  test('count as files of the target: contradictions show in them, and go with a change in them', async () => {
    const x = file('      mode: 0600\n');
    const folder = folderWith({
      'kindling.yaml': flat,
      'parts/a.bu': including('inc/x.bu'),
      'parts/b.bu': file('      mode: 0644\n'),
      'inc/x.bu': x,
    });
    const client = await startClient({ folders: [folder.uri] });
    const [inner, b] = [`${folder.uri}/inc/x.bu`, `${folder.uri}/parts/b.bu`];
    client.open(b, file('      mode: 0644\n'));
    const [found] = await publishedAs(client, b, (codes) => codes.length > 0);
    expect(found?.message).toContain('target `host`');
    client.open(inner, x);
    const [other] = await publishedAs(client, inner, (codes) => codes.length > 0);
    expect(other?.code).toBe(found?.code);
    expect(other?.relatedInformation?.map(({ location }) => location.uri)).toContain(b);
    const since = client.messages.length;
    client.change(inner, 2, [{ text: file('      mode: 0644\n') }]);
    expect(await publishedAs(client, b, (codes) => codes.length === 0, since)).toEqual([]);
  });

  test('that come and go with a change of the including config', async () => {
    const folder = folderWith({
      'kindling.yaml': flat,
      'parts/a.bu': head,
      'parts/b.bu': file('      mode: 0644\n'),
      'inc/x.bu': file('      mode: 0600\n'),
    });
    const client = await startClient({ folders: [folder.uri] });
    const [a, inner] = [`${folder.uri}/parts/a.bu`, `${folder.uri}/inc/x.bu`];
    client.open(a, head);
    client.open(inner, file('      mode: 0600\n'));
    expect(await client.published(inner, 1)).toEqual([]);
    client.change(a, 2, [{ text: including('inc/x.bu') }]);
    await publishedAs(client, inner, (codes) => codes.length > 0);
    const since = client.messages.length;
    client.change(a, 3, [{ text: head }]);
    expect(await publishedAs(client, inner, (codes) => codes.length === 0, since)).toEqual([]);
  });

  test('a faulty one, and one that includes itself, are reported where they are included', async () => {
    const faulty = {
      'kindling.yaml': project,
      'parts/a.bu': including('inc/x.bu'),
      'inc/x.bu': file('      mode: no\n'),
    };
    const folder = folderWith({ ...faulty, 'parts/c.bu': including('parts/c.bu') });
    const client = await startClient({ folders: [folder.uri] });
    const [a, c] = [`${folder.uri}/parts/a.bu`, `${folder.uri}/parts/c.bu`];
    client.open(a, faulty['parts/a.bu']);
    const found = await client.published(a, 1);
    expect(found.map(({ code }) => code)).toEqual(['include-invalid']);
    expect(found[0]?.range.start).toEqual({ line: 5, character: 15 });
    client.open(c, including('parts/c.bu'));
    expect((await client.published(c, 1)).map(({ code }) => code)).toContain('include-cycle');
    writeFileSync(`${folder.path}/inc/x.bu`, file('      mode: 0644\n'));
    const since = client.messages.length;
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder.uri}/inc/x.bu`, type: 2 }] });
    // Two fragments that include something are a contradiction, which is another matter.
    const after = await publishedAs(client, a, (codes) => !codes.includes('include-invalid'), since);
    expect(after.map(({ code }) => code)).toEqual(['conflict-order']);
  });

  test('their names are known in the fragments, and the merged value in them', async () => {
    const files = {
      'parts/a.bu': including('inc/x.bu'),
      'parts/b.bu': unit('b.service', '        After=a.ser¦vice\n'),
      'inc/x.bu': unit('a.service'),
    };
    expect(await places('definition', files, 'parts/b.bu')).toEqual(['inc/x.bu:4:12']);
    const valued = {
      'kindling.yaml': flat,
      'parts/a.bu': including('inc/x.bu'),
      'parts/z.bu': file('      mode: 0600\n'),
      'inc/x.bu': file('      mode: ¦0644\n'),
    };
    expect(await hover(valued, 'inc/x.bu')).toContain('In target `host`: `0600`, set in [parts/z.bu:6]');
  });
});

test('a fragment that changes on disk changes the findings of the others', async () => {
  const a = file('      mode: 0644\n');
  const folder = folderWith({ 'kindling.yaml': project, 'parts/a.bu': a, 'parts/b.bu': file('      mode: 0600\n') });
  const client = await startClient({ folders: [folder.uri] });
  const uri = `${folder.uri}/parts/a.bu`;
  client.open(uri, a);
  expect(await client.published(uri, 1)).toHaveLength(1);
  writeFileSync(`${folder.path}/parts/b.bu`, a);
  const since = client.messages.length;
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder.uri}/parts/b.bu`, type: 2 }] });
  expect(await publishedAs(client, uri, (codes) => codes.length === 0, since)).toEqual([]);
});

describe('an override comment that overrides nothing', () => {
  const marked = file('      mode: 0644 # kindling: override\n').replace('/etc/motd', '/etc/issue');
  const of = async (files: Readonly<Record<string, string>>): Promise<readonly unknown[]> => {
    const folder = folderWith(files);
    const client = await startClient({ folders: [folder.uri] });
    const uri = `${folder.uri}/parts/a.bu`;
    client.open(uri, files['parts/a.bu'] ?? '', 'butane');
    return (await client.published(uri, 1)).map(({ code, severity, range }) => [code, severity, range.start.line]);
  };

  test('is told where it stands', async () => {
    const files = {
      'kindling.yaml': project,
      'parts/a.bu': marked,
      'parts/b.bu': file('      mode: 0600\n'),
      'parts/z.bu': head,
    };
    expect(await of(files)).toEqual([['unused-override', 2, 5]]);
  });

  test('is not while another target needs it, a file is missing, or it is a fragment of nothing', async () => {
    const two = 'targets:\n  - name: one\n    fragments: [parts/a.bu, parts/b.bu]\n';
    const other = '  - name: two\n    fragments: [parts/a.bu, c.bu]\n';
    const files = {
      'parts/a.bu': marked,
      'parts/b.bu': head,
      'c.bu': file('      mode: 0600\n').replace('/etc/motd', '/etc/issue'),
    };
    expect(await of({ ...files, 'kindling.yaml': two })).toEqual([['unused-override', 2, 5]]);
    // What the override settles is a note.
    expect(await of({ ...files, 'kindling.yaml': two + other })).toEqual([['conflict-value', 3, 5]]);
    expect(await of({ ...files, 'kindling.yaml': two + other.replace('c.bu', 'd.bu') })).toEqual([]);
    expect(await of({ ...files, 'kindling.yaml': `${two}  - name: one\n    fragments: [c.bu]\n` })).toEqual([]);
    expect(await of(files)).toEqual([]);
  });
});
