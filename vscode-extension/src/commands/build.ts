// Builds the targets of a project with the command line, as a task of the folder that the project is in.
import { l10n, ProcessExecution, Task, TaskScope, tasks, Uri, window, workspace } from 'vscode';
import { isTargetNode } from '../targets-tree.ts';

/** `argument`: a row of the view of targets, for that target alone. */
export async function build(argument: unknown): Promise<boolean> {
  if (!workspace.isTrusted) {
    window.setStatusBarMessage(l10n.t('Kindling: tasks need a trusted workspace'), 8000);
    return false;
  }
  const node = isTargetNode(argument) ? argument : undefined;
  const task = await taskFor(node === undefined ? undefined : Uri.parse(node.project.uri));
  if (task === undefined) {
    window.setStatusBarMessage(l10n.t('Kindling: there is no kindling.yaml in a workspace folder'), 8000);
    return false;
  }
  await tasks.executeTask(node ? narrowed(task, node.target.name) : task);
  return true;
}

/** The task that builds a project; without one, asks where there are several. */
async function taskFor(project: Uri | undefined): Promise<Task | undefined> {
  const found = (await tasks.fetchTasks({ type: 'kindling' })).filter(
    ({ definition }) => definition.command === 'build',
  );
  if (project !== undefined) return found.find((task) => projectOf(task)?.toString() === project.toString());
  if (found.length < 2) return found[0];
  const items = found.map((task) => ({ label: workspace.asRelativePath(projectOf(task) ?? task.name), task }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which project to build') }))?.task;
}

function projectOf({ scope, definition }: Task): Uri | undefined {
  return typeof scope === 'object' ? Uri.joinPath(scope.uri, String(definition.project)) : undefined;
}

/** The task for one target. */
function narrowed(task: Task, target: string): Task {
  const { execution } = task;
  if (!(execution instanceof ProcessExecution)) return task;
  const own = new ProcessExecution(execution.process, [...execution.args, target], execution.options);
  const scope = task.scope ?? TaskScope.Workspace;
  return new Task({ ...task.definition, targets: [target] }, scope, `build ${target}`, 'kindling', own, '$kindling');
}
