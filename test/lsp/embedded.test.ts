// Texts inside of texts: Ignition configs that a config merges, units in Ignition JSON and MachineConfigs, and units in those of
// the configs that are merged. Every answer has its exact place in the document.
import { describe, expect, test } from 'vitest';
import { type LspRange, usualCapabilities } from './client.ts';
import { offsetIn, startClient, withCursor } from './harness.ts';

const uri = 'file:///workspace/x.bu';

async function openAt(marked: string, at = uri) {
  const { text, position } = withCursor(marked);
  const client = await startClient({ capabilities: usualCapabilities });
  client.open(at, text, at.endsWith('.bu') ? 'butane' : at.endsWith('.ign') ? 'json' : 'yaml');
  return { client, text, position, params: { textDocument: { uri: at }, position } };
}

/** What a range of a text covers. */
function slice(text: string, { start, end }: LspRange): string {
  return text.slice(offsetIn(text, start), offsetIn(text, end));
}

async function hover(marked: string, at?: string): Promise<readonly [string, string] | undefined> {
  const { client, text, params } = await openAt(marked, at);
  const found = await client.request<{ contents: { value: string }; range: LspRange } | null>(
    'textDocument/hover',
    params,
  );
  return found ? [slice(text, found.range), found.contents.value] : undefined;
}

interface Item {
  readonly label: string;
  readonly filterText?: string;
  readonly textEdit: { readonly newText: string; readonly range: LspRange };
}

async function complete(marked: string, at?: string) {
  const { client, text, params } = await openAt(marked, at);
  const { items } = await client.request<{ items: readonly Item[] }>('textDocument/completion', params);
  return { items, text, labels: items.map(({ label }) => label) };
}

async function tokens(text: string, at?: string): Promise<readonly string[]> {
  const { client, params } = await openAt(`${text}¦`, at);
  const { data } = await client.request<{ data: readonly number[] }>('textDocument/semanticTokens/full', params);
  const types = ['namespace', 'property', 'operator', 'string', 'macro', 'comment', 'number', 'keyword'];
  const lines = text.split('\n');
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index, index + 4);
    [line, character] = [line + down, down === 0 ? character + right : right];
    found.push(`${types[type]} ${lines[line]?.slice(character, character + length)}`);
  }
  return found;
}

interface Outline {
  readonly name: string;
  readonly range: LspRange;
  readonly selectionRange: LspRange;
  readonly children?: readonly Outline[];
}

async function outline(text: string, at?: string): Promise<unknown> {
  const { client, params } = await openAt(`${text}¦`, at);
  const found = await client.request<readonly Outline[]>('textDocument/documentSymbol', params);
  const shown = (symbols: readonly Outline[]): unknown =>
    symbols.map(({ name, selectionRange, children }) =>
      children ? [name, slice(text, selectionRange), shown(children)] : [name, slice(text, selectionRange)],
    );
  return shown(found);
}

const head = 'variant: fcos\nversion: 1.5.0\n';
const merge = `${head}ignition:\n  config:\n    merge:\n      - inline: `;

/** The same JSON in every way in which YAML can hold it; `¦` stays where it is. */
const styles: Readonly<Record<string, (json: string) => string>> = {
  literal: (json) => `${merge}|\n${json.replace(/^/gm, '          ')}\n`,
  'literal, indented by its header': (json) => `${merge}|4-\n${json.replace(/^/gm, '            ')}\n`,
  folded: (json) => `${merge}>\n${json.replace(/^/gm, '          ')}\n`,
  single: (json) => `${merge}'${json.replaceAll('\n', ' ').replaceAll("'", "''")}'\n`,
  double: (json) => `${merge}${JSON.stringify(json.replaceAll('\n', ' '))}\n`,
};

describe.each(Object.entries(styles))('a merged config in a %s scalar', (style, write) => {
  test('hover on keys and values', async () => {
    const key = await hover(
      write('{"ignition": {"version": "3.4.0"},\n "storage": {"filesystems": [{"mount¦Options": []}]}}'),
    );
    expect(key?.[0].replaceAll('\\', '')).toBe('"mountOptions"');
    expect(key?.[1]).toContain('**mountOptions**');
    const value = await hover(write('{"ignition": {"version": "3.4.0"},\n "storage": {"files": [{"mode": 42¦0}]}}'));
    expect(value).toEqual(['420', expect.stringContaining('`rw-r--r--`')]);
  });

  test('completion of keys and values, of the version of the text', async () => {
    const { items, labels, text } = await complete(
      write('{"ignition": {"version": "3.0.0"},\n "storage": {"files": [{"path": "/it",\n "m¦"}]}}'),
    );
    expect(labels).toContain('mode');
    expect(labels).not.toContain('path');
    const mode = items.find(({ label }) => label === 'mode');
    const quote = style === 'double' ? '\\"' : '"';
    expect(mode?.textEdit.newText).toBe(`${quote}mode${quote}: `);
    expect(mode?.filterText).toBe(`${quote}mode${quote}`);
    expect(mode && slice(text, mode.textEdit.range)).toBe(`${quote}m${quote}`);
    const sections = await complete(write('{"ignition": {"version": "3.0.0"},\n "storage": {¦}}'));
    expect(sections.labels).toContain('files');
    expect(sections.labels).not.toContain('luks');
    const values = await complete(write('{"storage": {"filesystems": [{"format":\n "x¦"}]}}'));
    expect(values.items.map(({ textEdit }) => textEdit.newText)).toContain(`${quote}xfs${quote}`);
  });

  test('outline', async () => {
    const config = write('{"ignition": {"version": "3.4.0"},\n "storage": {"files": [{"path": "/it"}]}}');
    const q = style === 'double' ? '\\"' : '"';
    expect(await outline(config)).toEqual([
      [
        'ignition',
        'ignition',
        [
          [
            'config',
            'config',
            [
              [
                'merge',
                'merge',
                [
                  [
                    'merge 1',
                    '',
                    [
                      ['ignition', `${q}ignition${q}`],
                      ['storage', `${q}storage${q}`, [['files', `${q}files${q}`, [['/it', `${q}/it${q}`]]]]],
                    ],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ]);
  });

  test('tokens', async () => {
    const q = style === 'double' ? '\\"' : '"';
    expect(await tokens(write('{"storage":\n {"files": [{"mode": 420, "overwrite": true, "path": "/it"}]}}'))).toEqual([
      `property ${q}storage${q}`,
      `property ${q}files${q}`,
      `property ${q}mode${q}`,
      'number 420',
      `property ${q}overwrite${q}`,
      'keyword true',
      `property ${q}path${q}`,
      `string ${q}/it${q}`,
    ]);
  });

  test('findings and lints, each once', async () => {
    const { client, text } = await openAt(
      `${write('{"ignition": {"version": "3.4.0"},\n "storage": {"files": [{"path": "it"}]},\n "systemd": {"units": [{"name": "a.service",\n "contents": "[Service]\\nExecStart=/x\\nRestart=foo\\n"}]}}')}¦`,
    );
    const shown = (await client.pulled(uri)).map(({ code, range }) => [code, slice(text, range).replaceAll('\\', '')]);
    expect(shown).toEqual([
      ['path-relative', '"it"'],
      ['unit-word-invalid', 'foo'],
    ]);
  });

  test('units inside of it', async () => {
    const json = (cursor: string): string =>
      `{"systemd": {"units": [{"name": "a.service",\n "contents": "[Service]\\nExecStart=/x\\n${cursor}"}]}}`;
    const found = await hover(write(json('Rest¦art=no')));
    expect(found).toEqual(['Restart', expect.stringContaining('`on-failure`')]);
    const { items, text } = await complete(write(json('Restart=on-¦')));
    const failure = items.find(({ label }) => label === 'on-failure');
    expect(failure && slice(text, failure.textEdit.range)).toBe('on-');
    const keys = await complete(write(json('¦')));
    expect(keys.labels).toContain('ExecStartPre');
    const names = await outline(write(json('')));
    expect(JSON.stringify(names)).toContain('["[Service]","Service"]');
    expect((await tokens(write(json('Restart=no')))).filter((each) => /Exec|Restart|no$/.test(each))).toEqual([
      'property ExecStart',
      'property Restart',
      'string no',
    ]);
  });
});

describe('a config that replaces', () => {
  const replaced = (json: string): string =>
    `${head}ignition:\n  config:\n    replace:\n      inline: |\n        ${json}\n`;

  test('has its outline and help', async () => {
    expect(await outline(replaced('{"storage": {"files": [{"path": "/a"}]}}'))).toEqual([
      [
        'ignition',
        'ignition',
        [
          [
            'config',
            'config',
            [['replace', 'replace', [['storage', '"storage"', [['files', '"files"', [['/a', '"/a"']]]]]]]],
          ],
        ],
      ],
    ]);
    expect((await hover(replaced('{"sto¦rage": {}}')))?.[0]).toBe('"storage"');
  });

  test('folds over its lines', async () => {
    const config = `${head}ignition:\n  config:\n    replace:\n      inline: |\n        {\n          "storage": {\n            "files": []\n          }\n        }\n`;
    const { client, params } = await openAt(`${config}¦`);
    const folds = await client.request<readonly { startLine: number; endLine: number }[]>(
      'textDocument/foldingRange',
      params,
    );
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toContainEqual([7, 9]);
  });

  test('outside of it the page of the field', async () => {
    expect((await hover(`${head}ignition:\n  config:\n    replace:\n      in¦line: '{}'\n`))?.[1]).toContain(
      '**inline**',
    );
  });
});

const machineConfig = `apiVersion: machineconfiguration.openshift.io/v1
kind: MachineConfig
metadata:
  name: 99-x
  labels:
    machineconfiguration.openshift.io/role: worker
spec:
  config:
    ignition:
      version: 3.4.0
    systemd:
      units:
        - name: a.service
          contents: `;
const openshift = `variant: openshift
version: 4.14.0
metadata:
  name: 99-x
  labels:
    machineconfiguration.openshift.io/role: worker
systemd:
  units:
    - name: a.service
      contents: `;
const json =
  '{"ignition": {"version": "3.4.0"},\n "systemd": {"units": [{"name": "z.service"}, {"name": "a.service",\n  "contents": ';

const block = (indent: number) => (unit: string) => `|\n${unit.replace(/^/gm, ' '.repeat(indent))}\n`;

/** Where units can stand: the name of the document, and the document with a unit. */
const holders: Readonly<Record<string, readonly [string, (unit: string) => string]>> = {
  'an openshift config': [uri, (unit) => openshift + block(8)(unit)],
  'Ignition JSON': ['file:///workspace/x.ign', (unit) => `${json}${JSON.stringify(unit)}}]}}`],
  'Ignition JSON with escapes': [
    'file:///workspace/x.ign',
    (unit) => `${json}${JSON.stringify(unit).replaceAll('S', '\\u0053').replaceAll('/', '\\/')}}]}}`,
  ],
  'a drop-in in Ignition JSON': [
    'file:///workspace/x.ign',
    (unit) => `${json}null, "dropins": [{"name": "x.conf", "contents": ${JSON.stringify(unit)}}]}]}}`,
  ],
  'a MachineConfig': ['file:///workspace/99.yaml', (unit) => machineConfig + block(12)(unit)],
  'a MachineConfig in quotes': [
    'file:///workspace/99.yaml',
    (unit) => `${machineConfig}${JSON.stringify(unit)}\n          enabled: true\n`,
  ],
  'the second MachineConfig of a file': [
    'file:///workspace/99.yaml',
    (unit) => `${machineConfig}|\n            [Unit]\n---\n${machineConfig}${block(12)(unit)}`,
  ],
  'a MachineConfig in JSON': [
    'file:///workspace/99.json',
    (unit) =>
      `{"apiVersion": "machineconfiguration.openshift.io/v1", "kind": "MachineConfig", "spec": {"config": ${json}${JSON.stringify(unit)}}]}}}}`,
  ],
};

describe.each(Object.entries(holders))('a unit in %s', (name, [at, write]) => {
  test('hover on a directive', async () => {
    const [written, page] = (await hover(write('[Unit]\nDescription=x\n[Service]\nRest¦art=no\n'), at)) ?? [];
    expect(written).toBe('Restart');
    expect(page).toContain('`on-failure`');
  });

  test('outside of directives the page of the field', async () => {
    const page = (await hover(write('[Unit]\nDescription=so¦me words\n'), at))?.[1];
    expect(page).toContain('contents');
  });

  test('completion of directives, words and units', async () => {
    const keys = await complete(write('[Service]\nExec¦\n'), at);
    const start = keys.items.find(({ label }) => label === 'ExecStart');
    expect(start?.textEdit.newText).toBe('ExecStart=');
    expect(start && slice(keys.text, start.textEdit.range)).toBe('Exec');
    const words = await complete(write('[Service]\nRestart=on-¦\n'), at);
    const failure = words.items.find(({ label }) => label === 'on-failure');
    expect(failure && slice(words.text, failure.textEdit.range)).toBe('on-');
    const units = await complete(write('[Unit]\nAfter=a¦\n'), at);
    const unit = units.items.find(({ label }) => label === 'a.service');
    expect(unit && slice(units.text, unit.textEdit.range)).toBe('a');
  });

  test('lints', async () => {
    const { client, text } = await openAt(`${write('[Service]\nExecStart=/x\nRestart=foo\n')}¦`, at);
    const found = (await client.pulled(at)).filter(({ code }) => code === 'unit-word-invalid');
    expect(found.map(({ range }) => slice(text, range))).toEqual(['foo']);
  });

  test('tokens and outline', async () => {
    const config = write('[Unit]\nDescription=x\n');
    const found = (await tokens(config, at)).slice(name.startsWith('the second') ? 1 : 0);
    expect(found.map((each) => each.replaceAll('\\u0053', 'S'))).toEqual([
      'namespace [Unit]',
      'property Description',
      'operator =',
      'string x',
    ]);
    expect(JSON.stringify(await outline(config, at))).toContain('["[Unit]","Unit"]');
  });
});

test('what stands behind an alias, or in base64, is no text of the document', async () => {
  const aliased = `${machineConfig}&u |\n            [Unit]\n        - name: b.service\n          contents: *u\n`;
  expect(await tokens(aliased, 'file:///workspace/99.yaml')).toEqual(['namespace [Unit]']);
});

/** The titles of the quick fixes at a place. */
async function titles(marked: string, at?: string): Promise<readonly string[]> {
  const { client, params, position } = await openAt(marked, at);
  const range = { start: position, end: position };
  const actions = await client.request<readonly { title: string }[]>('textDocument/codeAction', {
    ...params,
    range,
    context: { diagnostics: [], only: ['quickfix'] },
  });
  return actions.map(({ title }) => title);
}

test('a misspelt directive has a quick fix, in JSON too', async () => {
  const unit = '[Service]\\nExecst¦art=/x\\n';
  expect(await titles(openshift + block(8)(unit.replaceAll('\\n', '\n')))).toContain('Write `ExecStart`');
  const inside = `{"ignition": {"version": "3.4.0"}, "systemd": {"units": [{"name": "a.service", "contents": "${unit}"}]}}`;
  expect(await titles(inside, 'file:///workspace/x.ign')).toEqual(['Write `ExecStart`']);
  expect(await titles(`${merge}|\n          ${inside}\n`)).toEqual(['Write `ExecStart`']);
});

describe('a comment that hides a finding', () => {
  const unit = '[Service]\\nExecStart=/x\\nRestart=fo¦o\\n';

  test('is offered where there can be one', async () => {
    expect(await titles(openshift + block(8)(unit.replaceAll('\\n', '\n')))).toContain('Hide `unit-word-invalid` here');
    const inside = `{"ignition": {"version": "3.4.0"}, "systemd": {"units": [{"name": "a.service", "contents": "${unit}"}]}}`;
    expect(await titles(`${merge}|\n          ${inside}\n`)).toEqual([]);
    expect(await titles(inside, 'file:///workspace/x.ign')).toEqual([]);
  });
});
