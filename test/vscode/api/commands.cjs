// Every command that the extension contributes, called as a user would, and what it does.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const { api, extensionId, good, faulty, open, replaceAll, until, uriOf, vscode } = require('./tools.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);
const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

/**
 * Runs what a task would run. Terminals of the editor need a native module that is not built here, so a task that is started never
 * ends; what it executes is run by hand instead.
 */
async function outcomeOf(command, more = []) {
  const found = (await vscode.tasks.fetchTasks({ type: 'kindling' })).find(
    (task) => task.definition.command === command,
  );
  const { process: program, args, options } = found.execution;
  assert.deepStrictEqual(found.problemMatchers, ['$kindling']);
  const { status, stdout, stderr } = spawnSync(program, [...args, ...more], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

exports.tests = [
  [
    'kindling.compileBeside shows the output, and follows the source',
    async () => {
      const { editor } = await open('compiled.bu', good);
      const uri = await run('kindling.compileBeside');
      const output = await vscode.workspace.openTextDocument(uri);
      assert.strictEqual(output.languageId, 'ignition');
      await until('the output', () => /"path": "\/etc\/motd"/.test(output.getText()));
      await replaceAll(editor, good.replace('/etc/motd', '/etc/issue'));
      await until('the new output', () => /"path": "\/etc\/issue"/.test(output.getText()));
      await run('workbench.action.closeAllEditors');
    },
  ],
  [
    'kindling.compile writes a file',
    async () => {
      await open('compiled.bu', good);
      const target = uriOf('compiled.ign');
      await run('kindling.compile', uriOf('compiled.bu'), target);
      const text = Buffer.from(await vscode.workspace.fs.readFile(target)).toString();
      assert.strictEqual(JSON.parse(text).storage.files[0].path, '/etc/motd');
      assert.ok(text.endsWith('}\n'));
    },
  ],
  [
    'kindling.compile says that a config has errors, and writes nothing',
    async () => {
      await open('broken.bu', faulty);
      assert.strictEqual(await run('kindling.compile', uriOf('broken.bu')), undefined);
      await assert.rejects(async () => vscode.workspace.fs.stat(uriOf('broken.ign')));
    },
  ],
  [
    'kindling.preview opens a panel, and again the same',
    async () => {
      await open('compiled.bu', good);
      assert.strictEqual(await run('kindling.preview'), true);
      await until('the panel', () => labels().some((label) => /compiled\.bu/.test(label) && label !== 'compiled.bu'));
      await run('kindling.preview', uriOf('compiled.bu'));
      assert.strictEqual(labels().filter((label) => /Preview of/.test(label)).length, 1);
      assert.ok((await api()).preview.isOpen);
      await run('workbench.action.closeAllEditors');
      assert.strictEqual(await run('kindling.preview'), false);
    },
  ],
  [
    'kindling.newConfig makes a config that has no faults',
    async () => {
      const document = await run('kindling.newConfig', 'fcos-container');
      assert.strictEqual(document.languageId, 'butane');
      assert.ok(document.isUntitled);
      await until('the status', async () => /fcos 1\.6\.0 · /.test((await api()).status.text));
      assert.deepStrictEqual(vscode.languages.getDiagnostics(document.uri), []);
      await run('workbench.action.revertAndCloseActiveEditor');
    },
  ],
  [
    'kindling.restartServer',
    async () => {
      const { document } = await open('again.bu', good);
      await run('kindling.restartServer');
      assert.strictEqual((await api()).serverState(), 'running');
      await replaceAll(vscode.window.activeTextEditor, faulty);
      await until('diagnostics of the new server', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    },
  ],
  ['kindling.showLog', async () => run('kindling.showLog')],
  [
    'kindling.showActions offers what can be done',
    async () => {
      await open('compiled.bu', good);
      const pending = run('kindling.showActions');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await run('workbench.action.closeQuickOpen');
      await pending;
    },
  ],
  [
    'kindling.refreshTargets: the targets of kindling.yaml, their fragments and how those are',
    async () => {
      const { targets } = await api();
      await run('kindling.refreshTargets');
      const found = await until('targets', async () => {
        const nodes = await targets.getChildren();
        return nodes.length > 0 && nodes;
      });
      assert.deepStrictEqual(
        found.map(({ target }) => target.name),
        ['node-1', 'node-2'],
      );
      const fragments = await targets.getChildren(found[1]);
      assert.deepStrictEqual(
        fragments.map(({ fragment }) => fragment.path),
        ['base.d/10-base.bu', 'hosts/node-2.bu'],
      );
      const item = targets.getTreeItem(fragments[1]);
      assert.match(String(item.description), /1 error/);
    },
  ],
  [
    'kindling.build starts a task, which builds the project with the command line of the extension',
    async () => {
      const { targets } = await api();
      const [first] = await targets.getChildren();
      assert.strictEqual(await run('kindling.build', first), true);
      await until('the task', () => vscode.tasks.taskExecutions.some(({ task }) => task.name === 'build node-1'));
      for (const each of vscode.tasks.taskExecutions) each.terminate();
      const { status, said } = await outcomeOf('build', ['node-1']);
      assert.strictEqual(status, 0, said);
      const text = Buffer.from(await vscode.workspace.fs.readFile(uriOf('out/node-1.ign'))).toString();
      assert.match(text, /hostname/);
    },
  ],
  [
    'kindling.check starts a task, whose lines the problem matcher reads',
    async () => {
      assert.strictEqual(await run('kindling.check'), true);
      for (const each of vscode.tasks.taskExecutions) each.terminate();
      const { status, said } = await outcomeOf('check');
      assert.strictEqual(status, 1);
      const { regexp } = vscode.extensions.getExtension(extensionId).packageJSON.contributes.problemMatchers[0].pattern;
      const places = said.split('\n').map((line) => new RegExp(regexp).exec(line));
      assert.ok(
        places.some((found) => found?.[1] === 'closed.bu' && found[5] === 'path-relative'),
        said,
      );
    },
  ],
];
