// Tasks for `kindling build` and `kindling check`: run with the command line that comes with the extension, or with one of the
// user's. Only in trusted workspaces; their findings are read by the problem matcher `$kindling`.
import {
  type ExtensionContext,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  type TaskProvider,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

interface KindlingTask extends TaskDefinition {
  readonly command: 'build' | 'check';
  readonly targets?: readonly string[];
  readonly paths?: readonly string[];
  readonly arguments?: readonly string[];
}

export function registerTasks(context: ExtensionContext): void {
  const cli = Uri.joinPath(context.extensionUri, 'out', 'cli.js').fsPath;
  const provider: TaskProvider = {
    provideTasks: () => provide(cli),
    resolveTask: (task) => {
      const definition = asDefinition(task.definition);
      const folder = folderOf(task.scope);
      return definition && folder ? makeTask(definition, folder, cli) : undefined;
    },
  };
  context.subscriptions.push(tasks.registerTaskProvider('kindling', provider));
}

async function provide(cli: string): Promise<Task[]> {
  const made: Task[] = [];
  for (const folder of workspace.workspaceFolders ?? []) {
    if (folder.uri.scheme !== 'file') continue;
    made.push(makeTask({ type: 'kindling', command: 'check' }, folder, cli));
    if (await hasProject(folder)) made.push(makeTask({ type: 'kindling', command: 'build' }, folder, cli));
  }
  return made;
}

async function hasProject({ uri }: WorkspaceFolder): Promise<boolean> {
  for (const name of ['kindling.yaml', 'kindling.yml']) {
    try {
      await workspace.fs.stat(Uri.joinPath(uri, name));
      return true;
    } catch {
      // Under the other name, perhaps.
    }
  }
  return false;
}

/** What a user wrote into tasks.json, when it makes sense. */
function asDefinition(definition: TaskDefinition): KindlingTask | undefined {
  const { command } = definition;
  return command === 'build' || command === 'check' ? (definition as KindlingTask) : undefined;
}

function folderOf(scope: Task['scope']): WorkspaceFolder | undefined {
  return typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
}

function makeTask(definition: KindlingTask, folder: WorkspaceFolder, cli: string): Task {
  const own = workspace.getConfiguration('kindling', folder).get('cliPath', '');
  const options = { cwd: folder.uri.fsPath };
  const args = commandLine(definition);
  // The editor's own program is a Node when it is told to be one.
  const execution =
    own === ''
      ? new ProcessExecution(process.execPath, [cli, ...args], { ...options, env: { ELECTRON_RUN_AS_NODE: '1' } })
      : new ProcessExecution(own, [...args], options);
  const name = [definition.command, ...(definition.targets ?? []), ...(definition.paths ?? [])].join(' ');
  const task = new Task(definition, folder, name, 'kindling', execution, '$kindling');
  task.group = definition.command === 'build' ? TaskGroup.Build : TaskGroup.Test;
  task.detail =
    definition.command === 'build' ? l10n.t('Builds the targets of kindling.yaml') : l10n.t('Checks all configs');
  return task;
}

/** The arguments of the command line; findings as one line each, which the problem matcher reads. */
export function commandLine({
  command,
  targets = [],
  paths = [],
  arguments: more = [],
}: KindlingTask): readonly string[] {
  const operands = command === 'build' ? targets : paths.length > 0 ? paths : ['.'];
  return [command, '--format', 'plain', ...more, ...operands];
}
