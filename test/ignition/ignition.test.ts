// The corpus of Ignition configs with the reference's results, and what it does not hold: duplicate and folded keys, nulls,
// versions, broken texts.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, type Document, formatPath } from '../../compiler/src/index.ts';
import { utf8Length } from '../../compiler/src/text/utf8.ts';
import { readIgnition, validateIgnition } from '../../compiler/src/validate-ignition.ts';

interface IgnitionCase {
  readonly id: string;
  readonly group: string;
  readonly input: string;
  readonly expect: {
    readonly fatal: string | null;
    readonly diagnostics: readonly {
      readonly severity: 'error' | 'warning';
      readonly code: string;
      readonly path: string;
      readonly line: number | null;
      readonly col: number | null;
    }[];
  };
}

const corpusFile = fileURLToPath(new URL('../conformance/ignition/ignition.jsonl', import.meta.url));
const cases = readFileSync(corpusFile, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as IgnitionCase);

/**
 * A place as the reference counts it in JSON: columns in bytes of UTF-8, and an object or array not at its bracket but one
 * column behind it. Ours are code points from the bracket on, as in YAML.
 */
function referencePlace({ text }: Document, offset: number): string {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const isBracket = '{['.includes(text.charAt(offset));
  return `${before.split('\n').length}:${utf8Length(before.slice(start)) + (isBracket ? 2 : 1)}`;
}

function describeFinding({ severity, code, path }: Diagnostic): string {
  return `${severity} ${code} ${formatPath(path)}`;
}

describe.each([...new Set(cases.map(({ group }) => group))])('corpus: %s', (group) => {
  const all = cases.filter((each) => each.group === group);
  test.each(all.map((each) => [each.id, each] as const))('%s', (_, { input, expect: expected }) => {
    const { document, diagnostics } = validateIgnition(input, 'x.ign');
    if (expected.fatal !== null) {
      expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([`error ${expected.fatal}`]);
      return;
    }
    const isRefused = expected.diagnostics.some(({ severity }) => severity === 'error');
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(isRefused);
    if (isRefused) {
      // The reference stops at its first stage with an error, we go on; but all that it says is said.
      const found = diagnostics.map(describeFinding);
      for (const { severity, code, path } of expected.diagnostics) {
        const at = found.indexOf(`${severity} ${code} ${path}`);
        expect(at, `${code} ${path}`).toBeGreaterThanOrEqual(0);
        found.splice(at, 1);
      }
      return;
    }
    const found = diagnostics.map((each) => {
      return `${describeFinding(each)} ${referencePlace(document, each.location.range.start)}`;
    });
    const wanted = expected.diagnostics.map(({ severity, code, path, line, col }) => {
      return `${severity} ${code} ${path} ${line}:${col}`;
    });
    expect(found.sort()).toEqual(wanted.sort());
  });
});

/** The findings of a config of 3.4.0 with these further members: severity, code, path and the marked text. */
function findingsOf(members: string, version = '3.4.0'): string[] {
  return findingsIn(`{"ignition":{"version":"${version}"},${members}}`);
}

function findingsIn(text: string): string[] {
  return validateIgnition(text, 'x.ign').diagnostics.map((each) => {
    const { start, end } = each.location.range;
    return `${describeFinding(each)} ${text.slice(start, end)}`;
  });
}

describe('keys are matched as Go matches them', () => {
  test.each([
    ['"STORAGE":{"files":[{"path":"a"}]}', ['$.STORAGE', '$.storage.files.0.path']],
    ['"\u017ftorage":{"files":[{"path":"a"}]}', ['$.\u017ftorage', '$.storage.files.0.path']],
    ['"storage":{"lin\u212as":[{"path":"a","target":"b"}]}', ['$.storage.lin\u212as', '$.storage.links.0.path']],
    ['"storage":{"Files":[{"path":"/a","zz":1}]}', ['$.storage.Files']],
    ['"storage":{"x":1,"x":2}', ['$.storage.x']],
    ['"storage":{"x":1},"storage":{}', []],
  ])('%s', (members, paths) => {
    expect(
      validateIgnition(`{"ignition":{"version":"3.4.0"},${members}}`).diagnostics.map((each) => formatPath(each.path)),
    ).toEqual(paths);
  });

  test('and one that comes again is read on top of the earlier one', () => {
    expect(findingsOf('"storage":{"files":[{"path":"/a","path":"b"}]}')).toEqual([
      'error path-relative $.storage.files.0.path "b"',
    ]);
    expect(findingsOf('"storage":{"files":[{"path":"a"}],"files":[{"mode":1}]}')).toEqual([
      'error path-relative $.storage.files.0.path "a"',
    ]);
    const shrunk = '"storage":{"files":[{"path":"/a"},{"path":"b"}],"files":[{"mode":1}],"files":[{},{}]}';
    expect(findingsOf(shrunk)).toEqual(['error path-relative $.storage.files.1.path "b"']);
    const emptied = '"storage":{"files":[{"path":"b"}],"files":[],"files":[{}]}';
    expect(findingsOf(emptied)).toEqual(['error path-required $.storage.files.0.path {}']);
  });
});

describe('null', () => {
  test.each([
    ['"storage":{"files":[{"path":"/a","path":null,"mode":4096,"mode":null}]}', []],
    ['"storage":{"files":null}', []],
    ['"passwd":{"users":[{"name":"a","sshAuthorizedKeys":["x"],"sshAuthorizedKeys":[null]}]}', []],
    [
      '"passwd":{"users":[{"name":"a","groups":[null,null]}]}',
      ['error duplicate-entry $.passwd.users.0.groups.1 null'],
    ],
    ['"storage":null', ['warning opaque-section $.storage null']],
  ])('means what it means to Go: %s', (members, findings) => {
    expect(findingsOf(members)).toEqual(findings);
  });

  test('is no opaque section where it differs from an empty object', () => {
    const members = '"storage":{"luks":[{"name":"a","device":"/d","clevis":null}]}';
    expect(findingsOf(members, '3.2.0')).toEqual([]);
    expect(findingsOf(members, '3.3.0')).toEqual(['warning opaque-section $.storage.luks.0.clevis null']);
  });
});

describe('types', () => {
  test.each([
    ['9223372036854775807', true],
    ['-9223372036854775808', true],
    ['-0', true],
    ['9223372036854775808', false],
    ['1.0', false],
    ['1e3', false],
    ['"1"', false],
  ])('the number %s', (number, isTaken) => {
    const { diagnostics } = validateIgnition(`{"ignition":{"version":"3.4.0","timeouts":{"httpTotal":${number}}}}`);
    expect(diagnostics.map(({ code }) => code)).toEqual(isTaken ? [] : ['embedded-config-json']);
  });

  test('every value of a wrong type is found, and nothing that follows from it', () => {
    expect(findingsOf('"storage":{"files":[{"path":5},{"path":"/b","mode":"0644"}]},"passwd":[]')).toEqual([
      'error embedded-config-json $ 5',
      'error embedded-config-json $ "0644"',
      'error embedded-config-json $ []',
    ]);
  });
});

describe('the version', () => {
  test.each([
    ['{}', 'ignition-version-invalid', '`ignition.version` is missing'],
    ['{"ignitionVersion":1}', 'ignition-version-invalid', 'first generation'],
    ['{"ignition":{"version":"3"}}', 'ignition-version-invalid', 'MAJOR.MINOR.PATCH'],
    ['{"ignition":{"version":"1.0.0"}}', 'ignition-version-unknown', 'generation 1'],
    ['{"ignition":{"version":"2.3.0"}}', 'ignition-version-unknown', 'ign-converter'],
    ['{"ignition":{"version":"3.7.0"}}', 'ignition-version-unknown', '`3.7.0-experimental`'],
    ['{"ignition":{"version":"3.4.0-experimental"}}', 'ignition-version-unknown', '`3.4.0`'],
    ['{"ignition":{"version":"9.9.9"}}', 'ignition-version-unknown', '`3.6.0`'],
    ['{"ignition":{"version":"3.4.0+x"}}', 'ignition-version-unknown', '`3.4.0`'],
  ])('%s is %s', (text, code, words) => {
    const { diagnostics, version, config } = validateIgnition(text);
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(diagnostics[0]?.message).toContain(words);
    expect([version, config]).toEqual([undefined, undefined]);
  });

  test.each(['3.4.0', '03.4.0', '3.4.0-'])('%s is 3.4.0, as for Go', (text) => {
    expect(validateIgnition(`{"ignition":{"version":"${text}"}}`).version?.version).toBe('3.4.0');
  });

  test('is the last one that is given', () => {
    const text = '{"ignition":{"version":"3.4.0"},"IGNITION":{"VERSION":"3.5.0"}}';
    expect(validateIgnition(text).version?.version).toBe('3.5.0');
  });
});

describe('a broken text', () => {
  test('is a fault at its place, and what stands before it is still checked', () => {
    const text = '{"ignition":{"version":"3.4.0"},\n"storage":{"files":[{"path":"a"},\n{"path":"b",}]}}';
    expect(findingsIn(text)).toEqual([
      'error path-relative $.storage.files.0.path "a"',
      'error path-relative $.storage.files.1.path "b"',
      'error embedded-config-json $ ,',
    ]);
  });

  test('has a version and a config if they can be made out', () => {
    const { version, config } = validateIgnition('{"ignition":{"version":"3.4.0"},"passwd":{');
    expect(version?.version).toBe('3.4.0');
    expect(config?.fields.ignition?.fields.version?.value).toBe('3.4.0');
  });

  test('that is not UTF-8 is refused outside of texts and taken inside', () => {
    const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
    const good = bytes('{"ignition":{"version":"3.4.0"},"passwd":{"users":[{"name":"a","gecos":"\xff"}]}}');
    expect(validateIgnition(good).diagnostics).toEqual([]);
    expect(validateIgnition(bytes('{"ignition":{"version":"3.4.0"}\xff}')).diagnostics).toHaveLength(1);
  });
});

test('a document that has been read can be checked as well as its text', () => {
  const text = '{"ignition":{"version":"3.4.0"},"x":1}';
  expect(validateIgnition(readIgnition(text, 'x.ign')).diagnostics).toEqual(
    validateIgnition(text, 'x.ign').diagnostics,
  );
});
