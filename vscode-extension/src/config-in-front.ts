// The config that a person is at: that of the active editor, or one in sight while a panel such as the preview is in front.
import { type TextDocument, window } from 'vscode';
import { isConfig } from './recognise.ts';

export function configInFront(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active !== undefined) return isConfig(active) ? active : undefined;
  return window.visibleTextEditors.map((editor) => editor.document).find(isConfig);
}
