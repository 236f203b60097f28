// The projects of the workspace for a view: their targets, the fragments of each, and how those are. Looks for `kindling.yaml` in
// the workspace folders and a few levels below; builds nothing.
import { type Pattern, readProject, type Target } from '../../../compiler/src/project/project.ts';
import { type Feature, request } from '../feature.ts';
import { childUri, parentUri, sameUri } from '../files.ts';
import type { Session } from '../session.ts';
import { filesOfPattern } from '../target-files.ts';
import type { FragmentInfo, ProjectInfo, TargetInfo, TargetsResult } from '../targets-protocol.ts';
import { targetsRequest } from '../targets-protocol.ts';

const names: readonly string[] = ['kindling.yaml', 'kindling.yml'];
const mostDepth = 4;

function projectsOf(session: Session): readonly ProjectInfo[] {
  return session.folders.flatMap((folder) =>
    projectFiles(folder, '', session, 0).flatMap((path) => projectAt(childUri(folder, path), path, session)),
  );
}

function projectFiles(folder: string, path: string, session: Session, depth: number): readonly string[] {
  const entries = session.files.list(path === '' ? folder : childUri(folder, path));
  const inner = (name: string): string => (path === '' ? name : `${path}/${name}`);
  const own = entries.filter(({ name, isDirectory }) => !isDirectory && names.includes(name));
  const below = entries.filter(
    ({ name, isDirectory }) => isDirectory && name !== 'node_modules' && !name.startsWith('.'),
  );
  return [
    ...own.slice(0, 1).map(({ name }) => inner(name)),
    ...(depth < mostDepth ? below.flatMap(({ name }) => projectFiles(folder, inner(name), session, depth + 1)) : []),
  ];
}

function projectAt(uri: string, name: string, session: Session): readonly ProjectInfo[] {
  const text = session.find(uri)?.text.text;
  if (text === undefined) return [];
  const { document, targets, diagnostics } = readProject(text, uri);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const states = new Map<string, FragmentInfo>();
  const lineOf = (pattern: Pattern | undefined): number => {
    const offset = pattern?.place.location.range.start;
    return offset === undefined ? 0 : document.lines.at(offset).line - 1;
  };
  return [
    { uri, name, errors, targets: targets.map((target) => infoOf(target, parentUri(uri), session, states, lineOf)) },
  ];
}

function infoOf(
  target: Target,
  base: string,
  session: Session,
  states: Map<string, FragmentInfo>,
  lineOf: (pattern: Pattern | undefined) => number,
): TargetInfo {
  const overriding = new Set(target.override.flatMap(({ text }) => filesOfPattern(text, base, session.files)));
  const paths = new Set(target.fragments.flatMap(({ text }) => filesOfPattern(text, base, session.files)));
  const fragments = [...paths].map((path): FragmentInfo => {
    // Many targets share their fragments: each is looked at once.
    const known = states.get(path) ?? fragmentAt(childUri(base, path), path, session);
    states.set(path, known);
    return overriding.has(path) ? { ...known, isOverride: true } : known;
  });
  const output = target.output === undefined ? undefined : childUri(base, target.output);
  return {
    name: target.name,
    // Those of all targets come first; the last one is this target's own, if it has any.
    line: lineOf(target.fragments.at(-1)),
    fragments,
    ...(output === undefined ? {} : { output: { uri: output, exists: session.files.exists(output) } }),
  };
}

function fragmentAt(uri: string, path: string, session: Session): FragmentInfo {
  const snapshot = session.find(uri);
  if (snapshot === undefined) return { uri, path, isMissing: true, errors: 0, warnings: 0 };
  const { diagnostics } = snapshot.inspection;
  const own = diagnostics.filter(({ location }) => sameUri(location.uri) === sameUri(snapshot.uri));
  const count = (severity: string): number => own.filter((each) => each.severity === severity).length;
  return { uri: snapshot.uri, path, errors: count('error'), warnings: count('warning') };
}

export default {
  name: 'targets',
  capabilities: () => ({}),
  requests: [request(targetsRequest, (_: unknown, { session }): TargetsResult => ({ projects: projectsOf(session) }))],
} satisfies Feature;
