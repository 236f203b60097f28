// Which of the targets of a shared fragment the status bar speaks of.
import { l10n, Uri, window, workspace } from 'vscode';
import type { TargetName } from '../../../lsp/src/targets-protocol.ts';
import type { StatusBar } from '../status-bar.ts';
import { activeConfig } from './active-config.ts';

/** `argument`: the name of a target of the config in front, for those who do not want to be asked. */
export async function chooseTarget(status: StatusBar, argument: unknown): Promise<TargetName | undefined> {
  const document = await activeConfig(undefined);
  const targets = document === undefined ? [] : ((await status.of(document))?.targets ?? []);
  if (document !== undefined && targets.length === 0) {
    window.setStatusBarMessage(l10n.t('Kindling: this config is a fragment of no target'), 5000);
  }
  const target = targets.find(({ name }) => name === argument) ?? (await ask(targets));
  if (target) await status.choose(target);
  return target;
}

async function ask(targets: readonly TargetName[]): Promise<TargetName | undefined> {
  if (targets.length === 0) return undefined;
  const items = targets.map((target) => ({
    label: target.name,
    description: workspace.asRelativePath(Uri.parse(target.project)),
    target,
  }));
  const placeHolder = l10n.t('The target that the status bar speaks of');
  return (await window.showQuickPick(items, { placeHolder }))?.target;
}
