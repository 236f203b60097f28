// Findings on demand: of one document, and of all configs in the workspace folders.
import type {
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../diagnostics-flow.ts';
import { type Feature, type RequestContext, request } from '../feature.ts';
import { sameUri } from '../files.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

/** The findings of one document; just that they are the same as before when they are. */
export async function documentReport(
  snapshot: Snapshot,
  session: Session,
  previous: string | undefined,
): Promise<DocumentDiagnosticReport> {
  const resultId = session.stampOf(snapshot);
  if (previous === resultId) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: [...(await diagnosticsOf(snapshot, session))] };
}

async function workspaceReport(
  { previousResultIds }: WorkspaceDiagnosticParams,
  { session, token, progress, partial, log }: RequestContext,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [sameUri(uri), value]));
  const uris = session.workspace.configs(log);
  const gone = withoutFindings(previousResultIds, uris);
  const items = gone.length > 0 && !partial({ items: gone }) ? [...gone] : [];
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) break;
    progress(index, uris.length);
    const snapshot = session.find(uri);
    if (snapshot) {
      const report = await documentReport(snapshot, session, previous.get(sameUri(uri)));
      const item = { ...report, uri: snapshot.uri, version: session.get(uri)?.text.version ?? null };
      if (!partial({ items: [item] })) items.push(item);
    }
    // Others may want an answer in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  progress(uris.length, uris.length);
  return { items };
}

/** Files that had findings and are gone, or lie in no folder any more: nobody else would take those away. */
function withoutFindings(
  previous: WorkspaceDiagnosticParams['previousResultIds'],
  uris: readonly string[],
): readonly WorkspaceDocumentDiagnosticReport[] {
  const known = new Set(uris.map(sameUri));
  const gone = previous.filter(({ uri }) => !known.has(sameUri(uri)));
  return gone.map(({ uri }) => ({ kind: 'full', uri, version: null, items: [] }));
}

export default {
  name: 'diagnostics',
  capabilities: () => ({
    diagnosticProvider: {
      identifier: 'kindling',
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    },
  }),
  requests: [
    request('textDocument/diagnostic', (params: DocumentDiagnosticParams, { session }) => {
      const snapshot = session.find(params.textDocument.uri);
      const empty: DocumentDiagnosticReport = { kind: 'full', items: [] };
      return snapshot ? documentReport(snapshot, session, params.previousResultId) : empty;
    }),
    request('workspace/diagnostic', workspaceReport),
  ],
} satisfies Feature;
