// Checks all configs of the workspace with the command line, as a task: its findings get into the Problems view.
import { l10n, tasks, window, workspace } from 'vscode';

export async function checkWorkspace(): Promise<boolean> {
  if (!workspace.isTrusted) {
    window.setStatusBarMessage(l10n.t('Kindling: tasks need a trusted workspace'), 8000);
    return false;
  }
  const found = await tasks.fetchTasks({ type: 'kindling' });
  const task = found.find(({ definition }) => definition.command === 'check');
  if (task === undefined) {
    window.setStatusBarMessage(l10n.t('Kindling: open a folder first'), 5000);
    return false;
  }
  await tasks.executeTask(task);
  return true;
}
