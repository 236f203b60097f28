// The pages of the codes as documents of the scheme `kindling-rule`, so that the link of a problem works without a network.
import { commands, type Disposable, l10n, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import { type RulePageParams, type RulePageResult, rulePageRequest } from '../../lsp/src/protocol.ts';
import type { Server } from './server.ts';

const scheme = 'kindling-rule';

export class RulePages implements TextDocumentContentProvider, Disposable {
  readonly #server: Server;
  readonly #registration: Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Shows the page of a code. `argument`: the code, as links of problems hand it over. */
  async show(argument: unknown): Promise<Uri | undefined> {
    const code = typeof argument === 'string' ? argument : await window.showInputBox({ prompt: l10n.t('Which code') });
    if (code === undefined) return undefined;
    const uri = Uri.from({ scheme, path: `/${code}.md` });
    if ((await this.provideTextDocumentContent(uri)) === '') {
      window.setStatusBarMessage(l10n.t('Kindling: there is no code {0}', code), 5000);
      return undefined;
    }
    try {
      await commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // Markdown is an extension of its own, which can be switched off.
      await window.showTextDocument(await workspace.openTextDocument(uri));
    }
    return uri;
  }

  async provideTextDocumentContent({ path }: Uri): Promise<string> {
    const params: RulePageParams = { code: path.replace(/^\/|\.md$/g, '') };
    return (await this.#server.ask<RulePageResult>(rulePageRequest, params))?.markdown ?? '';
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
