// The Explorer view of the projects in the workspace. Asks the server when it is shown and when something has changed; reads no
// file itself.
import {
  commands,
  Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import { projectFile, type TargetsResult, targetsRequest } from '../../lsp/src/targets-protocol.ts';
import type { Server } from './server.ts';
import { childNodes, itemOf, rootNodes, type TargetNode } from './targets-tree.ts';

/** Milliseconds of quiet before the view follows the typing. */
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
    const watcher = workspace.createFileSystemWatcher(`**/${projectFile}`);
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
    const found = await workspace.findFiles(`**/${projectFile}`, '**/node_modules/**', 1);
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
    if (node !== undefined) return childNodes(node);
    const result = await this.#server.ask<TargetsResult>(targetsRequest, {});
    return result === undefined ? [] : rootNodes(result);
  }

  getTreeItem(node: TargetNode): TreeItem {
    return itemOf(node);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    Disposable.from(...this.#subscriptions, this.#changed).dispose();
  }
}
