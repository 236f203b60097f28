// The extension on a desktop or a remote machine: the server is a process of Node, tasks run the command line.
import { type ExtensionContext, Uri } from 'vscode';
import { activateWith, deactivateAll } from './activate.ts';
import type { Platform } from './platform.ts';
import { registerTasks } from './tasks.ts';

const desktop: Platform = {
  createClient: async (context, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = Uri.joinPath(context.extensionUri, 'out', 'server.js').fsPath;
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--inspect=6011'] } };
    return new LanguageClient('kindling', 'Kindling', { run, debug }, options);
  },
  registerLocal: registerTasks,
};

export async function activate(context: ExtensionContext): Promise<unknown> {
  return activateWith(context, desktop);
}

export function deactivate(): Promise<void> {
  return deactivateAll();
}
