// A new config from a template, as an untitled document: where it is saved, if at all, is the user's matter.
import { l10n, type TextDocument, window, workspace } from 'vscode';
import { templates } from '../templates.ts';

/** `argument`: the id of a template, for those who do not want to be asked. */
export async function newConfig(argument: unknown): Promise<TextDocument | undefined> {
  const template = templates.find(({ id }) => id === argument) ?? (await ask());
  if (template === undefined) return undefined;
  const document = await workspace.openTextDocument({ language: 'butane', content: template.text });
  await window.showTextDocument(document);
  return document;
}

async function ask() {
  const items = templates.map((template) => ({ label: template.label, description: template.description, template }));
  const choice = await window.showQuickPick(items, {
    title: l10n.t('New Butane Config'),
    placeHolder: l10n.t('What to start from'),
    matchOnDescription: true,
  });
  return choice?.template;
}
