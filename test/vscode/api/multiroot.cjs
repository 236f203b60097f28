// A workspace of two folders, each with its own configs, settings and project.
const assert = require('node:assert');
const { api, codesOf, endOfTask, faulty, replaceAll, until, vscode } = require('./tools.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);
const inFolder = (index, name) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[index].uri, name);

async function show(uri) {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.One);
}

exports.tests = [
  [
    'two folders are open',
    async () =>
      assert.deepStrictEqual(
        vscode.workspace.workspaceFolders.map(({ name }) => name),
        ['workspace', 'second'],
      ),
  ],
  [
    'configs of one name in both have each their own findings',
    async () => {
      for (const [index, word] of [
        [0, 'etc/motd'],
        [1, 'etc/issue'],
      ]) {
        const { document } = await show(inFolder(index, 'faulty.bu'));
        await until('a diagnostic', () => codesOf(document.uri).includes('path-relative'));
        const [found] = vscode.languages.getDiagnostics(document.uri);
        assert.strictEqual(document.getText(found.range), word);
      }
    },
  ],
  [
    'a setting of one folder does not reach the other',
    async () => {
      const uri = inFolder(1, 'faulty.bu');
      const settings = vscode.workspace.getConfiguration('kindling', uri);
      await settings.update('sizeLimit', 32, vscode.ConfigurationTarget.WorkspaceFolder);
      const { status } = await api();
      const editor = await show(uri);
      await replaceAll(editor, faulty.replace('etc/motd', '/etc/motd'));
      await until('the limit', () => / \/ 32 B$/.test(status.text));
      await run('workbench.action.files.revert');
      await show(inFolder(0, 'machine.bu'));
      await until('no limit', () => /^\S+ fcos 1\.6\.0 · [\d.]+ KiB$/.test(status.text));
    },
  ],
  [
    'the projects of both folders stand in the view, and have tasks of their own',
    async () => {
      const { targets } = await api();
      const projects = await targets.getChildren();
      assert.deepStrictEqual(
        projects.map(({ project }) => project.name),
        ['kindling.yaml', 'cluster/kindling.yaml'],
      );
      const [other] = await targets.getChildren(projects[1]);
      assert.strictEqual(other.target.name, 'other');
      const tasks = await vscode.tasks.fetchTasks({ type: 'kindling' });
      assert.deepStrictEqual(tasks.map(({ name, scope }) => `${scope.name}: ${name}`).sort(), [
        'second: build cluster',
        'second: check',
        'workspace: build',
        'workspace: check',
      ]);
      const ended = await endOfTask(() => run('kindling.build', other));
      if (ended === undefined) return 'left out: there are no terminals here';
      assert.strictEqual(ended.exitCode, 0);
      const built = await vscode.workspace.fs.readFile(inFolder(1, 'cluster/other.ign'));
      assert.match(Buffer.from(built).toString(), /data:,other/);
      return undefined;
    },
  ],
  [
    'a folder that is taken away takes its findings with it',
    async () => {
      const uri = inFolder(1, 'closed.bu');
      await until('a diagnostic', () => codesOf(uri).includes('path-relative'));
      vscode.workspace.updateWorkspaceFolders(1, 1);
      await until('no diagnostics', () => codesOf(uri).length === 0);
      assert.ok(codesOf(inFolder(0, 'closed.bu')).includes('path-relative'));
    },
  ],
];
