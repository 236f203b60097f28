// The notifications about documents, files, folders and settings: from the client into the session, and on to the findings.
import type { Connection } from 'vscode-languageserver';
import { sameUri } from './files.ts';
import type { Running } from './server.ts';
import type { Snapshot } from './snapshot.ts';
import type { TextChange } from './text-document.ts';

/** Listens to them. Notifications of the wrong shape are logged and change nothing. */
export function synchronize(connection: Connection, running: Running): void {
  const on = <Params>(method: string, work: (params: Params, running: Running) => void): void => {
    connection.onNotification(method, (params: Params) => {
      void running.guard(method, () => work(params, running));
    });
  };
  documents(on);
  surroundings(on);
}

type On = <Params>(method: string, work: (params: Params, running: Running) => void) => void;

interface Identifier {
  readonly uri: string;
}

interface OpenParams {
  readonly textDocument: Identifier & { readonly languageId: string; readonly version: number; readonly text: string };
}

interface ChangeParams {
  readonly textDocument: Identifier & { readonly version: number };
  readonly contentChanges: readonly TextChange[];
}

function documents(on: On): void {
  on('textDocument/didOpen', ({ textDocument }: OpenParams, { session, flow }) => {
    const { uri, languageId, version, text } = textDocument;
    const concerned = session.around([uri], () => {
      flow.changed(session.open(String(uri), String(languageId), version, String(text)), true);
      return session.filesChanged([uri]);
    });
    flow.outdated(concerned);
  });
  on('textDocument/didChange', ({ textDocument, contentChanges }: ChangeParams, running) => {
    const { session, flow } = running;
    const { uri, version } = textDocument;
    const before = session.get(uri);
    // Changes come in the order in which they are to be made, whatever their numbers say; without the text there is nothing to
    // change.
    if (before === undefined) return running.log('a change of a document that is not open was left out');
    if (version <= before.text.version)
      running.log('a change with an older version number came later than a newer one');
    let readers: readonly Snapshot[] = [];
    const concerned = session.around([uri], () => {
      const after = session.change(uri, version, contentChanges);
      if (after) flow.changed(after, false);
      readers = session.edited(uri);
      return readers;
    });
    for (const each of concerned) flow.changed(each, false);
    flow.outdated(readers);
  });
  on('textDocument/didClose', ({ textDocument: { uri } }: { readonly textDocument: Identifier }, { session, flow }) => {
    const concerned = session.around([uri], () => session.close(uri));
    flow.closed(uri);
    flow.outdated(concerned);
  });
  on('textDocument/didSave', ({ textDocument: { uri } }: { readonly textDocument: Identifier }, { session, flow }) => {
    flow.outdated(session.around([uri], () => session.filesChanged([uri])));
  });
}

/** Neither created nor deleted. */
const changedType = 2;

interface WatchedParams {
  readonly changes: readonly (Identifier & { readonly type: number })[];
}

interface FoldersParams {
  readonly event: { readonly added: readonly Identifier[]; readonly removed: readonly Identifier[] };
}

function surroundings(on: On): void {
  on('workspace/didChangeWatchedFiles', ({ changes }: WatchedParams, running) => {
    const { session, flow } = running;
    const uris = changes.map(({ uri }) => uri);
    for (const { uri, type } of changes) {
      if (type === changedType) session.workspace.changed(uri);
      else session.workspace.forget();
    }
    flow.outdated(session.around(uris, () => session.filesChanged(uris)));
  });
  on('workspace/didChangeConfiguration', ({ settings }: { readonly settings?: unknown }, running) => {
    void running.fetchSettings(settings);
  });
  on('workspace/didChangeWorkspaceFolders', ({ event }: FoldersParams, running) => {
    const gone = new Set(event.removed.map(({ uri }) => sameUri(uri)));
    const kept = running.session.folders.filter((uri) => !gone.has(sameUri(uri)));
    running.session.folders = [...kept, ...event.added.map(({ uri }) => uri)];
    running.everythingChanged();
  });
}
