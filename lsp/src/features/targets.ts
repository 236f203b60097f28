// The projects of the workspace for a view: their targets, the fragments of each, how those are and what they come to together.
// Builds nothing.
import {
  type Diagnostic,
  formatFindings,
  outputPath,
  printTarget,
  type Location as SourceLocation,
} from '../../../compiler/src/editor/index.ts';
import { toLocation } from '../convert.ts';
import { type Feature, type RequestContext, request } from '../feature.ts';
import { childUri, parentUri, sameUri } from '../files.ts';
import { type KnownProject, type KnownTarget, pathFrom } from '../projects.ts';
import type { Session } from '../session.ts';
import {
  type FragmentInfo,
  type ProblemInfo,
  type ProblemPlace,
  type ProjectInfo,
  type TargetInfo,
  type TargetName,
  type TargetOutputResult,
  type TargetsResult,
  targetOutputRequest,
  targetsRequest,
} from '../targets-protocol.ts';

function projectsOf({ session, log }: RequestContext): readonly ProjectInfo[] {
  return session.workspace.projects(log).flatMap(({ uri, path }) => {
    const project = projectAt(uri, session);
    return project ? [new ProjectView(project, session).info(path)] : [];
  });
}

function projectAt(uri: string, session: Session): KnownProject | undefined {
  const snapshot = session.find(uri);
  return snapshot?.kind === 'project' ? session.projects.projectIn(snapshot) : undefined;
}

class ProjectView {
  readonly #project: KnownProject;
  readonly #session: Session;
  readonly #base: string;
  /** Many targets share their fragments: each is looked at once. */
  readonly #fragments = new Map<string, FragmentInfo>();

  constructor(project: KnownProject, session: Session) {
    this.#project = project;
    this.#session = session;
    this.#base = parentUri(project.uri);
  }

  info(name: string): ProjectInfo {
    const { uri, diagnostics, known } = this.#project;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    return { uri, name, errors, targets: known.map((target) => this.#target(target)) };
  }

  #target(known: KnownTarget): TargetInfo {
    const { target, fragments, overriding, missing } = known;
    const { merged, findings } = this.#session.projects.mergeOf(known);
    const output = childUri(this.#base, outputPath(target, merged.result?.isMachineConfig === true));
    return {
      name: target.name,
      line: this.#project.document.lines.at(target.place.location.range.start).line - 1,
      fragments: fragments.map((uri) => {
        const info = this.#fragment(uri);
        return overriding.has(sameUri(uri)) ? { ...info, isOverride: true } : info;
      }),
      // An override that does its work is a note, and no problem.
      problems: [...missing, ...formatFindings(target, this.#project, merged.result), ...findings]
        .filter(({ severity }) => severity !== 'note')
        .map((each) => this.#problem(each)),
      output: { uri: output, exists: this.#session.files.exists(output) },
    };
  }

  #fragment(uri: string): FragmentInfo {
    const known = this.#fragments.get(uri) ?? this.#fragmentAt(uri);
    this.#fragments.set(uri, known);
    return known;
  }

  #fragmentAt(uri: string): FragmentInfo {
    const snapshot = this.#session.find(uri);
    const own = (snapshot?.inspection.diagnostics ?? []).filter(
      ({ location }) => sameUri(location.uri) === sameUri(uri),
    );
    const count = (severity: string): number => own.filter((each) => each.severity === severity).length;
    return { uri, path: pathFrom(this.#project.uri, uri), errors: count('error'), warnings: count('warning') };
  }

  #problem({ severity, code, message, location, notes = [] }: Diagnostic): ProblemInfo {
    const places = [location, ...notes.flatMap((note) => note.location ?? [])].flatMap((place) => this.#place(place));
    return { isError: severity === 'error', code, message, places };
  }

  #place(location: SourceLocation): readonly ProblemPlace[] {
    const place = toLocation(location, this.#session);
    return place ? [{ uri: place.uri, path: pathFrom(this.#project.uri, place.uri), start: place.range.start }] : [];
  }
}

function outputOf({ project, name }: TargetName, session: Session): TargetOutputResult | null {
  const target = projectAt(project, session)?.known.find((each) => each.target.name === name);
  if (target === undefined) return null;
  const { result, diagnostics } = session.projects.mergeOf(target).merged;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (result === undefined) return { languageId: 'json', errors };
  const { text, languageId } = printTarget(result, target.target.format);
  return { text, languageId, errors };
}

export default {
  name: 'targets',
  capabilities: () => ({}),
  requests: [
    request(targetsRequest, (_: unknown, context): TargetsResult => ({ projects: projectsOf(context) })),
    request(targetOutputRequest, (name: TargetName, { session }) => outputOf(name, session)),
  ],
} satisfies Feature;
