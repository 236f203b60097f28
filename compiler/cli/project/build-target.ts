// One target of a project: from patterns to files, fragments, the merged config and its text. Writes nothing.
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import projectFragmentMissing from '../../src/diagnostic/codes/project-fragment-missing.ts';
import projectInvalid from '../../src/diagnostic/codes/project-invalid.ts';
import { report } from '../../src/diagnostic/definition.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import type { Fragment } from '../../src/project/fragment.ts';
import { mergeFreely } from '../../src/project/merge-freely.ts';
import { hasErrors, type Merged, type MergeResult, type PrintedMerge, printMerged } from '../../src/project/merged.ts';
import { type Pattern, type Project, readProject, type Target } from '../../src/project/project.ts';
import { exitCodes, Failure } from '../failure.ts';
import { projectFile } from '../project-file.ts';
import { systemErrorWords } from '../system-error.ts';
import { distinctFragments, type FoundFragment, fragmentsAt, shownPath } from './find-fragments.ts';
import type { FragmentFiles } from './fragment-files.ts';

export interface LoadedProject extends Project {
  /** The folder of the project file, to which its paths are relative. */
  readonly base: string;
  readonly path: string;
}

export interface BuiltTarget {
  readonly target: Target;
  /** As it can be opened from the current directory. */
  readonly output: string;
  readonly fragments: readonly Fragment[];
  readonly merged: Merged;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when there are errors. */
  readonly printed?: PrintedMerge;
}

/** The project at a path; without one, that of the current folder or of the nearest one above. */
export function loadProject(path: string | undefined): LoadedProject {
  const found = path ?? nearestProject();
  try {
    const bytes = readFileSync(found);
    return { ...readProject(bytes, shownPath(found)), base: dirname(found), path: found };
  } catch (error) {
    throw new Failure(`cannot read ${found}: ${systemErrorWords(error)}`, exitCodes.usage);
  }
}

function nearestProject(): string {
  for (let folder = resolve('.'); ; folder = dirname(folder)) {
    const path = join(folder, projectFile);
    try {
      readFileSync(path);
      return shownPath(path);
    } catch {
      // Not here; the next folder above may have one.
    }
    if (dirname(folder) === folder) {
      throw new Failure(
        `there is no ${projectFile} here or in a folder above; name one with --project`,
        exitCodes.usage,
      );
    }
  }
}

/** Builds one target in memory. */
export async function buildTarget(target: Target, project: LoadedProject, files: FragmentFiles): Promise<BuiltTarget> {
  const missing: Diagnostic[] = [];
  const found = distinctFragments(expand(target.fragments, project, missing));
  const overriding = new Set(expand(target.override, project, missing).map(({ path }) => resolve(path)));
  missing.push(...strayOverrides(target, project, found));
  const directory = target.filesDir === undefined ? undefined : join(project.base, target.filesDir);
  const fragments: Fragment[] = [];
  const winners = new Set<Fragment>();
  for (const each of found) {
    const read = await files.read(each, directory, target.flatten ? 'flatten' : 'embed');
    fragments.push(...read);
    if (overriding.has(resolve(each.path))) for (const fragment of read) winners.add(fragment);
  }
  const merged = mergeFreely(fragments, { isOverride: (fragment) => winners.has(fragment) });
  const { result } = merged;
  const diagnostics = [...missing, ...merged.diagnostics, ...formatFindings(target, project, result)];
  const output = outputOf(target, project, result?.isMachineConfig === true);
  const built = { target, output, fragments, merged, diagnostics };
  if (result === undefined || hasErrors(diagnostics)) return built;
  return { ...built, printed: printMerged(result, target.format) };
}

function expand(
  patterns: readonly Pattern[],
  { base }: LoadedProject,
  missing: Diagnostic[],
): readonly FoundFragment[] {
  return patterns.flatMap(({ text, place }) => {
    const found = fragmentsAt(text, base);
    if (found.length === 0) missing.push(report(projectFragmentMissing, place, `no file matches \`${text}\``));
    return found;
  });
}

/** What is to override has to be a fragment of the target; anything else is a slip. */
function strayOverrides(
  target: Target,
  { base }: LoadedProject,
  found: readonly FoundFragment[],
): readonly Diagnostic[] {
  const known = new Set(found.map(({ path }) => resolve(path)));
  return target.override.flatMap(({ text, place }) => {
    const paths = fragmentsAt(text, base);
    if (paths.length === 0 || paths.some(({ path }) => known.has(resolve(path)))) return [];
    const message = `\`${text}\` is to override, but it is no fragment of the target \`${target.name}\`; list it under \`fragments\` too`;
    return [report(projectFragmentMissing, place, message)];
  });
}

/** A MachineConfig has a name and a role, which only a MachineConfig among the fragments can give. */
function formatFindings(
  target: Target,
  { document }: LoadedProject,
  result: MergeResult | undefined,
): readonly Diagnostic[] {
  if (target.format !== 'machine-config' || result === undefined || result.isMachineConfig) return [];
  const place = { location: { uri: document.uri, range: document.root.range }, path: ['targets'] };
  const message = `the target \`${target.name}\` is to be a MachineConfig, but none of its fragments is one; add an \`openshift\` config with \`metadata\``;
  return [report(projectInvalid, place, message)];
}

function outputOf({ name, output, format }: Target, { base }: LoadedProject, isMachineConfig: boolean): string {
  const isYaml = format === 'machine-config' || (format === 'auto' && isMachineConfig);
  const path = output ?? `${name}.${isYaml ? 'yaml' : 'ign'}`;
  return isAbsolute(path) ? path : shownPath(join(base, path));
}

/** The texts that findings of a build can be in. */
export function documentsOfBuild(project: LoadedProject, built: readonly BuiltTarget[]): ReadonlyMap<string, Document> {
  const documents = new Map<string, Document>([[project.document.uri, project.document]]);
  for (const { fragments } of built) for (const { name, document } of fragments) documents.set(name, document);
  return documents;
}

/** `name` as seen from the folder of an output, for source maps. */
export function relativeTo(output: string, name: string): string {
  return relative(dirname(resolve(output)), resolve(name));
}
