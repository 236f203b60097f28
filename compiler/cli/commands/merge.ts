// `kindling merge`: fragments given by name become one config, or a report of their conflicts.
import { resolve } from 'node:path';
import { opener } from '../../node/opener.ts';
import type { Fragment } from '../../src/project/fragment.ts';
import type { IncludeMode } from '../../src/project/includes.ts';
import { mergeExactly } from '../../src/project/merge-exactly.ts';
import { mergeFreely } from '../../src/project/merge-freely.ts';
import { type Merged, printMerged } from '../../src/project/merged.ts';
import { unusedOverrides } from '../../src/project/unused-overrides.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeError, writeFile, writeOut } from '../output.ts';
import { type FoundFragment, findFragments } from '../project/find-fragments.ts';
import { FragmentFiles } from '../project/fragment-files.ts';
import { realPath } from '../project/output-faults.ts';
import { type OverrideFlags, overridesLine, shownFindings } from '../project/overrides.ts';
import { distinct, documentsOf, renderReport } from '../project/report.ts';
import { writeSourceMap } from '../project/source-map-file.ts';
import { holdsSecrets } from '../secrets.ts';

export interface MergeFlags extends OverrideFlags {
  readonly semantics: string;
  readonly override?: readonly string[];
  readonly filesDir: string;
  readonly output?: string;
  readonly pretty?: boolean;
  readonly raw?: boolean;
  readonly strict?: boolean;
  readonly compileIncludes?: boolean;
  readonly flatten?: boolean;
  readonly sourceMap?: string;
}

/** Merges fragments. Resolves to the exit code. */
export async function run(args: readonly string[], flags: MergeFlags): Promise<number> {
  const files = new FragmentFiles({ filesDir: flags.filesDir });
  const found = findFragments(args);
  for (const output of [flags.output, flags.sourceMap]) refuseOverwriting(output, found);
  const fragments = await readAll(found, files, includeMode(flags));
  const merged = mergeBy(flags, fragments);
  const diagnostics = distinct([...merged.diagnostics, ...unusedOverrides([{ ...merged, isWhole: true }])]);
  const names = [...new Set(fragments.map(({ name }) => name))];
  const shown = shownFindings(diagnostics, flags);
  writeError(await renderReport(shown, documentsOf(fragments), names, flags, process.stderr));
  const overridden = overridesLine(diagnostics, flags);
  if (overridden !== '') writeError(`${overridden}\n`);
  if (merged.result === undefined) return exitCodes.failed;
  if (flags.strict && diagnostics.some(({ severity }) => severity === 'warning')) {
    throw new Failure('there are warnings, and --strict was given');
  }
  const printed = printMerged(merged.result, flags.raw ? 'ignition' : 'auto', flags.pretty);
  const { text } = printed;
  const isSecret = files.sawKey || holdsSecrets(text) || fragments.some(({ document }) => holdsSecrets(document.text));
  if (flags.output === undefined) writeOut(`${text}\n`);
  else writeFile(flags.output, `${text}\n`, isSecret);
  if (flags.sourceMap !== undefined) writeSourceMap(flags.output ?? '.', printed, fragments, flags.sourceMap);
  return exitCodes.ok;
}

function refuseOverwriting(output: string | undefined, found: readonly FoundFragment[]): void {
  if (output === undefined || !found.some(({ path }) => path !== '-' && realPath(path) === realPath(output))) return;
  throw new Failure(`\`${output}\` is a fragment, which would be overwritten; write to another file`, exitCodes.usage);
}

async function readAll(
  found: readonly FoundFragment[],
  files: FragmentFiles,
  mode: IncludeMode | undefined,
): Promise<readonly Fragment[]> {
  const fragments: Fragment[] = [];
  for (const each of found) for (const one of await files.read(each, undefined, mode)) fragments.push(one);
  return fragments;
}

function mergeBy({ semantics, override = [] }: MergeFlags, fragments: readonly Fragment[]): Merged {
  if (semantics === 'ignition') {
    if (override.length > 0) {
      throw new Failure('--override means nothing with --semantics ignition: the last one wins', exitCodes.usage);
    }
    return mergeExactly(fragments, opener);
  }
  if (semantics !== 'free') {
    throw new Failure(`--semantics takes \`free\` or \`ignition\`, not \`${semantics}\``, exitCodes.usage);
  }
  const winners = new Set(override.map((path) => resolve(path)));
  const known = new Set(fragments.map(({ name }) => resolve(name)));
  const unknown = override.find((path) => !known.has(resolve(path)));
  if (unknown !== undefined) throw new Failure(`--override: \`${unknown}\` is none of the fragments`, exitCodes.usage);
  return mergeFreely(fragments, { isOverride: ({ name }) => winners.has(resolve(name)), opener });
}

function includeMode({ compileIncludes, flatten }: MergeFlags): IncludeMode | undefined {
  if (flatten) return 'flatten';
  return compileIncludes ? 'embed' : undefined;
}
