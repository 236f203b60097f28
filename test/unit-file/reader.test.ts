import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUnitFile } from '../../compiler/src/unit-file/reader.ts';

const optionsOf = (text: string) =>
  readUnitFile(text).options.map(({ section, name, value }) => [section, name, value]);

describe('readUnitFile', () => {
  it.each([
    ['', []],
    ['[Unit]\nDescription=a b\n', [['Unit', 'Description', 'a b']]],
    ['[A]\na=b', [['A', 'a', 'b']]],
    ['[A]\r\na=b\r\n', [['A', 'a', 'b']]],
    ['[A]\na = b = c \n', [['A', 'a', 'b = c']]],
    [
      '[A]\n=b\na=\n',
      [
        ['A', '', 'b'],
        ['A', 'a', ''],
      ],
    ],
    ['[A]\n\n \t\u2003\ufeffa=b', [['A', '\ufeffa', 'b']]],
    ['[ A ]\na=b', [[' A ', 'a', 'b']]],
    ['[A\nB]\na=b', [['A\nB', 'a', 'b']]],
    ['[]\na=b', [['', 'a', 'b']]],
    [
      '[A] \t\na=b [B]\nc=d',
      [
        ['A', 'a', 'b [B]'],
        ['A', 'c', 'd'],
      ],
    ],
    ['[A]\n  [B]\na=b', [['B', 'a', 'b']]],
    ['a=b\nstray [A]\nc=d', [['A', 'c', 'd']]],
    ['# [X]\n; [Y]\n[A]\n#a=b\n;c=d\ne=f # g', [['A', 'e', 'f # g']]],
    ['[A]\n# x \\\na=b\nc=d', [['A', 'c', 'd']]],
    ['[A]\n# x \\ \na=b\nc=d', [['A', 'c', 'd']]],
    ['[A]\n# x \\  \na=b', [['A', 'a', 'b']]],
    [
      '[A]\na=b \\\n  c\nd=e',
      [
        ['A', 'a', 'b \\\n  c'],
        ['A', 'd', 'e'],
      ],
    ],
    ['[A]\na=b\\', [['A', 'a', 'b\\']]],
    ['[A]\na=b\\\n', [['A', 'a', 'b\\\n']]],
    [
      '[A]\na=b\\\n\nc=d',
      [
        ['A', 'a', 'b\\\n'],
        ['A', 'c', 'd'],
      ],
    ],
    [
      '[A]\na=b\\ \nc=d',
      [
        ['A', 'a', 'b\\'],
        ['A', 'c', 'd'],
      ],
    ],
    [
      '[A]\na=b\\\r\nc=d',
      [
        ['A', 'a', 'b\\'],
        ['A', 'c', 'd'],
      ],
    ],
    ['[A]\na=\\\n# no comment\\\nb\n', [['A', 'a', '\\\n# no comment\\\nb']]],
    ['[A]\na=\u0085b\u00a0', [['A', 'a', 'b']]],
    ['[A]\na=b\r', [['A', 'a', 'b']]],
    ['[A]\n😀=é', [['A', '😀', 'é']]],
  ])('reads %j', (text, options) => {
    expect(readUnitFile(text).error).toBeUndefined();
    expect(optionsOf(text)).toEqual(options);
  });

  it.each([
    ['[Unit', 'not closed', '[Unit'],
    ['x\n[A\nb', 'not closed', '[A'],
    ['[A] b \nc', 'follows', 'b'],
    ['[A] # c', 'follows', '# c'],
    ['[A]]', 'follows', ']'],
    ['[A]\nfoo', 'no `=`', 'foo'],
    ['[A]\n  foo bar\na=b', 'no `=`', 'foo bar'],
    ['[A]\na=b\nfoo\r\n', 'no `=`', 'foo'],
  ])('refuses %j and says where', (text, reason, place) => {
    const { error } = readUnitFile(text);
    expect(error?.message).toContain(reason);
    expect(text.slice(error?.range.start, error?.range.end)).toBe(place);
  });

  it('keeps what stands before a fault', () => {
    expect(optionsOf('[A]\na=b\nfoo')).toEqual([['A', 'a', 'b']]);
  });

  it('counts only sections with options', () => {
    const { sections } = readUnitFile('[Unit]\na=b\n[Install]\n[Service]\nc=d\n[Unit]\ne=f\n');
    expect(sections).toEqual(['Unit', 'Service']);
  });

  it('says where options stand', () => {
    const text = 'é\n[A]\n a = b \\\n  c\n\nd=\n';
    const places = readUnitFile(text).options.map(({ range }) => text.slice(range.start, range.end));
    expect(places).toEqual(['a = b \\\n  c', 'd=']);
  });

  const x = (count: number): string => 'x'.repeat(count);
  it.each([
    ['at the start', `[A]\n#${x(2046)}\n# more\n`, false],
    ['at the start', `[A]\n#${x(2047)}\n`, true],
    ['with a CR in time', `[A]\n#${x(2046)}\r${x(9)}\n`, false],
    ['at the end of the text', `[A]\na=${x(2045)}`, false],
    ['at the end of the text', `[A]\na=${x(2046)}`, true],
    ['counted in bytes', `[A]\na=${'é'.repeat(1022)}\n`, false],
    ['counted in bytes', `[A]\na=${'é'.repeat(1023)}\n`, true],
    ['counted in bytes', `[A]\na=${'漢'.repeat(682)}\n`, true],
    ['in stray text', x(2047), false],
    ['in stray text', x(2048), false],
    ['in stray text', x(2049), true],
    // 4 + 44 × 91 + 87 = 4095 bytes; one byte is left in the buffer when the long line begins, so it is read unseen.
    ['further on', `[A]\n${`# ${x(88)}\n`.repeat(44)}# ${x(84)}\n# ${x(4000)}\n`, false],
  ])('looks for long lines as the reference does: %s', (_, text, tooLong) => {
    expect(readUnitFile(text).error?.message.includes('longer than') ?? false).toBe(tooLong);
  });

  it('never throws, and its ranges are sound', () => {
    const pieces = fc.constantFrom('[', ']', '=', '\n', '\r', '\\', '#', ';', ' ', 'a', 'é', '😀', '\ud800', x(1000));
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 20 }), (text) => {
        const { options, error } = readUnitFile(text);
        for (const { range } of error ? [...options, error] : options) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
