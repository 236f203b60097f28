// The extension in a browser: the server is a web worker, files come from the editor.
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { activateWith, deactivateAll } from './activate.ts';
import type { Platform } from './platform.ts';

const web: Platform = {
  createClient: async (context, options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    // A function, so that a server that has ended can be started again. The client knows a worker by its class, which the host of
    // web extensions replaces by its own; so it gets the two ends of the channel instead.
    const start = async () => {
      const worker = await startWorker(Uri.joinPath(context.extensionUri, 'out', 'server-worker.js'));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient('kindling', 'Kindling', start, options);
  },
  registerLocal: () => {},
};

/** A worker of the script's text: browsers refuse workers of other origins, and extensions often come from one. */
async function startWorker(script: Uri): Promise<Worker> {
  const text = await workspace.fs.readFile(script);
  // A copy, since the bytes may lie in a shared buffer, of which no blob can be made.
  const url = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
  return new Worker(url, { name: 'kindling' });
}

export async function activate(context: ExtensionContext): Promise<unknown> {
  return activateWith(context, web);
}

export function deactivate(): Promise<void> {
  return deactivateAll();
}
