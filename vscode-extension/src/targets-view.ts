// The Explorer view of the projects in the workspace: targets, and their fragments with what is wrong in them. Asks the server
// when it is shown and when something has changed; reads no file itself.
import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  Position,
  ProcessExecution,
  Range,
  Task,
  TaskScope,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  tasks,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type FragmentInfo,
  type ProjectInfo,
  type TargetInfo,
  type TargetsResult,
  targetsRequest,
} from '../../lsp/src/targets-protocol.ts';
import type { Server } from './server.ts';

export type TargetNode =
  | { readonly kind: 'project'; readonly project: ProjectInfo }
  | { readonly kind: 'target'; readonly target: TargetInfo; readonly project: ProjectInfo }
  | {
      readonly kind: 'fragment';
      readonly fragment: FragmentInfo;
      readonly target: TargetInfo;
      readonly project: ProjectInfo;
    };

const quiet = 400;

export class TargetsView implements TreeDataProvider<TargetNode>, Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<void>();
  readonly #view: TreeView<TargetNode>;
  readonly #subscriptions: readonly Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#view = window.createTreeView('kindling.targets', { treeDataProvider: this, showCollapseAll: true });
    const watcher = workspace.createFileSystemWatcher('**/kindling.{yaml,yml}');
    const look = (): void => void this.#findProject();
    this.#subscriptions = [
      this.#view,
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
      watcher.onDidChange(() => this.#soon()),
      workspace.onDidChangeWorkspaceFolders(look),
      workspace.onDidSaveTextDocument(() => this.#soon()),
      server.onOutputChanged(() => this.#soon()),
      server.onState((state) => state === 'running' && this.#soon()),
    ];
    look();
  }

  /** The view is there only where there is a project; its search looks at names alone. */
  async #findProject(): Promise<void> {
    const found = await workspace.findFiles('**/kindling.{yaml,yml}', '**/node_modules/**', 1);
    await commands.executeCommand('setContext', 'kindling.hasProject', found.length > 0);
    this.#soon();
  }

  #soon(): void {
    if (!this.#view.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), quiet);
  }

  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(node?: TargetNode): Promise<TargetNode[]> {
    if (node === undefined) return this.#roots();
    if (node.kind === 'project') return targetsOf(node.project);
    if (node.kind === 'fragment') return [];
    return node.target.fragments.map((fragment) => ({
      kind: 'fragment',
      fragment,
      target: node.target,
      project: node.project,
    }));
  }

  async #roots(): Promise<TargetNode[]> {
    const result = await this.#server.ask<TargetsResult>(targetsRequest, {});
    const projects = result?.projects ?? [];
    const [only] = projects;
    // One project needs no row of its own.
    return projects.length === 1 && only ? targetsOf(only) : projects.map((project) => ({ kind: 'project', project }));
  }

  /** Builds one target, or all: with the task of the folder that the project is in. */
  async build(argument: unknown): Promise<boolean> {
    if (!workspace.isTrusted) {
      window.setStatusBarMessage(l10n.t('Kindling: tasks need a trusted workspace'), 8000);
      return false;
    }
    const node = isTarget(argument) ? argument : undefined;
    const folder = node && workspace.getWorkspaceFolder(Uri.parse(node.project.uri));
    const found = (await tasks.fetchTasks({ type: 'kindling' })).filter(
      ({ definition }) => definition.command === 'build',
    );
    const task = found.find(({ scope }) => folder === undefined || scope === folder) ?? found[0];
    if (task === undefined) {
      window.setStatusBarMessage(l10n.t('Kindling: there is no kindling.yaml in a workspace folder'), 8000);
      return false;
    }
    await tasks.executeTask(node ? narrowed(task, node.target.name) : task);
    return true;
  }

  getTreeItem(node: TargetNode): TreeItem {
    const item = itemOf(node);
    // By its own name a row stays open when the view is made anew.
    item.id = idOf(node);
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    Disposable.from(...this.#subscriptions, this.#changed).dispose();
  }
}

function targetsOf(project: ProjectInfo): TargetNode[] {
  return project.targets.map((target) => ({ kind: 'target', target, project }));
}

function isTarget(value: unknown): value is Extract<TargetNode, { kind: 'target' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'target';
}

/** The task for one target. */
function narrowed(task: Task, target: string): Task {
  const { execution } = task;
  if (!(execution instanceof ProcessExecution)) return task;
  const own = new ProcessExecution(execution.process, [...execution.args, target], execution.options);
  const scope = task.scope ?? TaskScope.Workspace;
  return new Task({ ...task.definition, targets: [target] }, scope, `build ${target}`, 'kindling', own, '$kindling');
}

function idOf(node: TargetNode): string {
  const { uri } = node.project;
  if (node.kind === 'project') return uri;
  return node.kind === 'target' ? `${uri} ${node.target.name}` : `${uri} ${node.target.name} ${node.fragment.path}`;
}

function itemOf(node: TargetNode): TreeItem {
  if (node.kind === 'project') return projectItem(node.project);
  return node.kind === 'target' ? targetItem(node.target, node.project) : fragmentItem(node.fragment);
}

function projectItem({ name, uri, errors }: ProjectInfo): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.iconPath = stateIcon('project', errors, 0);
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [Uri.parse(uri), { preserveFocus: true }],
  };
  return item;
}

function targetItem({ name, fragments, output, line }: TargetInfo, { uri }: ProjectInfo): TreeItem {
  const sum = (of: (fragment: FragmentInfo) => number): number => fragments.reduce((all, each) => all + of(each), 0);
  const errors = sum((each) => each.errors + (each.isMissing ? 1 : 0));
  const warnings = sum((each) => each.warnings);
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  const built = output === undefined ? '' : output.exists ? '' : l10n.t('not built');
  item.description = [
    fragments.length === 1 ? l10n.t('1 fragment') : l10n.t('{0} fragments', fragments.length),
    stateText(errors, warnings),
    built,
  ]
    .filter((part) => part !== '')
    .join(' · ');
  item.iconPath = stateIcon('server', errors, warnings);
  item.contextValue = 'target';
  const selection = new Range(new Position(line, 0), new Position(line, 0));
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [Uri.parse(uri), { selection, preserveFocus: true }],
  };
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  return item;
}

function fragmentItem({ path, uri, isMissing, isOverride, errors, warnings }: FragmentInfo): TreeItem {
  const item = new TreeItem(path, TreeItemCollapsibleState.None);
  const state = isMissing ? l10n.t('missing') : stateText(errors, warnings);
  item.description = [isOverride ? l10n.t('overrides') : '', state].filter((part) => part !== '').join(' · ');
  item.iconPath = stateIcon('file', isMissing ? 1 : errors, warnings);
  item.tooltip = path;
  if (!isMissing) {
    item.resourceUri = Uri.parse(uri);
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open'),
      arguments: [Uri.parse(uri), { preserveFocus: true }],
    };
  }
  return item;
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
