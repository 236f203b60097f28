// One replacement by sugar: made, compiled, compared, and taken back unless the machine is the same.
import { type AnalyzedConfig, analyze } from '../../analyze.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Document } from '../../document.ts';
import type { Host } from '../../host.ts';
import { readDocument } from '../../read-document.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { SourceRange } from '../../text/range.ts';
import { type MachineNode, machineOf } from '../machine.ts';
import type { UpgradeRemark } from '../remark.ts';
import { differences } from './same-machine.ts';

/** A document on its way, with what there is to say of it so far; the places are those of its text. */
export interface Sugared {
  readonly document: Document;
  readonly config: AnalyzedConfig;
  readonly machine: MachineNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly UpgradeRemark[];
}

/** What is known of a document; undefined when it does not compile, and nothing can be proved. */
export function look(document: Document, host: Host, notes: readonly UpgradeRemark[]): Sugared | undefined {
  const { config, diagnostics } = analyze(document, host);
  if (config === undefined || document.problems.length > 0) return undefined;
  return { document, config, machine: machineOf(config.output, config.spec.point), diagnostics, notes };
}

/** The document after edits, each list of them made on what the one before it left; or why they must not be made. */
export function attempt(before: Sugared, steps: readonly (readonly TextEdit[])[], host: Host): Sugared | string {
  const text = steps.reduce(applyEdits, before.document.text);
  const notes = before.notes.map((note) => ({ ...note, range: steps.reduce(moved, note.range) }));
  const after = look(readDocument(text, before.document.uri), host, notes);
  if (after === undefined) return 'the text could not be read any more';
  const worse = newFault(before.diagnostics, after.diagnostics);
  if (worse) return worse.message;
  const [difference] = differences(before.machine, after.machine);
  return difference ? `\`${difference.path}\` would be another one in the output` : after;
}

/** An error, or a value without effect, that there was not before. By number: places and indices move. */
function newFault(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic | undefined {
  const weighs = ({ severity, code }: Diagnostic): boolean => severity === 'error' || code === 'unused-key';
  const left = new Map<string, number>();
  for (const { code } of before.filter(weighs)) left.set(code, (left.get(code) ?? 0) + 1);
  return after.filter(weighs).find(({ code }) => {
    const count = left.get(code) ?? 0;
    left.set(code, count - 1);
    return count <= 0;
  });
}

function moved({ start, end }: SourceRange, edits: readonly TextEdit[]): SourceRange {
  return { start: movedOffset(start, edits), end: movedOffset(end, edits) };
}

function movedOffset(offset: number, edits: readonly TextEdit[]): number {
  let result = offset;
  for (const { range, text } of edits) {
    if (range.end <= offset) result += text.length - (range.end - range.start);
    else if (range.start < offset) result -= offset - range.start;
  }
  return result;
}
