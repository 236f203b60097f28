// What differs between the desktop and the web: how the server is started, and whether programs can be run.
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export interface Platform {
  /** A client whose server is not started yet. Loads the language client's code: only called when there is a document. */
  createClient(context: ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /** Registers what needs programs to be run; nothing on the web. */
  registerLocal(context: ExtensionContext): void;
}
