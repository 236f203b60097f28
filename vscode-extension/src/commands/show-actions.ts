// The list behind the status bar item: what can be done with the config in front.
import { commands, l10n, type QuickPickItem, window } from 'vscode';
import { configInFront } from '../config-in-front.ts';
import type { Outputs } from '../outputs.ts';

interface Action extends QuickPickItem {
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export async function showActions(outputs: Outputs): Promise<void> {
  const document = configInFront();
  const about = document ? await outputs.previewOf(document.uri) : undefined;
  const choice = await window.showQuickPick(actions(document !== undefined), {
    title: about?.spec === undefined ? 'Kindling' : `Kindling: ${about.spec}`,
    placeHolder: l10n.t('What to do'),
  });
  if (choice) await commands.executeCommand(choice.command, ...(choice.arguments ?? []));
}

function actions(hasConfig: boolean): readonly Action[] {
  const ofConfig: readonly Action[] = [
    { label: `$(open-preview) ${l10n.t('Open Preview')}`, command: 'kindling.preview' },
    { label: `$(json) ${l10n.t('Show Compiled Output Beside')}`, command: 'kindling.compileBeside' },
    { label: `$(save-as) ${l10n.t('Compile to File…')}`, command: 'kindling.compile' },
    { label: `$(wand) ${l10n.t('Fix All Problems')}`, command: 'editor.action.fixAll' },
  ];
  return [
    ...(hasConfig ? ofConfig : []),
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
