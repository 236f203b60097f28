// Tasks for `kindling build` and `kindling check`: run with the command line that comes with the extension, or with one of the
// user's. Only in trusted workspaces; their findings are read by the problem matcher `$kindling`.
import {
  commands,
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
import { projectFile } from '../../lsp/src/targets-protocol.ts';

interface KindlingTask extends TaskDefinition {
  readonly command: 'build' | 'check';
  /** Path of a `kindling.yaml` from the folder. */
  readonly project?: string;
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
  // What the interface runs in does not tell: a browser may show an editor that runs on a machine with terminals.
  void commands.executeCommand('setContext', 'kindling.hasTasks', true);
}

/** More projects than anyone has in a workspace would be ones that somebody has unpacked there. */
const mostProjects = 50;

async function provide(cli: string): Promise<Task[]> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const checks = folders.map((folder) => makeTask({ type: 'kindling', command: 'check' }, folder, cli));
  const found = await workspace.findFiles(`**/${projectFile}`, '**/node_modules/**', mostProjects);
  const builds = found.sort(byPath).flatMap((uri) => {
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder?.uri.scheme !== 'file') return [];
    const project = workspace.asRelativePath(uri, false);
    return [makeTask({ type: 'kindling', command: 'build', project }, folder, cli)];
  });
  return [...checks, ...builds];
}

function byPath(one: Uri, other: Uri): number {
  return one.path < other.path ? -1 : 1;
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
  const name = taskName(definition);
  const task = new Task(definition, folder, name, 'kindling', execution, '$kindling');
  task.group = definition.command === 'build' ? TaskGroup.Build : TaskGroup.Test;
  task.detail =
    definition.command === 'build' ? l10n.t('Builds the targets of kindling.yaml') : l10n.t('Checks all configs');
  return task;
}

/** A project is named where it is not that of the folder itself. */
function taskName({ command, project = projectFile, targets = [], paths = [] }: KindlingTask): string {
  const inner = project === projectFile ? [] : [project.slice(0, project.lastIndexOf('/'))];
  return [command, ...inner, ...targets, ...paths].join(' ');
}

/** The arguments of the command line; findings as one line each, which the problem matcher reads. */
export function commandLine({
  command,
  project = projectFile,
  targets = [],
  paths = [],
  arguments: more = [],
}: KindlingTask): readonly string[] {
  const common = [command, '--format', 'plain', ...more];
  if (command === 'check') return [...common, ...(paths.length > 0 ? paths : ['.'])];
  return [...common, '--project', project, ...targets];
}
