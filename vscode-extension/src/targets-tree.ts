// The rows of the view of targets: projects, their targets, what is wrong with those as wholes, and their fragments. Data of the
// server in, rows of the editor out; asks nothing.
import {
  type Command,
  l10n,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import type {
  FragmentInfo,
  ProblemInfo,
  ProblemPlace,
  ProjectInfo,
  TargetInfo,
  TargetsResult,
} from '../../lsp/src/targets-protocol.ts';

export type TargetNode =
  | { readonly kind: 'project'; readonly id: string; readonly project: ProjectInfo }
  | { readonly kind: 'target'; readonly id: string; readonly target: TargetInfo; readonly project: ProjectInfo }
  | { readonly kind: 'problem'; readonly id: string; readonly problem: ProblemInfo }
  | { readonly kind: 'place'; readonly id: string; readonly place: ProblemPlace }
  | { readonly kind: 'fragment'; readonly id: string; readonly fragment: FragmentInfo };

/** Whether a value that the editor hands to a command is the row of a target. */
export function isTargetNode(value: unknown): value is Extract<TargetNode, { kind: 'target' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'target';
}

/** The first rows. One project needs no row of its own. */
export function rootNodes({ projects }: TargetsResult): TargetNode[] {
  const [only] = projects;
  if (projects.length === 1 && only) return targetNodes(only);
  return projects.map((project) => ({ kind: 'project', id: project.uri, project }));
}

export function childNodes(node: TargetNode): TargetNode[] {
  switch (node.kind) {
    case 'project':
      return targetNodes(node.project);
    case 'target':
      return [
        ...node.target.problems.map(
          (problem, index): TargetNode => ({ kind: 'problem', id: `${node.id} problem ${index}`, problem }),
        ),
        ...node.target.fragments.map(
          (fragment): TargetNode => ({ kind: 'fragment', id: `${node.id} ${fragment.path}`, fragment }),
        ),
      ];
    case 'problem':
      return hasPlaces(node.problem)
        ? node.problem.places.map((place, index) => ({ kind: 'place', id: `${node.id} place ${index}`, place }))
        : [];
    case 'place':
    case 'fragment':
      return [];
  }
}

function targetNodes(project: ProjectInfo): TargetNode[] {
  return project.targets.map((target) => ({ kind: 'target', id: `${project.uri} ${target.name}`, target, project }));
}

/** A problem with one place is shown there by a click on itself. */
function hasPlaces({ places }: ProblemInfo): boolean {
  return places.length > 1;
}

export function itemOf(node: TargetNode): TreeItem {
  const item = rowOf(node);
  // By its own name a row stays open when the view is made anew.
  item.id = node.id;
  return item;
}

function rowOf(node: TargetNode): TreeItem {
  switch (node.kind) {
    case 'project':
      return projectItem(node.project);
    case 'target':
      return targetItem(node.target, node.project);
    case 'problem':
      return problemItem(node.problem);
    case 'place':
      return placeItem(node.place);
    case 'fragment':
      return fragmentItem(node.fragment);
  }
}

function projectItem({ name, uri, errors }: ProjectInfo): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.iconPath = stateIcon('project', errors, 0);
  item.command = openCommand(uri);
  return item;
}

function targetItem({ name, fragments, problems, output, line }: TargetInfo, { uri }: ProjectInfo): TreeItem {
  const sum = (of: (fragment: FragmentInfo) => number): number => fragments.reduce((all, each) => all + of(each), 0);
  const errors = sum((each) => each.errors) + problems.filter(({ isError }) => isError).length;
  const warnings = sum((each) => each.warnings) + problems.filter(({ isError }) => !isError).length;
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  item.description = joined([
    fragments.length === 1 ? l10n.t('1 fragment') : l10n.t('{0} fragments', fragments.length),
    stateText(errors, warnings),
    output.exists ? '' : l10n.t('not built'),
  ]);
  item.iconPath = stateIcon('server', errors, warnings);
  item.contextValue = 'target';
  item.command = openCommand(uri, { line, character: 0 });
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  return item;
}

function problemItem(problem: ProblemInfo): TreeItem {
  const { message, code, places, isError } = problem;
  const state = hasPlaces(problem) ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
  const item = new TreeItem(message, state);
  item.description = code;
  item.tooltip = `${message}\n${places.map(placeText).join('\n')}`;
  item.iconPath = isError ? stateIcon('error', 1, 0) : stateIcon('warning', 0, 1);
  const [first] = places;
  if (first) item.command = openCommand(first.uri, first.start);
  return item;
}

function placeItem(place: ProblemPlace): TreeItem {
  const item = new TreeItem(placeText(place), TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon('arrow-small-right');
  item.command = openCommand(place.uri, place.start);
  return item;
}

function placeText({ path, start }: ProblemPlace): string {
  return `${path}:${start.line + 1}:${start.character + 1}`;
}

function fragmentItem({ path, uri, isOverride, errors, warnings }: FragmentInfo): TreeItem {
  const item = new TreeItem(path, TreeItemCollapsibleState.None);
  item.description = joined([isOverride ? l10n.t('overrides') : '', stateText(errors, warnings)]);
  item.iconPath = stateIcon('file', errors, warnings);
  item.tooltip = path;
  item.resourceUri = Uri.parse(uri);
  item.command = openCommand(uri);
  return item;
}

function openCommand(uri: string, start?: ProblemPlace['start']): Command {
  const at = start && new Position(start.line, start.character);
  const options = { preserveFocus: true, ...(at ? { selection: new Range(at, at) } : {}) };
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), options] };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function stateText(errors: number, warnings: number): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : '',
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function stateIcon(icon: string, errors: number, warnings: number): ThemeIcon {
  if (errors > 0) return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (warnings > 0) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon(icon);
}
