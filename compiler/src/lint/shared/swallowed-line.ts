// Lines that a backslash at the end of the line before has made a part of another value.
import { quadletKeys } from '../../../../spec/podman/keys.ts';
import { directivesOf } from '../../../../spec/systemd/sections.ts';
import type { Assignment } from '../../embedded/unit-syntax/tree.ts';
import { splitWords } from '../../embedded/unit-syntax/values/split.ts';
import type { UnitView } from '../../embedded/unit-syntax/view.ts';
import type { SourceRange } from '../../text/range.ts';

/** Lists of assignments: what looks like a directive may be one of them. */
const lists: ReadonlySet<string> = new Set(
  'Annotation BuildArg Environment Label LogExtraFields LogOpt Options PodmanArgs Sysctl'.split(' '),
);

/** Programs to which words such as `MemoryMax=1G` are given. */
const takesAssignments = /(?:^|[\s/])(?:busctl|dbus-send|env|machinectl|make|set-property|systemd-run)(?:\s|$)/;

/** How much of a value is looked at for such a program: it stands at the front. */
const front = 500;

interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * The first line of a value that was meant as a line of its own: a directive of the section, or a section header, indented no
 * more than the directive whose value goes on. Lines that are indented are meant as they are.
 */
export function swallowedLine(view: UnitView, section: string, assignment: Assignment): SourceRange | undefined {
  const { text } = view.tree;
  const { key, keyRange, range, value } = assignment;
  const [, ...lines] = linesOf(text, range);
  if (lines.length === 0 || lists.has(key) || takesAssignments.test(value.text.slice(0, front))) return undefined;
  const margin = keyRange.start - (text.lastIndexOf('\n', keyRange.start) + 1);
  let before = text.slice(range.start, text.indexOf('\n', range.start));
  for (const line of lines) {
    const content = line.text.trim();
    if (/^[#;]/.test(content)) continue;
    const indent = line.text.length - line.text.trimStart().length;
    // What stands behind an option may be its value; a header never is one.
    const isOpen = !isHeader(content, view) && /(?:^|\s)-[^\s=]*\s*\\\s*$/.test(before);
    if (indent <= margin && isOwnLine(content, view, section) && !isOpen) {
      // Lines inside of quotes are a text that is written somewhere.
      const opened = splitWords(value.text.slice(0, value.offsetAt(line.start)), { escapes: 'relaxed' });
      if (opened.error?.kind === 'quote') return undefined;
      const shown = content.replace(/\s*\\$/, '');
      return { start: line.start + indent, end: line.start + indent + shown.length };
    }
    before = line.text;
  }
  return undefined;
}

function linesOf(text: string, { start, end }: SourceRange): readonly Line[] {
  let at = start;
  return text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const here = at;
      at += line.length + 1;
      return { text: line, start: here };
    });
}

function isHeader(content: string, view: UnitView): boolean {
  const header = /^\[([^\]]+)\]$/.exec(content)?.[1];
  return header !== undefined && (view.allowed.includes(header) || Object.hasOwn(quadletKeys, header));
}

function isOwnLine(content: string, view: UnitView, section: string): boolean {
  if (isHeader(content, view)) return true;
  const name = /^([A-Za-z]+)[ \t]*=/.exec(content)?.[1];
  return name !== undefined && (directivesOf(section).has(name) || Object.hasOwn(quadletKeys[section] ?? {}, name));
}
