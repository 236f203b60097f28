// The compiled output of configs: asked of the server when someone shows it, and as read-only documents of the scheme
// `kindling-output`, beside their source.
import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../lsp/src/preview-protocol.ts';
import { type OutputParams, type OutputResult, outputRequest } from '../../lsp/src/protocol.ts';
import type { Server } from './server.ts';

export const outputScheme = 'kindling-output';

export class Outputs implements TextDocumentContentProvider, Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<Uri>();
  readonly #registrations: readonly Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(outputScheme, this),
      server.onOutputChanged((uris) => this.#refresh(uris)),
    ];
  }

  of(uri: Uri): Promise<OutputResult | undefined> {
    const params: OutputParams = { textDocument: { uri: uri.toString() } };
    return this.#server.ask<OutputResult>(outputRequest, params);
  }

  previewOf(uri: Uri): Promise<PreviewResult | undefined> {
    const params: PreviewParams = { textDocument: { uri: uri.toString() } };
    return this.#server.ask<PreviewResult>(previewRequest, params);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    return (await this.of(sourceOf(uri)))?.text ?? '';
  }

  #refresh(uris: readonly string[]): void {
    const changed = new Set(uris.map((uri) => Uri.parse(uri).toString()));
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === outputScheme && changed.has(sourceOf(uri).toString())) this.#changed.fire(uri);
    }
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
  }
}

/** The document that shows the output of a config; the name tells editors its language. */
export function outputUri(source: Uri, extension: string): Uri {
  const name = (source.path.split('/').at(-1) ?? 'config').replace(/\.(?:bu|butane|fcc|ya?ml)$/, '');
  return Uri.from({ scheme: outputScheme, path: `/${name}${extension}`, query: source.toString() });
}

export function sourceOf(output: Uri): Uri {
  return Uri.parse(output.query);
}
