// Code actions: the fixes of the findings at a place, a comment that hides a finding, and one action that applies all safe fixes.
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import {
  applyFixesLater,
  type Diagnostic,
  editBetween,
  fixesFor,
  inspect,
  judge,
  readText,
  type TextEdit,
} from '../../../compiler/src/editor/index.ts';
import { toCodeAction, toDiagnostics } from '../convert.ts';
import { type Feature, type RequestContext, request } from '../feature.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

const fixAll = 'source.fixAll.kindling';

async function actions(params: CodeActionParams, { session, token }: RequestContext): Promise<CodeAction[]> {
  const snapshot = session.get(params.textDocument.uri);
  if (snapshot === undefined || snapshot.kind === 'other' || snapshot.isTooLong) return [];
  const found = await session.findings(snapshot);
  if (token.isCancellationRequested) return [];
  const { only } = params.context;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const range = snapshot.text.rangeAt(params.range, session.encoding);
  const here = found.filter(
    ({ location }) =>
      location.uri === snapshot.uri && location.range.start <= range.end && range.start <= location.range.end,
  );
  return [
    ...(wants('quickfix') ? here.flatMap((diagnostic) => quickFixes(diagnostic, snapshot, session)) : []),
    // Asked for by name, when a document is saved for instance; in the menu only where something can be fixed.
    ...(wants(fixAll) && (only !== undefined || here.length > 0) ? await fixEverything(snapshot, session) : []),
  ];
}

function quickFixes(diagnostic: Diagnostic, snapshot: Snapshot, session: Session): readonly CodeAction[] {
  const diagnostics = toDiagnostics(snapshot.text, [diagnostic], session);
  const context = { host: snapshot.host, ...(session.files.digest ? { digest: session.files.digest } : {}) };
  const fixes = fixesFor(diagnostic, snapshot.document, context).map(({ title, edits, isPreferred }) =>
    toCodeAction({ title: capital(title), kind: 'quickfix', edits, isPreferred, diagnostics }, snapshot.text, session),
  );
  if (diagnostic.severity === 'error' || isInJson(diagnostic, snapshot)) return fixes;
  const title = `Hide \`${diagnostic.code}\` here`;
  const edits = [hidingComment(snapshot.document.text, diagnostic)];
  const hide = { title, kind: 'quickfix', edits, isPreferred: false, diagnostics };
  return [...fixes, toCodeAction(hide, snapshot.text, session)];
}

/** JSON has no comments, and in that of a merged config one would break it. */
function isInJson({ location: { range } }: Diagnostic, { kind, source, parts }: Snapshot): boolean {
  if (kind === 'ignition' || /^\ufeff?\s*\{/.test(source.text.slice(0, 400))) return true;
  return parts.some(({ language, start, end }) => language.isConfig && start <= range.start && range.end <= end);
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A comment above the line of a finding, at the line's own indentation: nothing behind it could be a comment in all styles. */
function hidingComment(text: string, { code, location }: Diagnostic): TextEdit {
  const start = text.lastIndexOf('\n', location.range.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  return { range: { start, end: start }, text: `${indent}# kindling-disable ${code}\n` };
}

async function fixEverything(snapshot: Snapshot, session: Session): Promise<readonly CodeAction[]> {
  const { text } = snapshot.document;
  const { uri, kind, host } = snapshot;
  const fixed = await applyFixesLater(text, {
    unsafe: false,
    check: async (changed) => {
      const document = readText(changed, uri, kind);
      const diagnostics = await judge(inspect(document, kind, host), host, session.lintOptions(snapshot));
      return { document, diagnostics };
    },
    context: { host: snapshot.host, ...(session.files.digest ? { digest: session.files.digest } : {}) },
  });
  const edit = editBetween(text, fixed.document.text);
  if (edit === undefined) return [];
  const action = {
    title: 'Apply all safe fixes',
    kind: fixAll,
    edits: [edit],
    isPreferred: false,
    diagnostics: [],
  };
  return [toCodeAction(action, snapshot.text, session)];
}

export default {
  name: 'code-actions',
  // Other clients take commands alone, and we have none.
  capabilities: ({ textDocument }) =>
    textDocument?.codeAction?.codeActionLiteralSupport
      ? { codeActionProvider: { codeActionKinds: ['quickfix', fixAll] } }
      : {},
  requests: [request('textDocument/codeAction', actions)],
} satisfies Feature;
