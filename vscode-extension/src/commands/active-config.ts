// The config that a command is about: the one it was called on in the Explorer, or that of the active editor.
import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { configInFront } from '../config-in-front.ts';
import { isConfig } from '../recognise.ts';

/** `argument`: what the editor hands to commands of its menus. Says so where there is no config. */
export async function activeConfig(argument: unknown): Promise<TextDocument | undefined> {
  const document = argument instanceof Uri ? await workspace.openTextDocument(argument) : configInFront();
  if (isConfig(document)) return document;
  window.setStatusBarMessage(l10n.t('Kindling: open a Butane config first'), 5000);
  return undefined;
}
