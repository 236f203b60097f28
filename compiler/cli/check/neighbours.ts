// Which configs are merged with a file, by the kindling.yaml above it. Looks for the project of each folder once, reads each
// fragment once, and never fails: without a project that can be read, a file stands for itself.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { filesDir } from '../../node/files-dir.ts';
import { append } from '../../src/append.ts';
import type { Host } from '../../src/host.ts';
import { type Neighbour, neighbourOf } from '../../src/lint/neighbour.ts';
import type { Fragment } from '../../src/project/fragment.ts';
import { hasErrors } from '../../src/project/merged.ts';
import type { Target } from '../../src/project/project.ts';
import { projectFile } from '../../src/project/project-file.ts';
import { Failure } from '../failure.ts';
import { type LoadedProject, loadProject } from '../project/build-target.ts';
import { distinctFragments, fragmentsAt } from '../project/find-fragments.ts';
import { FragmentFiles } from '../project/fragment-files.ts';
import { autoFilesDir } from './auto-files-dir.ts';

/** One config of a target; a file may hold several. */
interface Part {
  /** Absolute. */
  readonly path: string;
  /** Absent when it brings nothing that units could need. */
  readonly neighbour: Neighbour | undefined;
}

type TargetParts = readonly Part[];

export class Neighbours {
  readonly #files: FragmentFiles;
  readonly #followOutside: boolean;
  readonly #projects = new Map<string, Promise<readonly TargetParts[]>>();

  constructor(followOutside: boolean) {
    this.#followOutside = followOutside;
    this.#files = new FragmentFiles({ filesDir: 'auto', followOutside });
  }

  /** For each target that has the file, the other configs of the target; targets that are alike for it only once. */
  async around(path: string): Promise<readonly (readonly Neighbour[])[]> {
    const full = resolve(path);
    const project = projectAbove(dirname(full));
    if (project === undefined) return [];
    let targets = this.#projects.get(project);
    if (targets === undefined) {
      targets = this.#targetsOf(project);
      this.#projects.set(project, targets);
    }
    return groupsAround(full, await targets);
  }

  async #targetsOf(path: string): Promise<readonly TargetParts[]> {
    const project = loadOrNone(path);
    if (project === undefined) return [];
    const all: TargetParts[] = [];
    for (const target of project.targets) all.push(await this.#partsOf(target, project));
    return all;
  }

  async #partsOf(target: Target, { base }: LoadedProject): Promise<TargetParts> {
    const directory = target.filesDir === undefined ? undefined : join(base, target.filesDir);
    const found = distinctFragments(target.fragments.flatMap(({ text }) => fragmentsAt(text, base)));
    const fragments: Fragment[] = [];
    for (const each of found) {
      if (each.path === '-') continue;
      append(fragments, await this.#files.read(each, directory, target.flatten ? 'flatten' : 'embed'));
    }
    return fragments.map((each) => partOf(each, directory, this.#followOutside));
  }
}

/** Targets share fragments; what is the same then is known by being the same object. */
const parts = new WeakMap<Fragment, Part>();

/** A fragment as a part of a target. `directory`: where the target has its local files; absent: found near the fragment. */
export function partOf(fragment: Fragment, directory: string | undefined, followOutside: boolean): Part {
  const known = parts.get(fragment);
  if (known !== undefined) return known;
  const { content, name } = fragment;
  const config = content?.source ?? content?.config;
  const neighbour = config && neighbourOf(config, localFilesOf(fragment, directory, followOutside));
  const part = { path: resolve(name), neighbour };
  parts.set(fragment, part);
  return part;
}

/** What serves the local files of a fragment. */
export function localFilesOf(fragment: Fragment, directory: string | undefined, followOutside: boolean): Host {
  const { document, name } = fragment;
  const found = directory ?? autoFilesDir(document, dirname(name));
  return found === undefined ? {} : { inputs: filesDir(found, { followOutside }) };
}

/** For each target that has a file, the other configs of the target; targets that are alike for it only once. */
export function groupsAround(path: string, targets: readonly TargetParts[]): readonly (readonly Neighbour[])[] {
  const own = targets.filter((all) => all.some((part) => part.path === path));
  const groups = own.map((all) => {
    return all.flatMap((part) => (part.neighbour && part.path !== path ? [part.neighbour] : []));
  });
  return distinctGroups(groups);
}

/** The nearest project file above a folder, in the repository of the folder. */
function projectAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, projectFile);
    if (existsSync(path)) return path;
    if (dirname(at) === at || existsSync(join(at, '.git'))) return undefined;
  }
}

/** A project that is wrong is for `kindling build` to report. */
function loadOrNone(path: string): LoadedProject | undefined {
  try {
    const project = loadProject(path);
    return hasErrors(project.diagnostics) ? undefined : project;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function distinctGroups(groups: readonly (readonly Neighbour[])[]): readonly (readonly Neighbour[])[] {
  const ids = new Map<Neighbour, number>();
  const seen = new Map<string, readonly Neighbour[]>();
  for (const group of groups) {
    const key = group
      .map((neighbour) => {
        const id = ids.get(neighbour) ?? ids.size;
        ids.set(neighbour, id);
        return id;
      })
      .join(' ');
    if (!seen.has(key)) seen.set(key, group);
  }
  return [...seen.values()];
}
