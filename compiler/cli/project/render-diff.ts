// Differences as text for a terminal, as JSON, and as Markdown for a comment at a pull request. Texts are compared line by line by
// the library `diff`.
import { structuredPatch } from 'diff';
import type { OutNode } from '../../src/output/nodes.ts';
import type { Change } from '../../src/project/diff.ts';
import type { Payload } from '../../src/project/payload.ts';
import { escapeControls } from '../../src/render/escape.ts';
import { privateKey } from '../secrets.ts';
import { bold, cyan, green, red } from '../terminal.ts';
import { showNode, showPayload } from './show-node.ts';

export const diffFormats = ['text', 'json', 'markdown'] as const;
export type DiffFormat = (typeof diffFormats)[number];

export interface ConfigDiff {
  /** Of the target; empty where there is only one config. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** The target is on one side only; then there is nothing to compare. */
  readonly only?: 'before' | 'after';
}

/** Whether there is anything to tell. */
export function isDifferent({ changes, only }: ConfigDiff): boolean {
  return only !== undefined || changes.length > 0;
}

/** The differences of all configs. Ends in a line feed. */
export function renderDiff(diffs: readonly ConfigDiff[], format: DiffFormat, color: boolean): string {
  if (format === 'json') return json(diffs);
  const changed = diffs.filter(isDifferent);
  if (format === 'markdown') return markdown(changed, diffs.length);
  if (changed.length === 0) return 'no differences\n';
  const colored = (line: string): string => {
    if (!color) return line;
    const sign = line.trimStart().charAt(0);
    if (sign === '+') return green(line);
    if (sign === '-') return red(line);
    return sign === '@' ? cyan(line) : line;
  };
  const sections = changed.map((diff) => ({ name: diff.name, lines: linesOf(diff) }));
  return grouped(sections)
    .map(({ names, lines }) => {
      const heading = escapeControls(names.join(', '));
      const title = heading === '' ? [] : [color ? bold(heading) : heading];
      return `${[...title, ...lines.map(colored)].join('\n')}\n`;
    })
    .join('\n');
}

function linesOf({ changes, only }: ConfigDiff): readonly string[] {
  if (only !== undefined) return [only === 'before' ? '- target removed' : '+ target added'];
  return changes.flatMap((change) => [headLine(change), ...patchLines(change).map((line) => `    ${line}`)]);
}

interface Section {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Targets of which the same is to be told are told of at once: a change of a common fragment is one change. */
function grouped(sections: readonly Section[]): readonly { names: readonly string[]; lines: readonly string[] }[] {
  const groups = new Map<string, { names: string[]; lines: readonly string[] }>();
  for (const { name, lines } of sections) {
    const key = lines.join('\n');
    const known = groups.get(key);
    if (known) known.names.push(name);
    else groups.set(key, { names: [name], lines });
  }
  return [...groups.values()];
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

function headLine(change: Change): string {
  return `${signs[change.kind]} ${escapeControls(change.path)}${values(change)}`;
}

/** `  0644 → 0600`; nothing where a patch says it. */
function values({ kind, path, before, after, contents }: Change): string {
  if (contents) {
    const [old, fresh] = [contents.before, contents.after].map((payload) => payload && showContents(payload));
    return kind === 'changed' ? `  ${old} → ${fresh}` : `  ${old ?? fresh ?? ''}`;
  }
  const [old, fresh] = [before, after].map((value) => value && showNode(value, path));
  if (kind === 'changed') return `  ${old} → ${fresh}`;
  const value = before ?? after;
  // The fields of an entry that comes or goes follow below it.
  return value?.kind === 'object' ? '' : `  ${old ?? fresh ?? ''}`;
}

/** A text of one line as it is, anything else by its size. */
function showContents(payload: Payload): string {
  const { text } = payload;
  const isShort = text !== undefined && text.length <= longestShown && !text.includes('\n');
  return isShort ? escapeControls(JSON.stringify(text)) : showPayload(payload);
}

const longestShown = 60;

/** A unified diff of texts of several lines; nothing for others, and nothing of private keys. */
function patchLines(change: Change): readonly string[] {
  const [before, after] = textsOf(change);
  if (before === undefined || after === undefined || !`${before}${after}`.includes('\n')) return [];
  if (before.includes(privateKey) || after.includes(privateKey)) return ['(a private key; not shown)'];
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 2 });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines.map(escapeControls),
  ]);
}

/** Both texts of a change; what is not there is empty. Undefined for what is no text. */
function textsOf({ before, after, contents }: Change): readonly [string | undefined, string | undefined] {
  if (contents) {
    return [contents.before ? contents.before.text : '', contents.after ? contents.after.text : ''];
  }
  const text = (value: OutNode | undefined): string | undefined =>
    value === undefined ? '' : value.kind === 'text' ? value.value : undefined;
  return [text(before), text(after)];
}

function markdown(changed: readonly ConfigDiff[], count: number): string {
  if (changed.length === 0) return 'No differences.\n';
  const summary = count === 1 ? '' : `${changed.length} of ${count} configs differ.\n\n`;
  const sections = grouped(changed.map((diff) => ({ name: diff.name, lines: markdownRows(diff) }))).map((group) => {
    const heading = escapeControls(group.names.join(', '));
    const title = heading === '' ? '' : `### ${heading}\n\n`;
    return `${title}${group.lines.join('\n')}\n`;
  });
  return `${summary}${sections.join('\n')}`;
}

function markdownRows({ changes, only }: ConfigDiff): readonly string[] {
  if (only !== undefined) return [`- target ${only === 'before' ? 'removed' : 'added'}`];
  return changes.map((change) => {
    const line = `- ${words[change.kind]} \`${escapeControls(change.path).replaceAll('`', "'")}\`${inCode(values(change))}`;
    const patch = patchLines(change);
    if (patch.length === 0) return line;
    const fence = '`'.repeat(Math.max(3, longestRun(patch) + 1));
    return `${line}\n\n  ${fence}diff\n${patch.map((each) => `  ${each}`).join('\n')}\n  ${fence}\n`;
  });
}

const words = { added: 'added', removed: 'removed', changed: 'changed' } as const;

function inCode(text: string): string {
  return text.trim() === '' ? '' : `: \`${text.trim().replaceAll('`', "'")}\``;
}

/** The longest run of backticks, which a fence has to outdo. */
function longestRun(lines: readonly string[]): number {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  return runs.reduce((longest, run) => Math.max(longest, run.length), 0);
}

function json(diffs: readonly ConfigDiff[]): string {
  const report = {
    version: 1,
    configs: diffs.map(({ name, changes, only }) => ({
      ...(name === '' ? {} : { name }),
      ...(only === undefined ? {} : { target: only === 'before' ? 'removed' : 'added' }),
      changes: changes.map((change) => {
        const { kind, path, before, after } = change;
        const patch = patchLines(change);
        return {
          kind,
          path,
          ...(before ? { before: showNode(before, path) } : {}),
          ...(after ? { after: showNode(after, path) } : {}),
          ...(patch.length > 0 ? { patch } : {}),
        };
      }),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
