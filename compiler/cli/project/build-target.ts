// One target of a project: from patterns to files, fragments, the merged config and its text. Writes nothing.
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { opener } from '../../node/opener.ts';
import { append } from '../../src/append.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import type { Fragment } from '../../src/project/fragment.ts';
import { mergeFreely } from '../../src/project/merge-freely.ts';
import { hasErrors, type Merged, type PrintedMerge, printMerged } from '../../src/project/merged.ts';
import { type Project, readProject, type Target } from '../../src/project/project.ts';
import { projectFile } from '../../src/project/project-file.ts';
import { formatFindings, outputPath, targetFiles } from '../../src/project/target-files.ts';
import { exitCodes, Failure } from '../failure.ts';
import { systemErrorWords } from '../system-error.ts';
import { type FoundFragment, fragmentsAt, shownPath } from './find-fragments.ts';
import type { FragmentFiles } from './fragment-files.ts';
import { isThere } from './glob.ts';

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
  /** No pattern of the target is without a file. */
  readonly isWhole: boolean;
  readonly merged: Merged;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when there are errors. */
  readonly printed?: PrintedMerge;
}

/** The project at a path; without one, that of the current folder or of the nearest one above. */
export function loadProject(path: string | undefined): LoadedProject {
  const found = path ?? nearestProject();
  if (found === undefined) {
    throw new Failure(`there is no ${projectFile} here or in a folder above; name one with --project`, exitCodes.usage);
  }
  try {
    const bytes = readFileSync(found);
    return { ...readProject(bytes, shownPath(found)), base: dirname(found), path: found };
  } catch (error) {
    throw new Failure(`cannot read ${found}: ${systemErrorWords(error)}`, exitCodes.unreadable);
  }
}

/** The project of the current folder or of the nearest one above. */
export function nearestProject(): string | undefined {
  for (let folder = resolve('.'); ; folder = dirname(folder)) {
    const path = join(folder, projectFile);
    try {
      readFileSync(path);
      return shownPath(path);
    } catch {
      // Not here; the next folder above may have one.
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** Builds one target in memory. */
export async function buildTarget(target: Target, project: LoadedProject, files: FragmentFiles): Promise<BuiltTarget> {
  const found = targetFiles<FoundFragment>(target, {
    // A name that is not there is a fault of the project, told where it stands; one that cannot be read is told of the file.
    expand: ({ text }) => fragmentsAt(text, project.base).filter(({ path }) => isThere(path)),
    keyOf: ({ path }) => resolve(path),
  });
  const directory = target.filesDir === undefined ? undefined : join(project.base, target.filesDir);
  const fragments: Fragment[] = [];
  const winners = new Set<Fragment>();
  for (const each of found.fragments) {
    const read = await files.read(each, directory, target.flatten ? 'flatten' : 'embed');
    append(fragments, read);
    if (found.overriding.has(resolve(each.path))) for (const fragment of read) winners.add(fragment);
  }
  const merged = mergeFreely(fragments, { isOverride: (fragment) => winners.has(fragment), opener });
  const { result } = merged;
  const diagnostics = [...found.missing, ...merged.diagnostics, ...formatFindings(target, project, result)];
  const path = outputPath(target, result?.isMachineConfig === true);
  const output = isAbsolute(path) ? path : shownPath(join(project.base, path));
  const isWhole = found.missing.length === 0;
  const built = { target, output, fragments, isWhole, merged, diagnostics };
  if (result === undefined || hasErrors(diagnostics)) return built;
  return { ...built, printed: printMerged(result, target.format) };
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
