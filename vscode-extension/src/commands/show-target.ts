// What a target comes to, as a read-only document that follows its fragments.
import { l10n, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { TargetName } from '../../../lsp/src/targets-protocol.ts';
import { type Outputs, targetOutputUri } from '../outputs.ts';
import { isTargetNode } from '../targets-tree.ts';

/** `argument`: a row of the view of targets. */
export async function showTarget(outputs: Outputs, argument: unknown): Promise<Uri | undefined> {
  if (!isTargetNode(argument)) {
    window.setStatusBarMessage(l10n.t('Kindling: choose a target in the view of targets'), 5000);
    return undefined;
  }
  const name: TargetName = { project: argument.project.uri, name: argument.target.name };
  const result = await outputs.ofTarget(name);
  if (result?.text === undefined) {
    const message = l10n.t('Kindling: the target {0} has errors ({1})', name.name, result?.errors ?? 0);
    window.setStatusBarMessage(message, 8000);
    return undefined;
  }
  const uri = targetOutputUri(name, result.languageId === 'yaml' ? '.yaml' : '.ign');
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Active, preview: true });
  return uri;
}
