// `kindling explain`: where something in a built config comes from, field by field, and what it overrode.
import type { Document } from '../../src/document.ts';
import type { OutNode } from '../../src/output/nodes.ts';
import { type ExplainedValue, type Explanation, explain, suggest } from '../../src/project/explain.ts';
import { escapeControls, escapeName } from '../../src/render/escape.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeError, writeOut } from '../output.ts';
import { loadTargetOrFile, type Side } from '../project/load-side.ts';
import { distinct, renderReport } from '../project/report.ts';
import { showNode } from '../project/show-node.ts';

export interface ExplainFlags {
  readonly project?: string;
  readonly format: string;
}

/** Explains `what` in a target or a file. Resolves to the exit code. */
export async function run(name: string, what: string, { project, format }: ExplainFlags): Promise<number> {
  if (format !== 'text' && format !== 'json') {
    throw new Failure(`there is no format \`${format}\`; use text or json`, exitCodes.usage);
  }
  const side = await loadTargetOrFile(name, project);
  const [merged] = side.configs.values();
  const result = merged?.result ?? merged?.partial;
  const found = merged && result ? explain(what, result, merged.fragments) : [];
  const errors = distinct(side.diagnostics).filter(({ severity }) => severity === 'error');
  if (found.length === 0) {
    writeError(await renderReport(errors, side.documents, [], { format: 'pretty' }, process.stderr));
    if (result === undefined) return exitCodes.failed;
    const meant = suggest(what, result);
    const advice = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
    throw new Failure(`there is no \`${what}\` in \`${name}\`${advice}`);
  }
  // An error elsewhere, or the very contradiction that somebody is looking into, is no reason to say nothing.
  if (errors.length > 0) writeError(`${withErrors(name, errors.length)}\n`);
  writeOut(format === 'json' ? json(found, side) : text(found, side));
  return exitCodes.ok;
}

function withErrors(name: string, count: number): string {
  const errors = count === 1 ? 'an error' : `${count} errors`;
  return `kindling: \`${escapeControls(name)}\` has ${errors}, which \`kindling build\` or \`check\` tells; where fragments contradict each other, one of them is shown as if it won`;
}

function text(explanations: readonly Explanation[], side: Side): string {
  return explanations
    .map(({ path, values }) => {
      const rows = values.flatMap((value) => rowsOf(value, path, side));
      const widths = [0, 1].map((column) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0));
      const lines = rows.map((row) =>
        `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
      );
      return `${escapeControls(path)}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** The field, its value, its place; and a row for each other fragment that says something of it. */
function rowsOf(
  { path, value, origin, others }: ExplainedValue,
  above: string,
  { documents }: Side,
): readonly (readonly string[])[] {
  const name = path === '' ? '' : path;
  const by = origin.by === undefined ? '' : ` (by \`${origin.by}\`)`;
  const full = `${above}.${path}`;
  return [
    [escapeControls(name), showNode(value, full), `${placeOf(value, documents)}${by}`],
    ...others.map((other) => {
      const what = other.isSame ? 'also given in' : `overrides ${showNode(other.value, full)} of`;
      return ['', '', `${what} ${placeOf(other.value, documents)}`];
    }),
  ];
}

function placeOf({ origin }: OutNode, documents: ReadonlyMap<string, Document>): string {
  const { uri, range } = origin.location;
  const at = documents.get(uri)?.lines.at(range.start);
  return at ? `${escapeName(uri)}:${at.line}:${at.column}` : escapeName(uri);
}

function json(explanations: readonly Explanation[], { documents }: Side): string {
  const place = ({ origin }: OutNode): object => {
    const { uri, range } = origin.location;
    return {
      file: uri,
      ...documents.get(uri)?.lines.at(range.start),
      ...(origin.by === undefined ? {} : { by: origin.by }),
    };
  };
  const report = explanations.map(({ path, values }) => ({
    path,
    values: values.map((each) => ({
      path: each.path,
      value: showNode(each.value, `${path}.${each.path}`),
      ...place(each.value),
      others: each.others.map((other) => ({
        value: showNode(other.value, `${path}.${each.path}`),
        ...place(other.value),
        overridden: !other.isSame,
      })),
    })),
  }));
  return `${JSON.stringify({ version: 1, explanations: report }, undefined, 2)}\n`;
}
