// Fixtures with carets: a config, and below each faulty line what has to be found there.
//
//     - path: a
//             ^ error path-relative
//
// A caret line starts below the first character of the finding and has one caret for each code point; a final `>` says that
// the finding goes on beyond the line, a single caret also stands for an empty range. After the code may follow `: message`.
// Lines `# file NAME: "text"` at the top are the files directory, `# dir NAME` an empty directory in it, `# fifo NAME` a
// FIFO; `# raw` is raw mode. Several cases in one file are separated by lines `======== name`.
import type { LineColumn } from '../../compiler/src/index.ts';
import type { MapEntry } from '../../compiler/src/map-inputs.ts';

export interface ExpectedFinding {
  readonly start: LineColumn;
  /** Code points on the first line; undefined when the finding goes on beyond it. */
  readonly length: number | undefined;
  readonly severity: string;
  readonly code: string;
  readonly message: string | undefined;
}

export interface Fixture {
  readonly name: string;
  readonly text: string;
  /** The files directory; undefined when there is none. */
  readonly files: Readonly<Record<string, MapEntry>> | undefined;
  readonly raw: boolean;
  readonly expected: readonly ExpectedFinding[];
}

const caretLine = /^(\s*)(\^+)(>?) (error|warning|note) ([a-z0-9-]+)(?:: (.*))?$/;
const separator = /^======== ?(.*)$/;

/** The cases of one fixture file. */
export function readFixtures(name: string, text: string): readonly Fixture[] {
  const cases: { name: string; lines: string[] }[] = [{ name, lines: [] }];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const match = separator.exec(line);
    if (match) cases.push({ name: `${name}: ${match[1]}`, lines: [] });
    else cases.at(-1)?.lines.push(line);
  }
  return cases.filter((each) => each.lines.length > 0).map((each) => readFixture(each.name, each.lines));
}

function readFixture(name: string, lines: readonly string[]): Fixture {
  const kept: string[] = [];
  const expected: ExpectedFinding[] = [];
  const files: Record<string, MapEntry> = {};
  let raw = false;
  for (const line of lines) {
    const match = caretLine.exec(line);
    if (match) {
      const [, indent = '', carets = '', more, severity = '', code = '', message] = match;
      const start = { line: kept.length, column: indent.length + 1 };
      expected.push({ start, length: more ? undefined : carets.length, severity, code, message });
      continue;
    }
    const entry = readEntry(line);
    if (entry !== undefined) files[entry.path] = entry.entry;
    raw ||= line === '# raw';
    kept.push(line);
  }
  const hasFiles = Object.keys(files).length > 0;
  return { name, text: `${kept.join('\n')}\n`, files: hasFiles ? files : undefined, raw, expected };
}

function readEntry(line: string): { readonly path: string; readonly entry: MapEntry } | undefined {
  const [, kind, path = '', text = ''] = /^# (file|dir|fifo) ([^:]+)(?:: (.*))?$/.exec(line) ?? [];
  if (kind === 'file') return { path, entry: JSON.parse(text) as string };
  if (kind === 'dir') return { path, entry: { directory: true } };
  return kind === 'fifo' ? { path, entry: { special: true } } : undefined;
}
