// Places in the content of block scalars and where they are written, there and back.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regionOf } from '../../compiler/src/embedded/region.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { type Atom, atom, check, eols, options, raw, scalarAt } from './region-atoms.ts';

/** A line of a block scalar, without its indentation. */
interface Line {
  readonly text: string;
  /** Blanks in front of the indentation of a blank line. */
  readonly blanks: number;
}

const blankLine = fc.nat({ max: 2 }).map((blanks): Line => ({ text: '', blanks }));
const contentLine = fc.constantFrom('a', 'bé 😀', '- x: 1', '# c', '  deeper', ' d', '\ttab', 'end ').map(
  (text): Line => ({
    text,
    blanks: 0,
  }),
);

interface Block {
  readonly lines: readonly Line[];
  readonly blanksBelow: readonly Line[];
  readonly indent: number;
  readonly hasIndicator: boolean;
  readonly chomping: string;
  readonly eol: string;
  readonly hasLastBreak: boolean;
  readonly next: string;
}

const block: fc.Arbitrary<Block> = fc
  .record({
    above: fc.array(blankLine, { maxLength: 2 }),
    first: contentLine,
    rest: fc.array(fc.oneof(contentLine, contentLine, blankLine), { maxLength: 6 }),
    last: contentLine,
    blanksBelow: fc.array(blankLine, { maxLength: 2 }),
    indent: fc.integer({ min: 2, max: 4 }),
    hasIndicator: fc.boolean(),
    chomping: fc.constantFrom('', '-', '+'),
    eol: eols,
    hasLastBreak: fc.boolean(),
    next: fc.constantFrom('', 'next: 1', '# comment'),
  })
  .map(({ above, first, rest, last, hasIndicator, ...more }) => ({
    ...more,
    lines: [...above, first, ...rest, last],
    // The indentation cannot be detected where the first line starts with a blank of its own.
    hasIndicator: hasIndicator || /^[ \t]/.test(first.text),
  }));

/** What a block scalar consists of, by the rules of YAML: literal line by line, folded between lines without blanks in front. */
function blockAtoms({ lines, blanksBelow, indent, chomping, eol }: Block, isFolded: boolean): Atom[] {
  const atoms: Atom[] = [];
  const last = lines.length - 1;
  for (const [index, { text, blanks }] of lines.entries()) {
    if (text === '') {
      atoms.push(atom(' '.repeat(blanks), ''), atom(eol, '\n'));
      continue;
    }
    atoms.push(atom(' '.repeat(indent), ''), ...raw(text));
    if (index === last) atoms.push(atom(eol, chomping === '-' ? '' : '\n'));
    else atoms.push(atom(eol, isFolded ? folded(lines, index) : '\n'));
  }
  for (const { blanks } of blanksBelow) {
    atoms.push(atom(' '.repeat(blanks), ''), atom(eol, chomping === '+' ? '\n' : ''));
  }
  return atoms;
}

/** What the line break behind a line becomes. */
function folded(lines: readonly Line[], index: number): string {
  const next = lines.findIndex(({ text }, at) => at > index && text !== '');
  const isSpaced = [lines[index], lines[next]].some((line) => /^[ \t]/.test(line?.text ?? ''));
  if (isSpaced) return '\n';
  return next === index + 1 ? ' ' : '';
}

describe('a block scalar', () => {
  test.each([
    ['literal', '|'],
    ['folded', '>'],
  ])('that is %s', (_, indicator) => {
    fc.assert(
      fc.property(block, (given) => {
        const { indent, hasIndicator, chomping, eol, hasLastBreak, next } = given;
        const atoms = blockAtoms(given, indicator === '>');
        const open = `a: 1${eol}key: ${indicator}${hasIndicator ? indent : ''}${chomping}${eol}`;
        const text = atoms.map(({ written }) => written).join('') + next;
        if (hasLastBreak || next !== '') check(open + text, open.length, atoms);
        else {
          // The last line break is missing in the source, and then in the content too.
          const kept = atoms.slice(
            0,
            atoms.findLastIndex(({ written }) => written === eol),
          );
          check(open + kept.map(({ written }) => written).join(''), open.length, kept);
        }
      }),
      options,
    );
  });

  test.each(['|', '>-', '|+\n\n\n', '|2-\n'])('without content: %j', (text) => {
    const document = `key: ${text}`;
    const region = regionOf(scalarAt(parseYaml(document, 'x.bu').root), document);
    expect(region?.text).toMatch(/^\n*$/);
    expect(region?.toSource(0)).toBeGreaterThanOrEqual(5);
    expect(region?.toSource(0)).toBeLessThanOrEqual(document.length);
  });
});
