// The compiled output of configs, and of the targets of projects: asked of the server when someone shows it, and as read-only
// documents of the scheme `kindling-output`, which follow their sources.
import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../lsp/src/preview-protocol.ts';
import { type OutputParams, type OutputResult, outputRequest } from '../../lsp/src/protocol.ts';
import { type TargetName, type TargetOutputResult, targetOutputRequest } from '../../lsp/src/targets-protocol.ts';
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
    return this.#ask({ textDocument: { uri: uri.toString() } });
  }

  /** The output as the command line writes it. */
  writtenOf(uri: Uri): Promise<OutputResult | undefined> {
    return this.#ask({ textDocument: { uri: uri.toString() }, isCompact: true });
  }

  #ask(params: OutputParams): Promise<OutputResult | undefined> {
    return this.#server.ask<OutputResult>(outputRequest, params);
  }

  previewOf(uri: Uri): Promise<PreviewResult | undefined> {
    const params: PreviewParams = { textDocument: { uri: uri.toString() } };
    return this.#server.ask<PreviewResult>(previewRequest, params);
  }

  ofTarget(target: TargetName): Promise<TargetOutputResult | undefined> {
    return this.#server.ask<TargetOutputResult>(targetOutputRequest, target);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const target = targetOf(uri);
    return (await (target ? this.ofTarget(target) : this.of(sourceOf(uri))))?.text ?? '';
  }

  #refresh(uris: readonly string[]): void {
    const changed = new Set(uris.map((uri) => Uri.parse(uri).toString()));
    for (const { uri } of workspace.textDocuments) {
      // Any config may be a fragment of a target.
      const isConcerned = targetOf(uri) !== undefined || changed.has(sourceOf(uri).toString());
      if (uri.scheme === outputScheme && isConcerned) this.#changed.fire(uri);
    }
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
  }
}

/** The document that shows the output of a config; the name tells editors its language. */
export function outputUri(source: Uri, extension: string): Uri {
  const name = (source.path.split('/').at(-1) ?? 'config').replace(/\.(?:bu|butane|fcc|ya?ml)$/i, '');
  return Uri.from({ scheme: outputScheme, path: `/${name}${extension}`, query: source.toString() });
}

/** The document that shows what a target comes to. */
export function targetOutputUri({ project, name }: TargetName, extension: string): Uri {
  return Uri.from({ scheme: outputScheme, path: `/${name}${extension}`, query: project, fragment: name });
}

export function sourceOf(output: Uri): Uri {
  return Uri.parse(output.query);
}

function targetOf({ scheme, query, fragment }: Uri): TargetName | undefined {
  return scheme === outputScheme && fragment !== '' ? { project: query, name: fragment } : undefined;
}
