// The status bar item of the config in front: its spec, the size of its output against a limit, and how the server is. A click
// offers what can be done. Asks the server only while a config is in front.
import {
  Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { PreviewResult } from '../../lsp/src/preview-protocol.ts';
import type { OutputResult } from '../../lsp/src/protocol.ts';
import { configInFront } from './config-in-front.ts';
import type { Outputs } from './outputs.ts';
import type { Server } from './server.ts';
import { byteLength, sizeText } from './size.ts';

/** Milliseconds of quiet before the item follows the typing. */
const quiet = 300;

export class StatusBar implements Disposable {
  readonly #outputs: Outputs;
  readonly #server: Server;
  readonly #item: StatusBarItem;
  readonly #subscriptions: readonly Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outputs: Outputs, server: Server) {
    this.#outputs = outputs;
    this.#server = server;
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
    const [output, about] = await Promise.all([this.#outputs.of(document.uri), this.#outputs.previewOf(document.uri)]);
    if (configInFront() === document) this.#show(document, output, about);
  }

  #show(document: TextDocument, output: OutputResult | undefined, about: PreviewResult | undefined): void {
    const limit = workspace.getConfiguration('kindling', document).get('sizeLimit', 0);
    const size = output?.text === undefined ? undefined : byteLength(output.text);
    const isOver = size !== undefined && limit > 0 && size > limit;
    this.#item.text = statusText(about, size, limit);
    this.#item.backgroundColor = isOver ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    const lines = [
      about?.spec === undefined ? l10n.t('`variant` and `version` name no known spec') : `**${about.spec}**`,
      ...(size === undefined ? [] : [l10n.t('Output: {0} bytes, indented', size)]),
      ...(limit > 0 ? [l10n.t('Limit: {0} bytes', limit)] : []),
      l10n.t('Errors: {0}, warnings: {1}', about?.errors ?? 0, about?.warnings ?? 0),
    ];
    this.#item.tooltip = new MarkdownString(lines.join('\n\n'));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    Disposable.from(...this.#subscriptions, this.#item).dispose();
  }
}

/** `fcos 1.7.0 · 2.1 KiB / 16 KiB`. */
export function statusText(about: PreviewResult | undefined, size: number | undefined, limit: number): string {
  const spec = about?.spec ?? 'Butane';
  const mark = (about?.errors ?? 0) > 0 ? '$(error)' : '$(flame)';
  if (size === undefined) return `${mark} ${spec}`;
  const against = limit > 0 ? ` / ${sizeText(limit)}` : '';
  return `${mark} ${spec} · ${sizeText(size)}${against}`;
}
