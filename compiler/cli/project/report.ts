// Writes the findings of a merge or a build in the form that was asked for, and says how many there were.
import fragmentUnreadable from '../../src/diagnostic/codes/fragment-unreadable.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import { definitionOf } from '../../src/full-catalogue.ts';
import type { Fragment } from '../../src/project/fragment.ts';
import { rendererOf } from '../check/formats.ts';
import { reportNames } from '../check/repository-names.ts';
import { type ColorFlags, colorStyle, columnsOf, wantsColor } from '../terminal.ts';
import { version } from '../version.ts';

export interface ReportFlags extends ColorFlags {
  readonly format: string;
}

/** The text of a report; empty for people when there is nothing to say. `stream` is where it will go. */
export async function renderReport(
  diagnostics: readonly Diagnostic[],
  documents: ReadonlyMap<string, Document>,
  files: readonly string[],
  flags: ReportFlags,
  stream: NodeJS.WriteStream,
): Promise<string> {
  const render = await rendererOf(flags.format);
  const isForPeople = flags.format === 'pretty' || flags.format === 'plain';
  if (isForPeople && diagnostics.length === 0) return '';
  const columns = columnsOf(stream);
  const nameOf = reportNames(flags.format);
  return render(diagnostics, documents, {
    definitionOf,
    version,
    files,
    ...(columns === undefined ? {} : { columns }),
    ...(wantsColor(flags, stream) ? { style: colorStyle() } : {}),
    ...(nameOf ? { nameOf } : {}),
  });
}

/** The texts of fragments by the names under which findings refer to them. */
export function documentsOf(fragments: readonly Fragment[]): ReadonlyMap<string, Document> {
  // A file that could not be read has no lines to be shown.
  const read = fragments.filter(({ diagnostics }) => !diagnostics.some(({ code }) => code === fragmentUnreadable.code));
  return new Map(read.map(({ name, document }) => [name, document]));
}

/** Each finding once: targets share fragments. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(({ code, severity, message, location: { uri, range } }) => {
    const key = JSON.stringify([code, severity, message, uri, range.start, range.end]);
    return !said.has(key) && said.add(key);
  });
}
