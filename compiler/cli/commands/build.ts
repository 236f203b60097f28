// `kindling build`: the targets of a project, incrementally. What did not change is not written; what has errors keeps its last
// good output.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import outputStale from '../../src/diagnostic/codes/project-output-stale.ts';
import { report } from '../../src/diagnostic/definition.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import { hasErrors } from '../../src/project/merged.ts';
import type { Target } from '../../src/project/project.ts';
import { unusedOverrides } from '../../src/project/unused-overrides.ts';
import { escapeControls } from '../../src/render/escape.ts';
import { nearest } from '../../src/text/edit-distance.ts';
import { lintBuild } from '../check/lint-build.ts';
import { startProgress } from '../check/progress.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeError, writeFile, writeOut } from '../output.ts';
import {
  type BuiltTarget,
  buildTarget,
  documentsOfBuild,
  type LoadedProject,
  loadProject,
} from '../project/build-target.ts';
import { meansSame } from '../project/compare.ts';
import { FragmentFiles } from '../project/fragment-files.ts';
import { outputFaults } from '../project/output-faults.ts';
import { isForPeople, type OverrideFlags, overridesLine, shownFindings } from '../project/overrides.ts';
import { distinct, renderReport } from '../project/report.ts';
import { writeSourceMap } from '../project/source-map-file.ts';
import { watch } from '../project/watch.ts';
import { holdsSecrets } from '../secrets.ts';

export interface BuildFlags extends OverrideFlags {
  readonly project?: string;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly strict?: boolean;
  readonly sourceMap?: boolean;
  readonly followOutside?: boolean;
}

type Outcome = 'written' | 'unchanged' | 'stale' | 'failed';

/** Builds targets by name, or all. Resolves to the exit code; with `--watch` it does not resolve. */
export async function run(names: readonly string[], flags: BuildFlags): Promise<number> {
  const files = new FragmentFiles({ filesDir: 'auto', followOutside: flags.followOutside !== false });
  const first = await buildOnce(names, flags, files);
  if (flags.watch !== true) return first.exitCode;
  const again = async (): Promise<readonly string[]> => {
    try {
      return (await buildOnce(names, flags, files)).watched;
    } catch (error) {
      // A project that cannot be read just now may be right again with the next save.
      if (!(error instanceof Failure)) throw error;
      writeError(`kindling: ${escapeControls(error.message)}\n`);
      return first.watched;
    }
  };
  return watch(first.watched, again);
}

interface Run {
  readonly exitCode: number;
  /** What a change of which makes another run worth while. */
  readonly watched: readonly string[];
}

async function buildOnce(names: readonly string[], flags: BuildFlags, files: FragmentFiles): Promise<Run> {
  const project = loadProject(flags.project);
  const targets = hasErrors(project.diagnostics) ? [] : selectTargets(project.targets, names);
  const built = withUnusedOverrides(await buildAll(targets, project, files), project);
  const clashes = outputFaults(built, project, files.localPaths, flags.sourceMap === true);
  const lints = await lintBuild(built, project.base, flags.followOutside !== false);
  const mayWrite = !hasErrors(project.diagnostics) && clashes.length === 0;
  const settleAll = (): readonly Outcome[] => built.map((each) => (mayWrite ? settle(each, flags, files) : 'failed'));
  const checked = flags.check ? settleAll() : [];
  const stale = built.flatMap((each, index) => (checked[index] === 'stale' ? staleFinding(each) : []));
  const own = [...project.diagnostics, ...clashes, ...built.flatMap((each) => each.diagnostics), ...stale];
  const diagnostics = distinct([...own, ...lints.diagnostics]);
  const documents = new Map([...documentsOfBuild(project, built), ...lints.documents]);
  await writeReport(diagnostics, documents, flags);
  const outcomes = flags.check ? checked : settleAll();
  writeError(
    `${[summary(built, outcomes, flags), overridesLine(diagnostics, flags)].filter((line) => line !== '').join('; ')}\n`,
  );
  const isFine = mayWrite && outcomes.every((outcome) => outcome === 'written' || outcome === 'unchanged');
  const watched = [project.path, ...documents.keys(), ...files.localPaths].map((path) => resolve(path));
  return { exitCode: isFine ? exitCodes.ok : exitCodes.failed, watched: [...watched, resolve(project.base)] };
}

/** Overrides that do nothing, with each target that they are in. A target that is not built may be what they are for. */
function withUnusedOverrides(built: readonly BuiltTarget[], project: LoadedProject): readonly BuiltTarget[] {
  if (built.length < project.targets.length) return built;
  const merges = built.map(({ merged, isWhole }) => ({ ...merged, isWhole }));
  const unused = unusedOverrides(merges);
  return built.map((each) => {
    const names = new Set(each.fragments.map(({ name }) => name));
    const own = unused.filter(({ location }) => names.has(location.uri));
    return { ...each, diagnostics: [...each.diagnostics, ...own] };
  });
}

async function writeReport(
  diagnostics: readonly Diagnostic[],
  documents: ReadonlyMap<string, Document>,
  flags: BuildFlags,
): Promise<void> {
  const stream = isForPeople(flags) ? process.stderr : process.stdout;
  // The summary has a line for each output that is stale, which says all that there is to say.
  const told = shownFindings(diagnostics, flags);
  const shown = flags.format === 'pretty' ? told.filter(({ code }) => code !== outputStale.code) : told;
  const text = await renderReport(shown, documents, [...documents.keys()], flags, stream);
  if (stream === process.stderr) writeError(text);
  else writeOut(text);
}

function staleFinding({ target, output }: BuiltTarget): readonly Diagnostic[] {
  const what = existsSync(output) ? 'stale' : 'missing';
  const message = `the output \`${output}\` of \`${target.name}\` is ${what}; write it with \`kindling build\``;
  return [report(outputStale, target.outputPlace, message)];
}

async function buildAll(
  targets: readonly Target[],
  project: LoadedProject,
  files: FragmentFiles,
): Promise<readonly BuiltTarget[]> {
  const progress = startProgress();
  const built: BuiltTarget[] = [];
  for (const [index, target] of targets.entries()) {
    progress.step(index, targets.length, target.name);
    built.push(await buildTarget(target, project, files));
  }
  progress.done();
  return built;
}

function selectTargets(targets: readonly Target[], names: readonly string[]): readonly Target[] {
  if (names.length === 0) return targets;
  return [...new Set(names)].map((name) => {
    const target = targets.find((each) => each.name === name);
    if (target) return target;
    const known = targets.map((each) => each.name);
    const meant = nearest(name, known);
    const advice = meant === undefined ? `there are ${known.join(', ')}` : `did you mean \`${meant}\`?`;
    throw new Failure(`there is no target \`${name}\`; ${advice}`, exitCodes.usage);
  });
}

/** Writes an output where it is to be written, and says what has become of it. */
function settle(
  { output, printed, diagnostics, fragments, target }: BuiltTarget,
  flags: BuildFlags,
  files: FragmentFiles,
): Outcome {
  const hasWarnings = diagnostics.some(({ severity }) => severity === 'warning');
  if (printed === undefined || (flags.strict && hasWarnings)) return 'failed';
  const text = `${printed.text}\n`;
  const written = readWritten(output);
  if (flags.check) return written !== undefined && meansSame(written, text, output) ? 'unchanged' : 'stale';
  mkdirSync(dirname(output), { recursive: true });
  if (flags.sourceMap || target.sourceMap) writeSourceMap(output, printed, fragments);
  if (written === text) return 'unchanged';
  const isSecret = files.sawKey || holdsSecrets(text) || fragments.some(({ document }) => holdsSecrets(document.text));
  writeFile(output, text, isSecret);
  return 'written';
}

function readWritten(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A line for each target that is not as it was, and one for all. */
function summary(built: readonly BuiltTarget[], outcomes: readonly Outcome[], { check }: BuildFlags): string {
  const lines = built.flatMap(({ target, output }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome === 'unchanged') return [];
    const what =
      outcome === 'written' ? `wrote ${output}` : outcome === 'stale' ? `${output} is missing or stale` : 'has errors';
    return [`${escapeControls(target.name)}: ${escapeControls(what)}`];
  });
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  const order = ['written', 'unchanged', 'stale', 'failed'] as const;
  const parts = order.flatMap((outcome) => (count(outcome) > 0 ? [`${count(outcome)} ${outcome}`] : []));
  const verb = check ? 'checked' : 'built';
  return [
    ...lines,
    `${verb} ${built.length} ${built.length === 1 ? 'target' : 'targets'}: ${parts.join(', ') || 'nothing to do'}`,
  ].join('\n');
}
