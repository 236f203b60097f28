// `kindling diff`: two configs, projects or git revisions, compared by what they mean. Order does not count, nor does how contents are
// spelled or packed.
import { hasErrors } from '../../src/project/merged.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeError, writeOut } from '../output.ts';
import { diffResults } from '../project/compare.ts';
import { loadSide, type Side } from '../project/load-side.ts';
import { type ConfigDiff, diffFormats, renderDiff } from '../project/render-diff.ts';
import { distinct, renderReport } from '../project/report.ts';
import { type ColorFlags, wantsColor } from '../terminal.ts';

export interface DiffFlags extends ColorFlags {
  readonly format: string;
}

/** Compares two sides. Resolves to the exit code: 1 when they differ, 2 when one of them has errors. */
export async function run(before: string, after: string, flags: DiffFlags): Promise<number> {
  const format = diffFormats.find((each) => each === flags.format);
  if (format === undefined) {
    throw new Failure(`there is no format \`${flags.format}\`; use ${diffFormats.join(', ')}`, exitCodes.usage);
  }
  const sides = [await loadSide(before), await loadSide(after)] as const;
  for (const side of sides) if (!(await isSound(side))) return exitCodes.unreadable;
  const diffs = compare(...sides);
  writeOut(renderDiff(diffs, format, wantsColor(flags, process.stdout)));
  return diffs.some(({ changes }) => changes.length > 0) ? exitCodes.failed : exitCodes.ok;
}

async function isSound({ diagnostics, documents }: Side): Promise<boolean> {
  if (!hasErrors(diagnostics)) return true;
  const errors = distinct(diagnostics).filter(({ severity }) => severity === 'error');
  writeError(await renderReport(errors, documents, [], { format: 'pretty' }, process.stderr));
  return false;
}

function compare(before: Side, after: Side): readonly ConfigDiff[] {
  const [old, fresh] = [before.configs, after.configs];
  // Two configs alone are compared whatever they are called.
  const [onlyOld] = old.values();
  const [onlyFresh] = fresh.values();
  if (old.size === 1 && fresh.size === 1 && onlyOld && onlyFresh) {
    return [{ name: '', changes: diffResults(onlyOld.result, onlyFresh.result) }];
  }
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().map((name) => {
    return { name, changes: diffResults(old.get(name)?.result, fresh.get(name)?.result) };
  });
}
