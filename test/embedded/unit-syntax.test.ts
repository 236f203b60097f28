// The grammar of unit files: what it makes of ordinary, odd and hostile texts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quadletLanguage } from '../../compiler/src/embedded/quadlet/service.ts';
import { systemdLanguage } from '../../compiler/src/embedded/systemd/service.ts';
import { parseUnit } from '../../compiler/src/embedded/unit-syntax/grammar.ts';

/** Sections with their assignments as plain text. */
function outline(text: string): unknown {
  return parseUnit(text).sections.map(({ name, assignments }) => [
    name,
    ...assignments.map(({ key, value }) => `${key}=${value.text}`),
  ]);
}

describe('unit files', () => {
  test('sections, assignments, comments, blanks', () => {
    expect(outline('# a\n[Unit]\n Description = a b \n;c\n\n[Service]\nExecStart=/x -y=1\n[Unit]\nAfter=\n')).toEqual([
      ['Unit', 'Description=a b'],
      ['Service', 'ExecStart=/x -y=1'],
      ['Unit', 'After='],
    ]);
  });

  test('values go on over lines, with comments in between', () => {
    expect(outline('[S]\nA=one \\\n# no\n  ; no \\\n  two\\\n\nB=x\\\\\nC=y\\')).toEqual([
      ['S', 'A=one    two', 'B=x\\\\', 'C=y'],
    ]);
  });

  test('a value knows where each of its characters is written', () => {
    const text = '[S]\nA= one \\\n# no\n  two';
    const value = parseUnit(text).sections[0]?.assignments[0]?.value;
    expect(value?.text).toBe('one    two');
    for (let at = 0; at < 3; at++) expect(text[value?.at(at) ?? 0]).toBe(value?.text[at]);
    for (let at = 7; at < 10; at++) expect(text[value?.at(at) ?? 0]).toBe(value?.text[at]);
    expect(value && text.slice(value.range.start, value.range.end)).toBe('one \\\n# no\n  two');
  });

  test('what is neither a header nor an assignment is kept apart', () => {
    const tree = parseUnit('x=1\n[A\n[B] c\nfoo\n=bar\n[C]\n');
    expect(tree.orphans.map(({ key }) => key)).toEqual(['x']);
    expect(tree.errors.map(({ kind }) => kind)).toEqual(['unclosed', 'unclosed']);
    expect(tree.strays.map(({ kind }) => kind)).toEqual(['no-equals', 'no-key']);
    expect(tree.sections.map(({ name }) => name)).toEqual(['A', 'B] c', 'C']);
  });

  test('CR, CRLF and NUL end lines, as systemd has it', () => {
    expect(outline('[A]\r\nB=c\r\nD=e\rF=g\0H=i')).toEqual([['A', 'B=c', 'D=e', 'F=g', 'H=i']]);
  });

  test('any text gives a tree whose ranges lie in the text, and every language answers', () => {
    const parts = fc.constantFrom(
      '[Service]',
      '[',
      ']',
      '=',
      '\\',
      '\n',
      '\r\n',
      '\0',
      '#',
      ';',
      ' ',
      'ExecStart',
      'Restart=',
      '"',
      "'",
      '%',
      'a',
      '/x',
      '[Container]\n',
      'Image=',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const tree = parseUnit(text);
        for (const { range, assignments } of tree.sections) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          for (const { value, keyRange, key } of assignments) {
            expect(text.slice(keyRange.start, keyRange.end)).toBe(key);
            expect(value.range.start).toBeGreaterThanOrEqual(keyRange.end);
            expect(value.range.end).toBeLessThanOrEqual(text.length);
          }
        }
        for (const [language, name] of [
          [systemdLanguage, 'a.service'],
          [quadletLanguage, 'a.container'],
        ] as const) {
          const input = { path: `/x/${name}`, text };
          for (const { range, message } of language.diagnose(input, { systemd: 252, podman: '5.4' })) {
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeLessThanOrEqual(text.length);
            expect(range.start).toBeLessThanOrEqual(range.end);
            expect(message).not.toContain('undefined');
          }
          language.complete(input, text.length >> 1, {});
          language.hover(input, text.length >> 1);
          language.symbols(input);
          language.tokens(input);
          language.references(input);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('formatting changes nothing but blanks, and does nothing the second time', () => {
    const text =
      '\n  [Unit]   \nDescription = x y \n[Service]\n\n\n\nExecStart= /x \\\n   y\nUser=\n# about install\n[Install]\nWantedBy =a\n';
    const once = applyFormat(text);
    expect(once).toBe(
      '\n[Unit]\nDescription=x y\n\n[Service]\n\n\n\nExecStart=/x \\\n   y\nUser=\n# about install\n[Install]\nWantedBy=a\n'.slice(
        once.startsWith('\n') ? 0 : 1,
      ),
    );
    expect(applyFormat(once)).toBe(once);
    expect(outline(once)).toEqual(outline(text));
  });
});

function applyFormat(text: string): string {
  const edits = systemdLanguage.format({ path: '/x/a.service', text });
  return [...edits]
    .reverse()
    .reduce((result, { range, text: wanted }) => result.slice(0, range.start) + wanted + result.slice(range.end), text);
}
