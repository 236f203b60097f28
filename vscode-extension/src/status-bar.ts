// The status bar item of the config in front: its spec, its target, the size of the output against a limit, and how the server is.
// A click offers what can be done. Asks the server only while a config is in front.
import {
  Disposable,
  type ExtensionContext,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { type StatusParams, type StatusResult, statusRequest } from '../../lsp/src/status-protocol.ts';
import type { TargetName } from '../../lsp/src/targets-protocol.ts';
import { configInFront } from './config-in-front.ts';
import type { Server } from './server.ts';
import { sizeText } from './size.ts';

/** Milliseconds of quiet before the item follows the typing. */
const quiet = 300;
/** Where the workspace keeps the target that was chosen. */
const chosenKey = 'kindling.chosenTarget';

export class StatusBar implements Disposable {
  readonly #server: Server;
  readonly #memory: ExtensionContext['workspaceState'];
  readonly #item: StatusBarItem;
  readonly #subscriptions: readonly Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server, memory: ExtensionContext['workspaceState']) {
    this.#server = server;
    this.#memory = memory;
    this.#item = window.createStatusBarItem('kindling.status', StatusBarAlignment.Right, 100);
    this.#item.name = 'Kindling';
    this.#item.command = 'kindling.showActions';
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.#soon(0)),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('kindling.sizeLimit') && this.#soon(0)),
      server.onOutputChanged((uris) => this.#isConcerned(uris) && this.#soon(quiet)),
      server.onState(() => this.#soon(0)),
    ];
    this.#soon(0);
  }

  /** What the item says: for tests. */
  get text(): string {
    return this.#item.text;
  }

  /** How a config is, with the target that was chosen. */
  async of(document: TextDocument): Promise<StatusResult | undefined> {
    const target = this.#memory.get<TargetName>(chosenKey);
    const params: StatusParams = {
      textDocument: { uri: document.uri.toString() },
      ...(target === undefined ? {} : { target }),
    };
    return this.#server.ask<StatusResult>(statusRequest, params);
  }

  /** Shows this target wherever a config takes part in it. */
  async choose(target: TargetName): Promise<void> {
    await this.#memory.update(chosenKey, target);
    await this.#update();
  }

  #isConcerned(uris: readonly string[]): boolean {
    const document = configInFront();
    return document !== undefined && uris.includes(document.uri.toString());
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), milliseconds);
  }

  async #update(): Promise<void> {
    const document = configInFront();
    if (document === undefined) return this.#item.hide();
    this.#item.show();
    if (this.#server.state === 'failed') {
      this.#item.text = '$(error) Kindling';
      this.#item.tooltip = l10n.t('The language server is not running');
      return;
    }
    if (this.#item.text === '') this.#item.text = '$(loading~spin) Kindling';
    const status = await this.of(document);
    if (configInFront() === document) this.#show(document, status);
  }

  #show(document: TextDocument, status: StatusResult | undefined): void {
    const limit = workspace.getConfiguration('kindling', document).get('sizeLimit', 0);
    const size = shownSize(status);
    const isOver = size !== undefined && limit > 0 && size > limit;
    this.#item.text = statusText(status, limit);
    this.#item.backgroundColor = isOver ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.tooltip = new MarkdownString(tooltipLines(status, limit).join('\n\n'));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    Disposable.from(...this.#subscriptions, this.#item).dispose();
  }
}

/** What is built counts against a limit: the target where there is one. */
function shownSize(status: StatusResult | undefined): number | undefined {
  return status?.target ? status.target.size : status?.size;
}

/** `fcos 1.7.0 · node-2 · 2.1 KiB / 16 KiB`. */
export function statusText(status: StatusResult | undefined, limit: number): string {
  const mark = (status?.errors ?? 0) > 0 ? '$(error)' : '$(flame)';
  const size = shownSize(status);
  const against = limit > 0 ? ` / ${sizeText(limit)}` : '';
  const parts = [
    `${mark} ${status?.spec ?? 'Butane'}`,
    ...targetPart(status),
    ...(size === undefined ? [] : [`${sizeText(size)}${against}`]),
  ];
  return parts.join(' · ');
}

function targetPart(status: StatusResult | undefined): readonly string[] {
  if (status?.target) return [status.target.name];
  const count = status?.targets.length ?? 0;
  return count > 1 ? [l10n.t('{0} targets', count)] : [];
}

function tooltipLines(status: StatusResult | undefined, limit: number): readonly string[] {
  const { spec, size, target, errors = 0, warnings = 0 } = status ?? {};
  return [
    spec === undefined ? l10n.t('`variant` and `version` name no known spec') : `**${spec}**`,
    ...(size === undefined ? [] : [l10n.t('Output: {0} bytes', size)]),
    ...(target === undefined
      ? []
      : target.size === undefined
        ? [l10n.t('Target {0} cannot be built', target.name)]
        : [l10n.t('Target {0}: {1} bytes', target.name, target.size)]),
    ...(limit > 0 ? [l10n.t('Limit: {0} bytes', limit)] : []),
    l10n.t('Errors: {0}, warnings: {1}', errors, warnings),
  ];
}
