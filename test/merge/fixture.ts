// Fixtures of several fragments with carets: below each place that a finding names stands what it is.
//
//     ======== base.bu
//     ...
//           mode: 0644
//                 ^^^^ also conflict-value
//     ======== node.bu
//     ...
//           mode: 0600
//                 ^^^^ error conflict-value
//
// `also` marks the places of a finding's notes. A final `>` says that the range goes on beyond the line. Lines
// `# override NAME` before the first fragment list what is meant to win. Several cases are separated by lines `######## name`.

export interface FragmentFile {
  readonly name: string;
  readonly text: string;
}

export interface MergeFixture {
  readonly name: string;
  readonly override: readonly string[];
  readonly fragments: readonly FragmentFile[];
  /** `base.bu:6:13 4 error conflict-value`, sorted. */
  readonly expected: readonly string[];
}

const caretLine = /^(\s*)(\^+)(>?) (error|warning|note|also) ([a-z0-9-]+)$/;
const caseLine = /^######## ?(.*)$/;
const fragmentLine = /^======== ?(.*)$/;

/** The cases of one fixture file. */
export function readMergeFixtures(name: string, text: string): readonly MergeFixture[] {
  const cases: { name: string; lines: string[] }[] = [{ name, lines: [] }];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const match = caseLine.exec(line);
    if (match) cases.push({ name: `${name}: ${match[1]}`, lines: [] });
    else cases.at(-1)?.lines.push(line);
  }
  return cases.filter(({ lines }) => lines.length > 0).map((each) => readFixture(each.name, each.lines));
}

function readFixture(name: string, lines: readonly string[]): MergeFixture {
  const override: string[] = [];
  const expected: string[] = [];
  const files: { name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const file = files.at(-1);
    const start = fragmentLine.exec(line);
    const caret = caretLine.exec(line);
    if (start) files.push({ name: start[1] ?? '', lines: [] });
    else if (caret && file) {
      const [, indent = '', carets = '', more, severity = '', code = ''] = caret;
      const length = more ? 'and on' : carets.length;
      expected.push(`${file.name}:${file.lines.length}:${indent.length + 1} ${length} ${severity} ${code}`);
    } else if (file) file.lines.push(line);
    else override.push(...(/^# override (.*)$/.exec(line)?.[1]?.split(' ') ?? []));
  }
  const fragments = files.map((file) => ({ name: file.name, text: `${file.lines.join('\n')}\n` }));
  return { name, override, fragments, expected: expected.sort() };
}
