// Lints as a whole: local files, releases, codes that are off, what is looked at again after a keystroke.
import { describe, expect, test } from 'vitest';
import { all as languages } from '../../compiler/src/embedded/index.gen.ts';
import { createTextMemo } from '../../compiler/src/embedded/memo.ts';
import { analyze, readDocument } from '../../compiler/src/index.ts';
import { lint } from '../../compiler/src/lint/lint.ts';
import { lintDocument } from '../../compiler/src/lint/lint-document.ts';
import { mapInputs } from '../../compiler/src/map-inputs.ts';

const head = 'variant: fcos\nversion: 1.8.0-experimental\n';

function lintText(text: string, files: Record<string, string> = {}, options: Parameters<typeof lintDocument>[2] = {}) {
  return lintDocument(readDocument(text, 'a.bu'), { inputs: mapInputs(files) }, options);
}

describe('lints', () => {
  test('point into local files as documents of their own', async () => {
    const text = `${head}systemd:\n  units:\n    - name: a.service\n      contents_local: a.service\n`;
    const { diagnostics, files } = await lintText(text, { 'a.service': '[Service]\nExecStart=/x\nRestart=foo\n' });
    expect(diagnostics.map(({ code, location }) => [code, location])).toEqual([
      ['unit-word-invalid', { uri: '/files/a.service', range: { start: 31, end: 34 } }],
    ]);
    expect(files.map(({ uri, lines }) => [uri, lines.at(31)])).toEqual([['/files/a.service', { line: 3, column: 9 }]]);
  });

  test('look at plain files where systemd and Podman look', async () => {
    const file = (path: string, text: string) =>
      `    - path: ${path}\n      contents: {inline: ${JSON.stringify(text)}}\n`;
    const text = `${head}storage:\n  files:\n${file('/etc/systemd/system/a.service', '[Service]\nExecStrat=/x\nExecStart=/y')}${file('/etc/systemd/system/b.service.d/x.conf', '[Service]\nRestrat=no')}${file('/etc/containers/systemd/users/c.container', '[Container]\nImag=x')}${file('/etc/app.service', '[Servce]')}${file('/etc/systemd/system.conf', '[Manager]\nA=b')}`;
    const { diagnostics } = await lintText(text);
    expect(diagnostics.filter(({ severity }) => severity !== 'note').map(({ code }) => code)).toEqual([
      'unit-directive-unknown',
      'unit-directive-unknown',
      'quadlet-key-required',
      'quadlet-key-unknown',
    ]);
  });

  test.each([
    ['double-quoted', 'contents: "[Service]\\nExecStart=/x\\nRe\\x73tart=f\\u006fo\\n"', 'f\\u006fo'],
    ['single-quoted', "contents: '[Service]\n\n        ExecStart=/x\n\n        Restart=foo'", 'foo'],
    ['plain', 'contents: [Service]', undefined],
    ['folded', 'contents: >\n        [Service]\n\n        ExecStart=/x\n\n        Restart=foo\n', 'foo'],
    [
      'indented by a header',
      'contents: |2-\n          [Service]\n          ExecStart=/x\n          Restart=foo',
      'foo',
    ],
    ['CRLF', 'contents: |\r\n        [Service]\r\n        ExecStart=/x\r\n        Restart=foo\r\n', 'foo'],
  ])('find their place in a %s scalar', async (_, contents, marked) => {
    const text = `${head}systemd:\n  units:\n    - name: a.service\n      ${contents}\n`;
    const { diagnostics } = await lintText(text);
    const found = diagnostics
      .filter(({ code }) => code === 'unit-word-invalid')
      .map(({ location }) => text.slice(location.range.start, location.range.end));
    expect(found).toEqual(marked === undefined ? [] : [marked]);
  });

  test('behind an alias are placed at the alias', async () => {
    const text = `${head}systemd:\n  units:\n    - name: a.service\n      contents: &t |\n        [Service]\n        ExecStart=/x\n        Restart=foo\n    - name: b.service\n      contents: *t\n`;
    const { diagnostics } = await lintText(text);
    expect(diagnostics.map(({ location }) => text.slice(location.range.start, location.range.end))).toEqual([
      'foo',
      '*t',
    ]);
  });

  test('can be switched off, and are not the compiler’s', async () => {
    const text = `${head}systemd:\n  units:\n    - name: a.service\n      contents: "[Service]\\nExecStart=/x\\nRestart=foo\\n"\n`;
    expect((await lintText(text)).diagnostics).toHaveLength(1);
    expect((await lintText(text, {}, { off: new Set(['unit-word-invalid']) })).diagnostics).toEqual([]);
    expect(analyze(readDocument(text, 'a.bu'), {}).diagnostics).toEqual([]);
  });

  test('say nothing of references when other configs are merged', async () => {
    const merge = 'ignition:\n  config:\n    merge: [{source: "https://example.com/x.ign"}]\n';
    const text = `${head}${merge}systemd:\n  quadlets:\n    - name: a.container\n      contents: "[Container]\\nImage=quay.io/a/b\\nVolume=x.volume:/x\\n"\n`;
    expect((await lintText(text)).diagnostics).toEqual([]);
  });

  test('after a keystroke only the text that changed is read again', async () => {
    const unit = (n: number, x = '') =>
      `    - name: u${n}.service\n      contents: "[Service]\\nExecStart=/x\\nRestart=foo${x}\\n"\n`;
    const config = (x: string) =>
      `${head}systemd:\n  units:\n${Array.from({ length: 20 }, (_, n) => unit(n, n === 7 ? x : '')).join('')}`;
    const made: string[] = [];
    const inner = createTextMemo();
    const memo = {
      ...inner,
      get: <T>(kind: string, key: string, make: () => T): T =>
        inner.get(kind, key, () => {
          if (kind.startsWith('diagnose')) made.push(key);
          return make();
        }),
    };
    const run = async (text: string) => {
      const { config: analyzed } = analyze(readDocument(text, 'a.bu'), {});
      return analyzed ? (await lint(analyzed, {}, { memo })).diagnostics.length : 0;
    };
    expect(await run(config(''))).toBe(20);
    expect(made).toHaveLength(20);
    expect(await run(config('o'))).toBe(20);
    expect(made).toHaveLength(21);
  });

  test('languages claim their places and no others', () => {
    const claimed = (path: string, role?: 'unit-text' | 'quadlet-text') =>
      languages.filter((each) => each.claims(role === undefined ? { path } : { role, path })).map(({ name }) => name);
    expect(claimed('/etc/systemd/system/a.service', 'unit-text')).toEqual(['systemd']);
    expect(claimed('/usr/local/lib/systemd/system/a.timer')).toEqual(['systemd']);
    expect(claimed('/etc/systemd/system/multi-user.target.wants/a.service')).toEqual([]);
    expect(claimed('/etc/containers/systemd/a.volume')).toEqual(['quadlet']);
    expect(claimed('/etc/containers/systemd/a.volume.d/b.conf')).toEqual(['quadlet']);
    expect(claimed('/etc/containers/systemd/notes.txt')).toEqual([]);
    expect(claimed('/etc/motd')).toEqual([]);
  });
});
