// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the texts that the tests are about.
// Templates of configs: what is said of them, what is left out, and what is still found in them.
import { describe, expect, test } from 'vitest';
import { checkWithLints } from '../compiler/src/check.ts';
import { analyze, readDocument } from '../compiler/src/index.ts';
import { checkAsTemplate, type Findings, templateFinding } from '../compiler/src/template.ts';
import { fillHoles, findHoles } from '../compiler/src/text/template-holes.ts';

function findingsIn(text: string): Findings {
  const document = readDocument(text, 'a.bu');
  return { document, diagnostics: analyze(document, {}).diagnostics };
}

/** `line code` of everything that is found. */
function check(text: string): readonly string[] {
  const first = findingsIn(text);
  return checkAsTemplate(first, findingsIn)
    .map(({ code, location }) => ({ code, line: first.document.lines.at(location.range.start).line }))
    .sort((one, other) => one.line - other.line)
    .map(({ code, line }) => `${line} ${code}`);
}

const head = 'variant: fcos\nversion: 1.5.0\n';
const files = `${head}storage:\n  files:\n`;

describe('a file that holes break', () => {
  test.each([
    ['Terraform in a value', `${files}    - path: /a\n      mode: \${mode}\n`, ['6 template-holes']],
    ['Terraform at the start of a path', `${files}    - path: \${base}/a\n`, ['5 template-holes']],
    ['Terraform with a colon in it', `${files}    - path: /a\n      mode: \${x ? "a" : "b"}\n`, ['6 template-holes']],
    ['Terraform’s directives', `${files}%{ for f in files ~}\n    - path: \${f}\n%{ endfor ~}\n`, ['5 template-holes']],
    [
      'Terraform’s functions over lines',
      `${files}    - path: /a\n      mode: \${f({\n  a = 1\n})}\n`,
      ['6 template-holes'],
    ],
    ['Jinja in a value', `${files}    - path: /a\n      mode: {{ mode }}\n`, ['6 template-holes']],
    ['Jinja with text behind', `${files}    - path: {{ base }}/a\n      mode: 0644\n`, ['5 template-holes']],
    ['Jinja’s blocks', `${files}{% for f in files %}\n    - path: {{ f }}\n{% endfor %}\n`, ['5 template-holes']],
    ['Jinja’s comments', `${files}{# all files #}\n    - path: /a\n`, ['5 template-holes']],
    [
      'branches with the same key',
      `${files}    - path: /a\n{% if x %}\n      mode: 0644\n{% else %}\n      mode: 0600\n{% endif %}\n`,
      ['6 template-holes'],
    ],
    ['Go', `${files}    {{- range .Files }}\n    - path: {{ .Path | quote }}\n    {{- end }}\n`, ['5 template-holes']],
    ['Go’s include', `${head}{{ include "units" . | indent 2 }}\n`, ['3 template-holes']],
    ['the header', 'variant: ${variant}\nversion: ${version}\n', ['2 template-holes']],
    ['a key', `${head}\${section}:\n  a: 1\n`, ['3 template-holes']],
    [
      'Terraform’s directives in a unit',
      `${head}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        ExecStart=/bin/a \\\n          %{~ for x in xs ~}\n          --x=\${x} \\\n          %{~ endfor ~}\n          %{~ if y ~}\n          --y\n          %{~ endif ~}\n`,
      ['9 template-holes'],
    ],
    [
      'Jinja’s blocks in a unit',
      `${head}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        {% if x %}\n        User=x\n        {% endif %}\n`,
      ['8 template-holes'],
    ],
    ['a local file', `${files}    - path: /a\n      contents:\n        source: \${url}\n`, ['7 template-holes']],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  test('is checked beside its holes', () => {
    const text = `${files}{% for f in files %}\n    - path: {{ f }}\n      mode: 644\n{% endfor %}\n    - path: rel\n      bogus: 1\n`;
    expect(check(text).filter((each) => !each.endsWith('mode-special-bits'))).toEqual([
      '5 template-holes',
      '7 mode-not-octal',
      '9 path-relative',
      '10 unused-key',
    ]);
  });

  test('has its faults of syntax reported', () => {
    expect(check(`${files}    - path: \${a}\n      mode: \${m}\n\t- path: /b\n`)).toEqual([
      '5 template-holes',
      '7 yaml-syntax',
    ]);
  });

  test('different holes give different values, the same hole the same', () => {
    const item = (path: string): string => `    - path: ${path}\n`;
    const broken = '      mode: ${m}\n';
    expect(check(`${files}${item('${a}')}${broken}${item('${b}')}`)).toEqual(['5 template-holes']);
    expect(check(`${files}${item('/${a}')}${broken}${item('/${a}')}`)).toContain('7 duplicate-entry');
  });

  test('is spoken of in its own words', () => {
    const text = `${files}    - path: /\${a}\n      mode: \${m}\n    - path: /\${a}\n`;
    const messages = checkAsTemplate(findingsIn(text), findingsIn).map(({ message }) => message);
    expect(messages.join('\n')).toContain('`/${a}`');
    expect(messages.join('\n')).not.toMatch(/xxx/);
  });
});

describe('a file that is no template', () => {
  test.each([
    [
      'shell variables in a block scalar',
      `${files}    - path: a\n      contents:\n        inline: |\n          \${HOME} {{ x }} %{y}\n`,
      ['5 path-relative'],
    ],
    [
      'shell variables in a text',
      `${files}    - path: a\n      contents:\n        inline: echo \${HOME} %{http_code}\n`,
      ['5 path-relative'],
    ],
    [
      'variables in a unit',
      `${head}systemd:\n  units:\n    - name: a.service\n      contents: "[Service]\\nbad \${X}\\n"\n`,
      ['6 unit-contents-invalid'],
    ],
    [
      'a fault of a unit before what steers the template',
      `${head}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        bad\n        A=%{ if x }\n`,
      ['8 unit-contents-invalid'],
    ],
    ['holes in comments', `${files}    # \${x} {{ y }}\n    - path: a # {% z %}\n`, ['6 path-relative']],
    [
      'a quoted text where a number is needed',
      `${files}    - path: /a\n      mode: "\${mode}"\n`,
      ['6 yaml-type-mismatch'],
    ],
    [
      'a hole elsewhere on the line of a fault',
      `${files}    - path: /a\n      contents: {inline: "\${x}", : }\n`,
      undefined,
    ],
    ['a mapping in braces', `${files}    - {path: a, contents: {inline: x}}\n`, ['5 path-relative']],
  ])('%s', (_, text, expected) => {
    const found = check(text);
    if (expected) expect(found).toEqual(expected);
    expect(found.join()).not.toContain('template-holes');
  });
});

describe('lints of a unit', () => {
  const unit = (lines: string): string =>
    `${head}systemd:\n  units:\n    - name: a.service\n      enabled: true\n      contents: |\n        [Service]\n${lines}        [Install]\n        WantedBy=multi-user.target\n`;
  test.each([
    [
      'are left out behind what steers a template in it',
      unit(
        '        Restrat=no\n        ExecStart=/bin/a \\\n          %{ if x ~}\n          --x=1 \\\n          %{ endif ~}\n          --y=2\n',
      ),
      ['9 unit-directive-unknown', '11 template-holes'],
    ],
    [
      'stay where variables are the shell’s or systemd’s',
      unit('        ExecStart=/bin/a ${X} --format {{.ID}} -w %%{http_code}\n        Restrat=no\n'),
      ['10 unit-directive-unknown'],
    ],
  ])('%s', async (_, text, expected) => {
    const { document, diagnostics } = await checkWithLints(text, { path: 'a.bu' });
    const found = diagnostics.map(({ code, location }) => `${document.lines.at(location.range.start).line} ${code}`);
    expect(found).toEqual(expected);
  });
});

test('for compile there is a note', () => {
  const finding = templateFinding(findingsIn(`${files}    - path: /a\n      mode: \${mode}\n`), 'note');
  expect(finding?.severity).toBe('note');
  expect(templateFinding(findingsIn(`${files}    - path: a\n`), 'note')).toBeUndefined();
});

test('the filled text has the same places', () => {
  const text = 'a: ${b}\r\n{% if x\n %}\nc: {{ d }}-{{ d }} "%{e}"\n';
  const { text: filled } = fillHoles(text, findHoles(text));
  expect(filled).toHaveLength(text.length);
  expect(filled).not.toMatch(/[{}]/);
  expect([...filled.matchAll(/\n/g)].map(({ index }) => index)).toEqual(
    [...text.matchAll(/\n/g)].map(({ index }) => index),
  );
});

test('any text is taken', () => {
  for (const text of [
    '${',
    '{{',
    '{% %',
    '%{{{',
    '${${${',
    '}}}}',
    '"${',
    "'{{ ' }}",
    '- |\n${x}\n',
    '${a}'.repeat(20_000),
  ]) {
    expect(fillHoles(text, findHoles(text)).text).toHaveLength(text.length);
    check(text);
  }
});

test('many holes take time in proportion', () => {
  const text = `${files}${Array.from({ length: 10_000 }, (_, n) => `    - path: \${p${n}}\n      mode: {{ m }}\n`).join('')}`;
  const start = performance.now();
  expect(check(text)).toEqual(['5 template-holes']);
  for (const hostile of ['{{', '${', '{%']) check(`${files}    - path: ${hostile.repeat(50_000)}\n`);
  expect(performance.now() - start).toBeLessThan(20_000);
});
