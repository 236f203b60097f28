// `kindling validate`: what Ignition says about configs of any version, what the Machine Config Operator says about MachineConfigs,
// and the lints of configs. Compiles and merges nothing.
import { findingsOf } from '../../src/lint/lint-fragment.ts';
import { asTolerated } from '../../src/project/merge-exactly.ts';
import { exitCodes } from '../failure.ts';
import { writeOut } from '../output.ts';
import { FragmentFiles } from '../project/fragment-files.ts';
import { documentsOf, type ReportFlags, renderReport } from '../project/report.ts';

export interface ValidateFlags extends ReportFlags {
  readonly strict?: boolean;
}

/** Validates files, or standard input without any. Resolves to the exit code. */
export async function run(files: readonly string[], flags: ValidateFlags): Promise<number> {
  const reader = new FragmentFiles({ filesDir: 'auto' });
  const names = files.length === 0 ? ['-'] : files;
  const read = await Promise.all(names.map((file) => reader.read({ path: file })));
  const fragments = read.flat();
  // What Ignition puts up with is worth a warning and no more.
  const diagnostics = fragments.flatMap(findingsOf).map(asTolerated);
  const shown = fragments.map(({ name }) => name);
  writeOut(await renderReport(diagnostics, documentsOf(fragments), [...new Set(shown)], flags, process.stdout));
  const isRefused = diagnostics.some(
    ({ severity }) => severity === 'error' || (flags.strict && severity === 'warning'),
  );
  return isRefused ? exitCodes.failed : exitCodes.ok;
}
