// Puts the extension together: commands at once, the server with the first document that needs it. Nothing is read, parsed or
// started before that.
import {
  commands,
  type Disposable,
  type ExtensionContext,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { build } from './commands/build.ts';
import { checkWorkspace } from './commands/check.ts';
import { chooseTarget } from './commands/choose-target.ts';
import { compileBeside, compileToFile } from './commands/compile.ts';
import { newConfig } from './commands/new-config.ts';
import { showActions } from './commands/show-actions.ts';
import { showTarget } from './commands/show-target.ts';
import { Outputs } from './outputs.ts';
import type { Platform } from './platform.ts';
import { PreviewPanel } from './preview/panel.ts';
import { isOurs, looksLikeButane } from './recognise.ts';
import { RulePages } from './rule-pages.ts';
import { Server } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { TargetsView } from './targets-view.ts';

let stopServer: (() => Promise<void>) | undefined;

/** What tests may ask of a running extension. */
export interface KindlingApi {
  readonly serverState: () => string;
  readonly preview: PreviewPanel;
  readonly targets: TargetsView;
  readonly status: StatusBar;
}

export function activateWith(context: ExtensionContext, platform: Platform): KindlingApi {
  const log = window.createOutputChannel('Kindling', { log: true });
  const server = new Server(context, platform, log);
  stopServer = () => server.end();
  const outputs = new Outputs(server);
  const preview = new PreviewPanel(context, server, outputs);
  const rules = new RulePages(server);
  const targets = new TargetsView(server);
  const status = new StatusBar(server, context.workspaceState);
  const run = (name: string, work: (...args: readonly unknown[]) => unknown): Disposable =>
    commands.registerCommand(`kindling.${name}`, work);
  context.subscriptions.push(
    log,
    server,
    outputs,
    preview,
    rules,
    targets,
    status,
    run('compile', (uri, target) => compileToFile(outputs, uri, target)),
    run('compileBeside', (uri) => compileBeside(uri)),
    run('preview', (uri) => preview.open(uri)),
    run('newConfig', newConfig),
    run('check', checkWorkspace),
    run('build', build),
    run('showTarget', (target) => showTarget(outputs, target)),
    run('chooseTarget', (name) => chooseTarget(status, name)),
    run('showRule', (code) => rules.show(code)),
    run('restartServer', () => server.restart()),
    run('showLog', () => log.show()),
    run('showActions', () => showActions(status)),
    run('refreshTargets', () => targets.refresh()),
  );
  platform.registerLocal(context);
  watchDocuments(context, server);
  return { serverState: () => server.state, preview, targets, status };
}

function watchDocuments(context: ExtensionContext, server: Server): void {
  // A language that a person has chosen stays: each document is switched once at most.
  const switched = new Set<string>();
  const look = (document: TextDocument): void => {
    if (isOurs(document)) {
      // Why it failed stands in the log, and the status bar shows that it did.
      if (server.state === 'idle') server.start().catch(() => {});
    } else if (!switched.has(document.uri.toString()) && looksLikeButane(document)) {
      switched.add(document.uri.toString());
      void languages.setTextDocumentLanguage(document, 'butane');
    }
  };
  // After the activation, which the editor waits for: the client's code takes longer to load than all the rest.
  const first = setTimeout(() => workspace.textDocuments.forEach(look), 0);
  context.subscriptions.push(workspace.onDidOpenTextDocument(look), { dispose: () => clearTimeout(first) });
}

export async function deactivateAll(): Promise<void> {
  await stopServer?.();
}
