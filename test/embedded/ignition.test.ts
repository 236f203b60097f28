// Ignition configs inside a config: what the language answers, in offsets of the text alone; and that no text is too broken or
// too large for it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ignitionLanguage } from '../../compiler/src/embedded/ignition/service.ts';
import { all as languages } from '../../compiler/src/embedded/index.gen.ts';
import { mergedTexts } from '../../compiler/src/embedded/texts.ts';
import { analyze, check, mapInputs, readDocument } from '../../compiler/src/index.ts';
import { applyEdits } from '../../compiler/src/text/edit.ts';

const textOf = (text: string) => ({ path: '', text });

/** A text with `¦` where the cursor is. */
function at(marked: string): readonly [{ path: string; text: string }, number] {
  return [textOf(marked.replace('¦', '')), marked.indexOf('¦')];
}

/** The text after each completion. */
function complete(marked: string): readonly string[] {
  const [text, offset] = at(marked);
  return ignitionLanguage
    .complete(text, offset, {})
    .map(({ range, insert }) => applyEdits(text.text, [{ range, text: insert }]));
}

describe('what it claims', () => {
  test('inline and local configs of merge and replace, in every spec that has them', () => {
    const claimed = (header: string, config: string, files = {}) => {
      const document = readDocument(`${header}ignition:\n  config:\n${config}`, 'a.bu');
      const host = { inputs: mapInputs(files) };
      const { config: analyzed } = analyze(document, host);
      return analyzed ? mergedTexts(analyzed.source, host).map(({ text, uri }) => [text.text, uri]) : [];
    };
    const merge = '    merge:\n      - inline: "{}"\n      - local: b.ign\n      - source: http://x/y\n';
    for (const header of [
      'variant: fcos\nversion: 1.2.0\n',
      'variant: flatcar\nversion: 1.1.0\n',
      'variant: openshift\nversion: 4.14.0\nmetadata:\n  name: x\n  labels: {machineconfiguration.openshift.io/role: worker}\n',
      'variant: r4e\nversion: 1.1.0\n',
      'variant: fiot\nversion: 1.0.0\n',
    ]) {
      expect(claimed(header, merge, { 'b.ign': '[]' })).toEqual([
        ['{}', undefined],
        ['[]', '/files/b.ign'],
      ]);
      expect(claimed(header, '    replace:\n      inline: x\n')).toEqual([['x', undefined]]);
    }
  });

  test('nothing that is packed, missing, or there twice', () => {
    const source = 'variant: fcos\nversion: 1.5.0\nignition:\n  config:\n    merge:\n';
    const items =
      '      - {inline: "{}", local: b.ign}\n      - {inline: "{}", compression: gzip}\n      - local: ../x\n      - local: c\n';
    const host = { inputs: mapInputs({ 'b.ign': '{}' }) };
    const { config } = analyze(readDocument(source + items, 'a.bu'), host);
    expect(config && mergedTexts(config.source, host)).toEqual([]);
  });

  test('by the role of the field alone', () => {
    const claim = (place: Parameters<(typeof languages)[0]['claims']>[0]) =>
      languages.filter((each) => each.claims(place)).map(({ name }) => name);
    expect(claim({ role: 'embedded-config', path: '' })).toEqual(['ignition']);
    expect(claim({ path: '/etc/x.ign' })).toEqual([]);
  });
});

describe('completion', () => {
  test('keys that the version has and the object lacks', () => {
    const old = complete('{"ignition": {"version": "3.0.0"}, "storage": {"¦"}}');
    expect(old).toContain('{"ignition": {"version": "3.0.0"}, "storage": {"files": []}}');
    expect(old.join()).not.toContain('luks');
    expect(complete('{"ignition": {"version": "3.4.0"}, "storage": {"files": [], ¦}}').join()).toContain('"luks": []');
    const present = complete('{"storage": {"files": [{"path": "/a", ¦}]}, "ignition": {"version": "3.4.0"}}').join();
    expect(present).toContain('"mode": ');
    expect(present).not.toContain('"path": "/a", "path"');
  });

  test('the version counts wherever it stands', () => {
    const marked = '{"ignition": {"config": {"merge": [{"source": "data:,"}]}, "version": "3.0.0"}, "storage": {¦}}';
    expect(complete(marked).join()).not.toContain('luks');
  });

  test('values: versions, modes as numbers, closed sets, names', () => {
    expect(complete('{"ignition": {"version": ¦}}')).toContain('{"ignition": {"version": "3.4.0"}}');
    expect(complete('{"storage": {"files": [{"mode": ¦}]}}')).toContain('{"storage": {"files": [{"mode": 420}]}}');
    expect(complete('{"storage": {"filesystems": [{"format": "x¦"}]}}')).toContain(
      '{"storage": {"filesystems": [{"format": "xfs"}]}}',
    );
    expect(
      complete('{"passwd": {"users": [{"name": "jane"}]}, "storage": {"files": [{"user": {"name": ¦}}]}}').join(),
    ).toContain('"user": {"name": "jane"}');
  });

  test('a page for each', () => {
    const [text, offset] = at('{"storage": {"files": [{¦}]}}');
    const mode = ignitionLanguage.complete(text, offset, {}).find(({ label }) => label === 'mode');
    expect(mode?.doc).toContain('Permission bits');
    expect(mode?.filter).toBe('"mode"');
  });

  test('a whole config where there is nothing, and nothing where there is something else', () => {
    expect(complete('\n¦\n')).toEqual(['\n{"ignition": {"version": ""}}\n']);
    expect(complete('variant: ¦')).toEqual([]);
    expect(complete('[¦')).toEqual([]);
  });
});

describe('hover', () => {
  const hover = (marked: string) => {
    const [text, offset] = at(marked);
    const found = ignitionLanguage.hover(text, offset);
    return found && [text.text.slice(found.range.start, found.range.end), found.text];
  };

  test('keys and values, as they are written in JSON', () => {
    expect(hover('{"storage": {"filesystems": [{"mount¦Options": []}]}}')).toEqual([
      '"mountOptions"',
      expect.stringContaining('**mountOptions**'),
    ]);
    expect(hover('{"storage": {"files": [{"mode": 4¦20}]}}')).toEqual([
      '420',
      expect.stringContaining('`0644` is `rw-r--r--`'),
    ]);
  });

  test('only what the version of the text has', () => {
    expect(hover('{"ignition": {"version": "3.0.0"}, "storage": {"lu¦ks": []}}')?.[1]).toContain('**storage**');
    expect(hover('{"ignition": {"version": "3.2.0"}, "storage": {"lu¦ks": []}}')?.[0]).toBe('"luks"');
  });
});

describe('structure', () => {
  const text = textOf(
    '{"ignition": {"version": "3.4.0"},\n "passwd": {"users": [{"name": "core"}]},\n "storage": {"files": [{"path": "/a", "mode": 420, "overwrite": true}]},\n "systemd": {"units": [{"name": "a.service", "contents": "[Unit]\\nAfter=b.service\\n"}]}}',
  );
  const slice = ({ start, end }: { start: number; end: number }) => text.text.slice(start, end);

  test('symbols', () => {
    type Symbols = ReturnType<typeof ignitionLanguage.symbols>;
    const shown = (symbols: Symbols): unknown =>
      symbols.map(({ name, kind, nameRange, children }) => [`${kind} ${name} ${slice(nameRange)}`, shown(children)]);
    expect(shown(ignitionLanguage.symbols(text))).toEqual([
      ['section ignition "ignition"', []],
      ['section passwd "passwd"', [['section users "users"', [['user core "core"', []]]]]],
      ['section storage "storage"', [['section files "files"', [['file /a "/a"', []]]]]],
      ['section systemd "systemd"', [['section units "units"', [['unit a.service "a.service"', []]]]]],
    ]);
  });

  test('tokens in source order', () => {
    const tokens = ignitionLanguage.tokens(textOf('{"a": [1, -2.5, "x"], "b": {"c": null, "d": true}}'));
    const source = '{"a": [1, -2.5, "x"], "b": {"c": null, "d": true}}';
    expect(tokens.map(({ kind, range }) => `${kind} ${source.slice(range.start, range.end)}`)).toEqual([
      'key "a"',
      'number 1',
      'number -2.5',
      'value "x"',
      'key "b"',
      'key "c"',
      'word null',
      'key "d"',
      'word true',
    ]);
  });

  test('references: what the config does not define itself', () => {
    const found = ignitionLanguage.references(text).map(({ name, relation, range }) => [relation, name, slice(range)]);
    expect(found).toEqual([['unit', 'b.service', 'b.service']]);
  });

  test('folds', () => {
    const source = '{\n  "a": {\n    "b": []\n  }\n}';
    expect(ignitionLanguage.folds?.(textOf(source))).toEqual([{ start: 4, end: 26 }]);
  });
});

describe('formatting', () => {
  const format = (text: string) => applyEdits(text, ignitionLanguage.format(textOf(text)));

  test('one entry a line; order and spelling stay', () => {
    expect(format('{"b":1e3 ,"a" :{ },"c":[ ],"d":["\\u0041", {"x":[1,\n2]}],"a":12345678901234567890}\n')).toBe(
      '{\n  "b": 1e3,\n  "a": {},\n  "c": [],\n  "d": [\n    "\\u0041",\n    {\n      "x": [\n        1,\n        2\n      ]\n    }\n  ],\n  "a": 12345678901234567890\n}\n',
    );
    expect(format(' \n {} \n\n')).toBe('{}\n');
    expect(format('{"a":\r\n1}')).toBe('{\r\n  "a": 1\r\n}');
  });

  test('nothing in a text with faults, and nothing twice', () => {
    for (const text of [
      '',
      '{',
      '{"a": 1,}',
      "{'a': 1}",
      '{"a": 1} x',
      '// x\n{}',
      '['.repeat(300) + ']'.repeat(300),
    ]) {
      expect(ignitionLanguage.format(textOf(text))).toEqual([]);
    }
    fc.assert(
      fc.property(fc.json(), (json) => {
        const once = format(json);
        expect(JSON.parse(once)).toEqual(JSON.parse(json));
        expect(ignitionLanguage.format(textOf(once))).toEqual([]);
      }),
    );
  });
});

test('what the compiler has said is not said again', () => {
  const inline =
    '      - inline: |\n          {"storage": {"files": [{"path": "a"}]}, "ignition": {"version": "3.4.0"}}\n';
  const text = `variant: fcos\nversion: 1.5.0\nignition:\n  config:\n    merge:\n${inline}`;
  expect(check(text).diagnostics.map(({ code }) => code)).toEqual(['path-relative']);
  expect(ignitionLanguage.diagnose(textOf('{"storage": {"files": [{"path": "a"}]}}'), {})).toEqual([]);
});

describe('bad input', () => {
  /** Everything that the language can be asked. */
  function askAll(source: string): void {
    const text = textOf(source);
    const { length } = source;
    const inText = ({ start, end }: { start: number; end: number }): void => {
      expect(start >= 0 && start <= end && end <= length).toBe(true);
    };
    for (const offset of [0, length >> 1, length]) {
      for (const { range } of ignitionLanguage.complete(text, offset, {})) inText(range);
      const found = ignitionLanguage.hover(text, offset);
      if (found) inText(found.range);
    }
    ignitionLanguage.diagnose(text, {});
    for (const { range } of ignitionLanguage.symbols(text)) inText(range);
    for (const { range } of ignitionLanguage.tokens(text)) inText(range);
    for (const { range } of ignitionLanguage.references(text)) inText(range);
    for (const range of ignitionLanguage.folds?.(text) ?? []) inText(range);
    ignitionLanguage.format(text);
  }

  const unit = '{"name": "a.service", "contents": "[Service]\\nExecStart=/bin/x\\nAfter=b.service c.service\\n"},';
  test.each([
    ['nothing', ''],
    ['a text of 1 MB', `{"a": "${'x'.repeat(1_000_000)}"}`],
    ['a line of 1 MB', `{"systemd": {"units": [${unit.repeat(11_000).slice(0, -1)}]}}`],
    ['the same, cut off', `{"systemd": {"units": [${unit.repeat(11_000)}`],
    ['a million brackets', '['.repeat(1_000_000)],
    ['a million braces', '{'.repeat(1_000_000)],
    ['many levels, and a long line', `${'{"a":'.repeat(9_000)}"${'x'.repeat(1_000_000)}"`],
    ['many levels, and blanks', `${'{"a":\n'.repeat(9_000)}${' '.repeat(1_000_000)}`],
    ['a million quotes', '"'.repeat(1_000_000)],
    ['a million backslashes', `{"a": "${'\\'.repeat(1_000_001)}`],
    ['NUL bytes', '\0'.repeat(1_000_000)],
    ['a million commas', `{${','.repeat(1_000_000)}`],
    ['keys of the same name', `{${'"storage": {"files": []},'.repeat(40_000)}"a": 1}`],
    ['lines of brackets', '[\n'.repeat(100_000)],
  ])('%s', (_, source) => {
    const start = performance.now();
    expect(() => askAll(source)).not.toThrow();
    // Bounded: a quadratic step would take minutes. The limit leaves room for a busy machine.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('pieces of configs', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      ' ',
      '"ignition"',
      '"version"',
      '"3.4.0"',
      '"storage"',
      '"files"',
      '"path"',
      '"mode"',
      '420',
      'null',
      'true',
      '"/a"',
      '"contents"',
      '"[Unit]\\nAfter=x',
      '😀',
      '\u2028',
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => askAll(pieces.join(''))),
      { numRuns: 1000 },
    );
  });
});
