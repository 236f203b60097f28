// What views of an editor ask: the projects with their targets, what a target comes to, how a config is in few words.
import { describe, expect, test } from 'vitest';
import { type StatusResult, statusRequest } from '../../lsp/src/status-protocol.ts';
import {
  type TargetOutputResult,
  type TargetsResult,
  targetOutputRequest,
  targetsRequest,
} from '../../lsp/src/targets-protocol.ts';
import { folderWith, startClient } from './harness.ts';

const head = 'variant: fcos\nversion: 1.7.0\n';
const file = (path: string, mode: string): string =>
  `${head}storage:\n  files:\n    - path: ${path}\n      mode: ${mode}\n`;

const project = `fragments: [base.d/*.bu]
targets:
  - name: good
    fragments: [hosts/good.bu]
  - name: bad
    fragments: [hosts/bad.bu, gone/*.bu]
    output: out/bad.ign
  - name: won
    fragments: [hosts/bad.bu]
    override: [hosts/bad.bu]
    output: out/won.ign
`;

const files = {
  'kindling.yaml': project,
  'base.d/a.bu': file('/etc/motd', '0644'),
  'hosts/good.bu': file('/etc/good', '0600'),
  'hosts/bad.bu': file('/etc/motd', '0600'),
  'out/won.ign': '{}',
  'apart.bu': file('rel', '0600'),
};

async function start(more: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ ...files, ...more });
  return { base: folder.uri, client: await startClient({ folders: [folder.uri] }) };
}

describe('targets', () => {
  test('their fragments, what they contradict each other in, and whether they were built', async () => {
    const { client, base } = await start();
    const { projects } = await client.request<TargetsResult>(targetsRequest, {});
    expect(projects.map(({ uri, name, errors }) => ({ uri, name, errors }))).toEqual([
      { uri: `${base}/kindling.yaml`, name: 'kindling.yaml', errors: 0 },
    ]);
    const targets = projects[0]?.targets ?? [];
    expect(
      targets.map(({ name, line, output }) => [name, line, output.uri.slice(base.length + 1), output.exists]),
    ).toEqual([
      ['good', 2, 'good.ign', false],
      ['bad', 4, 'out/bad.ign', false],
      ['won', 7, 'out/won.ign', true],
    ]);
    expect(
      targets.map(({ fragments }) => fragments.map(({ path, isOverride }) => [path, isOverride === true])),
    ).toEqual([
      [
        ['base.d/a.bu', false],
        ['hosts/good.bu', false],
      ],
      [
        ['base.d/a.bu', false],
        ['hosts/bad.bu', false],
      ],
      [
        ['base.d/a.bu', false],
        ['hosts/bad.bu', true],
      ],
    ]);
    const problems = targets.map((target) =>
      target.problems.map(({ code, places }) => [
        code,
        ...places.map(({ path, start }) => `${path}:${start.line + 1}`),
      ]),
    );
    expect(problems).toEqual([
      [],
      [
        ['project-fragment-missing', 'kindling.yaml:6'],
        ['conflict-value', 'hosts/bad.bu:6', 'base.d/a.bu:6'],
      ],
      [],
    ]);
  });

  test('findings call files by their paths', async () => {
    const { client, base } = await start();
    const uri = `${base}/hosts/bad.bu`;
    client.open(uri, files['hosts/bad.bu']);
    const [found] = await client.published(uri, 1);
    const said = JSON.stringify([found?.message, found?.relatedInformation?.map(({ message }) => message)]);
    expect(said).toContain('Ignition would take `hosts/bad.bu`');
    expect(said).not.toContain('file://');
  });

  test('what is wrong with a fragment by itself is told of the fragment alone', async () => {
    const { client } = await start({ 'hosts/good.bu': file('rel', '0600') });
    const { projects } = await client.request<TargetsResult>(targetsRequest, {});
    const good = projects[0]?.targets[0];
    expect(good?.problems).toEqual([]);
    expect(good?.fragments.map(({ errors }) => errors)).toEqual([0, 1]);
  });

  test('an override that comes into the project file takes the contradiction away', async () => {
    const { client, base } = await start();
    const uri = `${base}/kindling.yaml`;
    client.open(uri, project, 'yaml');
    const problemsOfBad = async (): Promise<number> =>
      (await client.request<TargetsResult>(targetsRequest, {})).projects[0]?.targets[1]?.problems.length ?? -1;
    expect(await problemsOfBad()).toBe(2);
    client.change(uri, 2, [{ text: project.replace(', gone/*.bu]', ']\n    override: [hosts/bad.bu]') }]);
    expect(await problemsOfBad()).toBe(0);
  });

  test('what a target comes to, while it can be merged', async () => {
    const { client, base } = await start();
    const of = (name: string): Promise<TargetOutputResult | null> =>
      client.request(targetOutputRequest, { project: `${base}/kindling.yaml`, name });
    const good = await of('good');
    expect(JSON.parse(good?.text ?? '').storage.files.map(({ path }: { path: string }) => path)).toEqual([
      '/etc/good',
      '/etc/motd',
    ]);
    expect(good?.errors).toBe(0);
    expect(await of('bad')).toEqual({ languageId: 'json', errors: 1 });
    expect(await of('none')).toBeNull();
  });

  test('a fragment above the folder of its project', async () => {
    const { client } = await start({
      'inner/kindling.yaml': 'targets:\n  - name: a\n    fragments: [../base.d/*.bu]\n',
    });
    const { projects } = await client.request<TargetsResult>(targetsRequest, {});
    const inner = projects.find(({ name }) => name === 'inner/kindling.yaml')?.targets[0];
    expect(inner?.problems).toEqual([]);
    expect(inner?.fragments).toHaveLength(1);
  });
});

describe('the status of a config', () => {
  test('its spec, its findings and the bytes that the command line writes', async () => {
    const { client, base } = await start();
    const status = (name: string, target?: string): Promise<StatusResult | null> =>
      client.request(statusRequest, {
        textDocument: { uri: `${base}/${name}` },
        ...(target === undefined ? {} : { target: { project: `${base}/kindling.yaml`, name: target } }),
      });
    const good = await status('hosts/good.bu');
    const text = '{"ignition":{"version":"3.6.0"},"storage":{"files":[{"path":"/etc/good","mode":384}]}}\n';
    const built =
      '{"ignition":{"version":"3.6.0"},"storage":{"files":[{"path":"/etc/good","mode":384},{"path":"/etc/motd","mode":420}]}}\n';
    expect(good).toMatchObject({ spec: 'fcos 1.7.0', errors: 0, warnings: 0, size: text.length });
    expect(good?.target).toEqual({ project: `${base}/kindling.yaml`, name: 'good', size: built.length });
    const shared = await status('base.d/a.bu');
    expect(shared?.targets.map(({ name }) => name)).toEqual(['good', 'bad', 'won']);
    expect(shared?.target).toBeUndefined();
    expect((await status('base.d/a.bu', 'won'))?.target?.size).toBeGreaterThan(50);
    expect((await status('base.d/a.bu', 'bad'))?.target).toEqual({ project: `${base}/kindling.yaml`, name: 'bad' });
    const apart = await status('apart.bu');
    expect(apart).toMatchObject({ spec: 'fcos 1.7.0', errors: 1, targets: [] });
    expect(apart?.size).toBeUndefined();
    expect(await status('kindling.yaml')).toBeNull();
  });
});

describe('pages of codes', () => {
  test('are shown by clients that say where codes lead', async () => {
    const client = await startClient({ initializationOptions: { codeLink: 'command:show?{code}' } });
    const uri = 'file:///workspace/x.bu';
    client.open(uri, file('rel', '0600'));
    const [found] = await client.published(uri, 1);
    expect(found).toMatchObject({ code: 'path-relative', codeDescription: { href: 'command:show?path-relative' } });
    const page = await client.request<{ markdown: string }>('kindling/rulePage', { code: 'path-relative' });
    expect(page.markdown).toMatch(/^# path-relative\n/);
    expect(await client.request('kindling/rulePage', { code: 'none' })).toBeNull();
  });
});
