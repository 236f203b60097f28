// The projects of the workspace: which `kindling.yaml` a file belongs to, which targets it is a fragment of, and what their merges
// find. Kept until a file of the project changes. Asks the session for documents; changes nothing.
import {
  type Diagnostic,
  type FilesOfPatterns,
  type Fragment,
  formatFindings,
  type IncludeMode,
  mergeFindings,
  mergeTarget,
  type Project,
  projectFile,
  readFragments,
  readProject,
  type TargetFiles,
  type TargetMerge,
  targetFiles,
  toldEverywhere,
  unusedOverrides,
} from '../../compiler/src/editor/index.ts';
import { ancestorsOf, childUri, isBelow, parentUri, sameUri } from './files.ts';
import { expandGlob } from './glob.ts';
import { includeOptions, localUri } from './local-files.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';

/** A target with the URIs of its files. */
export interface KnownTarget extends TargetFiles<string> {
  /** The URI of its project. */
  readonly project: string;
}

export interface KnownProject extends Project {
  readonly uri: string;
  /** The project file as it was when this was made. */
  readonly stamp: string;
  readonly known: readonly KnownTarget[];
}

export interface KnownMerge extends TargetMerge {
  readonly key: string;
  /** No file of the target is missing. */
  readonly isWhole: boolean;
  /** What it finds that no fragment says of itself. */
  readonly findings: readonly Diagnostic[];
  /** The same, told at each place that contributes. */
  readonly diagnostics: readonly Diagnostic[];
}

interface KnownFragments {
  readonly stamp: string;
  readonly mode: IncludeMode;
  readonly fragments: readonly Fragment[];
}

/** The fragments of a target and what they include. */
interface KnownFiles {
  readonly uris: readonly string[];
  /** The same in the one spelling. */
  readonly names: ReadonlySet<string>;
}

export class Projects {
  readonly #session: Session;
  readonly #projects = new Map<string, KnownProject>();
  readonly #merges = new Map<string, KnownMerge>();
  readonly #fragments = new WeakMap<Snapshot, KnownFragments>();
  /** As long-lived as what is known of its project, and as the includes of the fragments. */
  #files = new WeakMap<KnownTarget, KnownFiles>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Files have come or gone: which of them a pattern means may be another matter now. */
  forget(): void {
    this.#projects.clear();
  }

  /** A text has changed, and may include other configs. */
  forgetIncludes(): void {
    this.#files = new WeakMap();
  }

  /** The targets that a file takes part in. */
  targetsOf(uri: string): readonly KnownTarget[] {
    const own = sameUri(uri);
    const targets = this.#projectAbove(uri)?.known ?? [];
    return targets.filter((target) => this.#filesOf(target).names.has(own));
  }

  #filesOf(target: KnownTarget): KnownFiles {
    const known = this.#files.get(target);
    if (known) return known;
    const names = new Set(target.fragments.map(sameUri));
    const uris = [...target.fragments];
    for (const fragment of target.fragments) {
      const top = this.#session.find(fragment);
      for (const open = top ? [top] : []; top && open.length > 0; ) {
        for (const name of open.pop()?.includes ?? []) {
          // All names are relative to the same directory, however deep they stand.
          const uri = localUri(name, top.host, this.#session);
          if (uri === undefined || names.has(sameUri(uri))) continue;
          names.add(sameUri(uri));
          uris.push(uri);
          const inner = this.#session.find(uri);
          if (inner) open.push(inner);
        }
      }
    }
    const files = { uris, names };
    this.#files.set(target, files);
    return files;
  }

  /** The directory of local files that a project sets for a fragment. */
  filesDirOf(uri: string): string | undefined {
    const project = this.#projectAbove(uri);
    const own = sameUri(uri);
    const direct = project?.known.filter(({ fragments }) => fragments.some((each) => sameUri(each) === own)) ?? [];
    // Of fragments themselves this must not depend on what they include: that is found by their directories.
    const targets = direct.length > 0 ? direct : this.targetsOf(uri);
    const target = targets.find((each) => each.target.filesDir !== undefined)?.target;
    if (project === undefined || target?.filesDir === undefined) return undefined;
    const parts = target.filesDir.split('/').filter((part) => part !== '.' && part !== '');
    return parts.includes('..') || target.filesDir.startsWith('/')
      ? undefined
      : childUri(parentUri(project.uri), parts.join('/')).replace(/\/$/, '');
  }

  /**
   * All files whose findings depend on this one, or on those in this folder: the files and the project of each target that has
   * one of them.
   */
  companions(uri: string): ReadonlySet<string> {
    const own = sameUri(uri);
    const above = this.#projectAbove(uri);
    const projects = new Set([...(above ? [above] : []), ...this.#projectsAt(uri)]);
    const isConcerned = (target: KnownTarget): boolean => {
      const { names } = this.#filesOf(target);
      return names.has(own) || isBelow(sameUri(target.project), own) || [...names].some((name) => isBelow(name, own));
    };
    const targets = [...projects].flatMap(({ known }) => known.filter(isConcerned));
    return new Set(targets.flatMap((target) => [sameUri(target.project), ...this.#filesOf(target).names]));
  }

  /** The project at a place, and those below it of which is known, as they are now. */
  #projectsAt(uri: string): readonly KnownProject[] {
    const own = sameUri(uri);
    const below = [...this.#projects.values()].filter((project) => isBelow(sameUri(project.uri), own));
    const uris = own.endsWith(`/${projectFile}`) ? [uri] : below.map((project) => project.uri);
    return uris.flatMap((each) => {
      const snapshot = this.#session.find(each);
      return snapshot ? [this.projectIn(snapshot)] : [];
    });
  }

  /** Which fragments have which directory of local files by the projects at a place or below it, as a text. */
  directoriesAt(uri: string): string {
    const targets = this.#projectsAt(uri).flatMap(({ known }) => known);
    const set = targets.filter(({ target }) => target.filesDir !== undefined);
    return JSON.stringify(set.map(({ project, target, fragments }) => [project, target.filesDir, fragments]));
  }

  /** The other files of the targets that a file takes part in, as they are now. */
  filesWith(uri: string): readonly Snapshot[] {
    const own = sameUri(uri);
    const files = this.targetsOf(uri).flatMap((target) => this.#filesOf(target).uris);
    const uris = new Map(files.map((each) => [sameUri(each), each]));
    uris.delete(own);
    return [...uris.values()].flatMap((each) => this.#session.find(each) ?? []);
  }

  /** What the targets of a file find that a single file does not show; in a project file, what is wrong with its targets. */
  findingsFor(snapshot: Snapshot): readonly Diagnostic[] {
    if (snapshot.kind === 'project') {
      const project = this.projectIn(snapshot);
      const own = project.known.flatMap((target) => [...target.missing, ...this.#formatFindings(target, project)]);
      // What all targets name is missing once, and not once for each of them.
      return [...new Map(own.map((each) => [`${each.location.range.start} ${each.message}`, each])).values()];
    }
    const merges = this.mergesOf(snapshot.uri);
    const found = [...merges.flatMap(({ diagnostics }) => diagnostics), ...this.#unusedOverrides(snapshot.uri, merges)];
    const own = sameUri(snapshot.uri);
    const seen = new Set<string>();
    return found.flatMap((diagnostic) => {
      const { code, message, location } = diagnostic;
      const identity = `${code} ${location.range.start} ${location.range.end} ${message}`;
      if (sameUri(location.uri) !== own || seen.has(identity)) return [];
      seen.add(identity);
      // An editor may spell the name of a file otherwise than the config that includes it.
      return [{ ...diagnostic, location: { ...location, uri: snapshot.uri } }];
    });
  }

  /** A target with a fault is left out of a project, and may be what an override is for. */
  #unusedOverrides(uri: string, merges: readonly KnownMerge[]): readonly Diagnostic[] {
    const faults = this.#projectAbove(uri)?.diagnostics ?? [];
    if (faults.some(({ severity }) => severity === 'error')) return [];
    return unusedOverrides(merges.map(({ merged, isWhole }) => ({ ...merged, isWhole })));
  }

  /** What the targets that a file takes part in come to. */
  mergesOf(uri: string): readonly KnownMerge[] {
    return this.targetsOf(uri).map((target) => this.mergeOf(target));
  }

  /** How a file of a project is called: by its path from the project file. */
  nameOf(uri: string): string {
    return pathFrom(this.#projectAbove(uri)?.uri ?? uri, uri);
  }

  /** Everything that a target's findings depend on, as a text. */
  stampOf(uri: string): string {
    const names = [...this.companions(uri)];
    return names.map((name) => this.#session.find(name)?.stamp ?? '-').join(' ');
  }

  #projectAbove(uri: string): KnownProject | undefined {
    for (const at of ancestorsOf(parentUri(uri))) {
      const snapshot = this.#session.find(childUri(at, projectFile));
      if (snapshot) return this.projectIn(snapshot);
      if (this.#session.folders.some((folder) => sameUri(folder) === sameUri(at))) return undefined;
    }
    return undefined;
  }

  /** The project that a project file describes. */
  projectIn(snapshot: Snapshot): KnownProject {
    const key = sameUri(snapshot.uri);
    const stamp = snapshot.stamp;
    const known = this.#projects.get(key);
    if (known?.stamp === stamp) return known;
    const base = parentUri(snapshot.uri);
    const read = readProject(snapshot.text.text, snapshot.uri);
    const places: FilesOfPatterns<string> = {
      expand: ({ text }) => expandGlob(text, base, this.#session),
      keyOf: sameUri,
    };
    const targets = read.targets.map((target) => ({ ...targetFiles(target, places), project: snapshot.uri }));
    const project: KnownProject = { ...read, uri: snapshot.uri, stamp, known: targets };
    this.#projects.set(key, project);
    return project;
  }

  /** Merges a target only where there is something to find. */
  #formatFindings(target: KnownTarget, project: KnownProject): readonly Diagnostic[] {
    if (target.target.format !== 'machine-config') return [];
    return formatFindings(target.target, project, this.mergeOf(target).merged.result);
  }

  /** What a target comes to. */
  mergeOf(target: KnownTarget): KnownMerge {
    const name = `${target.project} ${target.target.name}`;
    const snapshots = target.fragments.flatMap((each) => this.#session.find(each) ?? []);
    const options = `${target.target.flatten} ${[...target.overriding].join(' ')}`;
    const key = [options, ...snapshots.map(({ uri: each, stamp }) => `${each} ${stamp}`)].join('\n');
    const known = this.#merges.get(name);
    if (known?.key === key) return known;
    const winners = new Set<Fragment>();
    const fragments = snapshots.flatMap((snapshot) => {
      const read = this.#fragmentsOf(snapshot, target.target.flatten ? 'flatten' : 'embed');
      if (target.overriding.has(sameUri(snapshot.uri))) for (const fragment of read) winners.add(fragment);
      return read;
    });
    const merged = mergeTarget(fragments, winners, (uri) => pathFrom(target.project, uri));
    const findings = mergeFindings(fragments, merged);
    const diagnostics = toldEverywhere(findings, target.target);
    const isWhole = snapshots.length === target.fragments.length && target.missing.length === 0;
    const merge = { key, target: target.target.name, merged, isWhole, findings, diagnostics };
    this.#merges.set(name, merge);
    return merge;
  }

  #fragmentsOf(snapshot: Snapshot, mode: IncludeMode): readonly Fragment[] {
    const { stamp, host, uri } = snapshot;
    const known = this.#fragments.get(snapshot);
    if (known?.stamp === stamp && known.mode === mode) return known.fragments;
    const { opener } = this.#session.files;
    const options = { ...includeOptions(uri, host, mode), ...(opener ? { opener } : {}) };
    const fragments = readFragments(snapshot.text.text, uri, host, options);
    this.#fragments.set(snapshot, { stamp, mode, fragments });
    return fragments;
  }
}

/** The path of a file from the folder of a project; of one elsewhere its name. */
export function pathFrom(project: string, uri: string): string {
  const base = sameUri(parentUri(project)).replace(/\/?$/, '/');
  const path = sameUri(uri);
  return path.startsWith(base) ? path.slice(base.length) : path.slice(path.lastIndexOf('/') + 1);
}
