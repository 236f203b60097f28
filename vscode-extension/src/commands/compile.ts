// Compiling a config: into a file that is chosen, or into a read-only document beside it that follows the source.
import { l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { type Outputs, outputUri } from '../outputs.ts';
import { activeConfig } from './active-config.ts';

/** Writes what the command line would write to a file that the user names, or that a key binding or another extension gives. */
export async function compileToFile(outputs: Outputs, argument: unknown, given?: unknown): Promise<Uri | undefined> {
  const document = await activeConfig(argument);
  if (document === undefined) return undefined;
  const result = await outputs.writtenOf(document.uri);
  if (result?.text === undefined) return tellErrors(result?.errors ?? 0);
  const target = given instanceof Uri ? given : await askTarget(document.uri, result.languageId === 'yaml');
  if (target === undefined) return undefined;
  await workspace.fs.writeFile(target, new TextEncoder().encode(`${result.text}\n`));
  window.setStatusBarMessage(l10n.t('Kindling: wrote {0}', workspace.asRelativePath(target)), 5000);
  return target;
}

function askTarget(source: Uri, isMachineConfig: boolean): Thenable<Uri | undefined> {
  const extension = isMachineConfig ? 'yaml' : 'ign';
  const defaultUri = source.with({ path: source.path.replace(/(?:\.[^./]*)?$/, `.${extension}`) });
  const filters = { [isMachineConfig ? 'MachineConfig' : 'Ignition']: [extension] };
  return window.showSaveDialog({ defaultUri, filters, title: l10n.t('Compile to File') });
}

async function tellErrors(errors: number): Promise<undefined> {
  const message = l10n.t('Kindling: not compiled, the config has errors ({0})', errors);
  window.setStatusBarMessage(message, 8000);
  return undefined;
}

export async function compileBeside(argument: unknown): Promise<Uri | undefined> {
  const document = await activeConfig(argument);
  if (document === undefined) return undefined;
  const isMachineConfig = /^variant:\s*["']?openshift/m.test(document.getText().slice(0, 20_000));
  const uri = outputUri(document.uri, isMachineConfig ? '.yaml' : '.ign');
  const output = await workspace.openTextDocument(uri);
  await window.showTextDocument(output, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  return uri;
}
