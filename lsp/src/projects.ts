// The projects of the workspace: which `kindling.yaml` a file belongs to, which targets it is a fragment of, and what their merges
// find. Kept until a file of the project changes. Asks the session for documents; changes nothing.
import {
  type Diagnostic,
  type Fragment,
  mergeFindings,
  readFragments,
  readProject,
  type TargetFiles,
  targetFiles,
} from '../../compiler/src/editor/index.ts';
import { childUri, parentUri, sameUri } from './files.ts';
import { expandGlob } from './glob.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';

export const projectFile = 'kindling.yaml';

interface KnownProject {
  readonly uri: string;
  /** The project file as it was when this was made. */
  readonly stamp: string;
  readonly targets: readonly TargetFiles[];
}

interface KnownMerge {
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
}

const mostAncestors = 20;

export class Projects {
  readonly #session: Session;
  readonly #projects = new Map<string, KnownProject>();
  readonly #merges = new Map<string, KnownMerge>();
  readonly #fragments = new WeakMap<Snapshot, { readonly stamp: string; readonly fragments: readonly Fragment[] }>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Files have come or gone: which of them a pattern means may be another matter now. */
  forget(): void {
    this.#projects.clear();
  }

  /** The targets that a file takes part in. */
  targetsOf(uri: string): readonly TargetFiles[] {
    const project = this.#projectAbove(uri);
    return project?.targets.filter(({ fragments }) => fragments.some((each) => sameUri(each) === sameUri(uri))) ?? [];
  }

  /** The directory of local files that a project sets for a fragment. */
  filesDirOf(uri: string): string | undefined {
    const project = this.#projectAbove(uri);
    const target = this.targetsOf(uri).find((each) => each.target.filesDir !== undefined)?.target;
    if (project === undefined || target?.filesDir === undefined) return undefined;
    const parts = target.filesDir.split('/').filter((part) => part !== '.' && part !== '');
    return parts.includes('..') || target.filesDir.startsWith('/')
      ? undefined
      : childUri(parentUri(project.uri), parts.join('/')).replace(/\/$/, '');
  }

  /** All files whose findings depend on this one. */
  companions(uri: string): ReadonlySet<string> {
    return new Set(this.targetsOf(uri).flatMap(({ fragments }) => fragments.map(sameUri)));
  }

  /** What the targets of a file find that a single file does not show; in a project file, what is wrong with its targets. */
  findingsFor(snapshot: Snapshot): readonly Diagnostic[] {
    if (snapshot.kind === 'project') {
      return this.#load(snapshot).targets.flatMap(({ missing }) => missing);
    }
    const found = this.targetsOf(snapshot.uri).flatMap((target) => this.#mergeOf(snapshot.uri, target));
    return found.filter(({ location }) => sameUri(location.uri) === sameUri(snapshot.uri));
  }

  /** Everything that a target's findings depend on, as a text. */
  stampOf(uri: string): string {
    const names = [...this.companions(uri)];
    return names.map((name) => this.#session.find(name)?.stamp ?? '-').join(' ');
  }

  #projectAbove(uri: string): KnownProject | undefined {
    let at = parentUri(uri);
    for (let depth = 0; depth < mostAncestors; depth++) {
      const snapshot = this.#session.find(childUri(at, projectFile));
      if (snapshot) return this.#load(snapshot);
      const above = parentUri(at);
      if (above === at || this.#session.folders.some((folder) => sameUri(folder) === sameUri(at))) return undefined;
      at = above;
    }
    return undefined;
  }

  #load(snapshot: Snapshot): KnownProject {
    const key = sameUri(snapshot.uri);
    const stamp = snapshot.stamp;
    const known = this.#projects.get(key);
    if (known?.stamp === stamp) return known;
    const base = parentUri(snapshot.uri);
    const { targets } = readProject(snapshot.text.text, snapshot.uri);
    const project: KnownProject = {
      uri: snapshot.uri,
      stamp,
      targets: targets.map((target) => targetFiles(target, ({ text }) => expandGlob(text, base, this.#session.files))),
    };
    this.#projects.set(key, project);
    return project;
  }

  #mergeOf(uri: string, target: TargetFiles): readonly Diagnostic[] {
    const name = `${this.#projectAbove(uri)?.uri} ${target.target.name}`;
    const snapshots = target.fragments.flatMap((each) => this.#session.find(each) ?? []);
    const key = snapshots.map(({ uri: each, stamp }) => `${each} ${stamp}`).join('\n');
    const known = this.#merges.get(name);
    if (known?.key === key) return known.diagnostics;
    const fragments = snapshots.flatMap((snapshot) => this.#fragmentsOf(snapshot));
    const diagnostics = mergeFindings(target, fragments);
    this.#merges.set(name, { key, diagnostics });
    return diagnostics;
  }

  #fragmentsOf(snapshot: Snapshot): readonly Fragment[] {
    const { stamp } = snapshot;
    const known = this.#fragments.get(snapshot);
    if (known?.stamp === stamp) return known.fragments;
    const fragments = readFragments(snapshot.text.text, snapshot.uri, snapshot.host);
    this.#fragments.set(snapshot, { stamp, fragments });
    return fragments;
  }
}
