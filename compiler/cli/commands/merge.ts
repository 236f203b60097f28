// `kindling merge`: fragments given by name become one config, or a report of their conflicts.
import { resolve } from 'node:path';
import type { Fragment } from '../../src/project/fragment.ts';
import type { IncludeMode } from '../../src/project/includes.ts';
import { mergeExactly } from '../../src/project/merge-exactly.ts';
import { mergeFreely } from '../../src/project/merge-freely.ts';
import { type Merged, type OutputFormat, printMerged } from '../../src/project/merged.ts';
import { unusedOverrides } from '../../src/project/unused-overrides.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeError, writeFile, writeOut } from '../output.ts';
import { type FoundFragment, findFragments } from '../project/find-fragments.ts';
import { FragmentFiles } from '../project/fragment-files.ts';
import { distinct, documentsOf, type ReportFlags, renderReport } from '../project/report.ts';
import { writeSourceMap } from '../project/source-map-file.ts';
import { holdsSecrets } from '../secrets.ts';

export interface MergeFlags extends ReportFlags {
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
  const fragments = await readAll(findFragments(args), files, includeMode(flags));
  const merged = mergeBy(flags, fragments);
  const diagnostics = distinct([...merged.diagnostics, ...unusedOverrides([{ ...merged, isWhole: true }])]);
  const names = [...new Set(fragments.map(({ name }) => name))];
  writeError(await renderReport(diagnostics, documentsOf(fragments), names, flags, process.stderr));
  if (merged.result === undefined) return exitCodes.failed;
  if (flags.strict && diagnostics.some(({ severity }) => severity === 'warning')) {
    throw new Failure('there are warnings, and --strict was given');
  }
  const printed = printMerged(merged.result, outputFormat(flags));
  const { text } = printed;
  const isSecret = files.sawKey || holdsSecrets(text) || fragments.some(({ document }) => holdsSecrets(document.text));
  if (flags.output === undefined) writeOut(`${text}\n`);
  else writeFile(flags.output, `${text}\n`, isSecret);
  if (flags.sourceMap !== undefined) writeSourceMap(flags.output ?? '.', printed, fragments, flags.sourceMap);
  return exitCodes.ok;
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
    return mergeExactly(fragments);
  }
  if (semantics !== 'free') {
    throw new Failure(`--semantics takes \`free\` or \`ignition\`, not \`${semantics}\``, exitCodes.usage);
  }
  const winners = new Set(override.map((path) => resolve(path)));
  const known = new Set(fragments.map(({ name }) => resolve(name)));
  const unknown = override.find((path) => !known.has(resolve(path)));
  if (unknown !== undefined) throw new Failure(`--override: \`${unknown}\` is none of the fragments`, exitCodes.usage);
  return mergeFreely(fragments, { isOverride: ({ name }) => winners.has(resolve(name)) });
}

function includeMode({ compileIncludes, flatten }: MergeFlags): IncludeMode | undefined {
  if (flatten) return 'flatten';
  return compileIncludes ? 'embed' : undefined;
}

function outputFormat({ pretty, raw }: MergeFlags): OutputFormat {
  if (pretty) return 'pretty';
  return raw ? 'ignition' : 'auto';
}
