// The list behind the status bar item: what can be done with the config in front.
import { commands, l10n, type QuickPickItem, window } from 'vscode';
import { configInFront } from '../config-in-front.ts';
import type { StatusBar } from '../status-bar.ts';

interface Action extends QuickPickItem {
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export async function showActions(status: StatusBar): Promise<void> {
  const document = configInFront();
  const about = document ? await status.of(document) : undefined;
  const choice = await window.showQuickPick(actions(document !== undefined, about?.targets.length ?? 0), {
    title: about?.spec === undefined ? 'Kindling' : `Kindling: ${about.spec}`,
    placeHolder: l10n.t('What to do'),
  });
  if (choice) await commands.executeCommand(choice.command, ...(choice.arguments ?? []));
}

function actions(hasConfig: boolean, targets: number): readonly Action[] {
  const ofConfig: readonly Action[] = [
    { label: `$(open-preview) ${l10n.t('Open Preview')}`, command: 'kindling.preview' },
    { label: `$(json) ${l10n.t('Show Compiled Output Beside')}`, command: 'kindling.compileBeside' },
    { label: `$(save-as) ${l10n.t('Compile to File…')}`, command: 'kindling.compile' },
    { label: `$(wand) ${l10n.t('Fix All Problems')}`, command: 'editor.action.fixAll' },
  ];
  return [
    ...(hasConfig ? ofConfig : []),
    ...(targets > 1 ? [{ label: `$(server) ${l10n.t('Choose Target…')}`, command: 'kindling.chooseTarget' }] : []),
    { label: `$(new-file) ${l10n.t('New Config from Template…')}`, command: 'kindling.newConfig' },
    {
      label: `$(dashboard) ${l10n.t('Set a Limit for the Size of the Output…')}`,
      command: 'workbench.action.openSettings',
      arguments: ['kindling.sizeLimit'],
    },
    { label: `$(debug-restart) ${l10n.t('Restart Language Server')}`, command: 'kindling.restartServer' },
    { label: `$(output) ${l10n.t('Show Log')}`, command: 'kindling.showLog' },
  ];
}
