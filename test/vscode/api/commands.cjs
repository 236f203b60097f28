// Every command that the extension contributes, called as a user would, and what it does.
const assert = require('node:assert');
const { api, endOfTask, good, faulty, open, replaceAll, until, uriOf, vscode } = require('./tools.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);
const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

const leftOut = 'left out: there are no terminals here';

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
  [
    'kindling.showRule shows the page of a code, to which problems link',
    async () => {
      const { document } = await open('broken.bu', faulty);
      const [found] = await until('a diagnostic', () => {
        const all = vscode.languages.getDiagnostics(document.uri);
        return all.length > 0 && all;
      });
      const { scheme, path, query } = found.code.target;
      assert.deepStrictEqual([scheme, path, JSON.parse(query)], ['command', 'kindling.showRule', ['path-relative']]);
      const uri = await run(path, ...JSON.parse(query));
      const page = await vscode.workspace.openTextDocument(uri);
      assert.match(page.getText(), /^# path-relative\n[\s\S]*## How to mend it/);
      assert.ok(
        labels().some((label) => /path-relative/.test(label)),
        labels().join(', '),
      );
      assert.strictEqual(await run('kindling.showRule', 'no-such-code'), undefined);
      await run('workbench.action.closeAllEditors');
    },
  ],
  [
    'kindling.showLog',
    async () => {
      await run('kindling.showLog');
      await until('the log', () =>
        vscode.window.visibleTextEditors.some(({ document }) => /Kindling/.test(document.fileName)),
      );
      await run('workbench.action.closePanel');
    },
  ],
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
        ['node-1', 'node-2', 'node-3'],
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
    'a contradiction stands below its target, with both places',
    async () => {
      const { targets } = await api();
      const third = (await targets.getChildren())[2];
      const problem = (await targets.getChildren(third)).find(({ kind }) => kind === 'problem');
      assert.strictEqual(problem.problem.code, 'conflict-value');
      const places = await targets.getChildren(problem);
      assert.deepStrictEqual(places.map((place) => targets.getTreeItem(place).label).sort(), [
        'hosts/node-1.bu:8:17',
        'hosts/node-3.bu:8:17',
      ]);
      const { command, arguments: args } = targets.getTreeItem(places[1]).command;
      await run(command, ...args);
      const { selection } = await until('the place', () =>
        vscode.window.visibleTextEditors.find(({ document }) => /hosts\/node-[13]\.bu$/.test(document.uri.path)),
      );
      assert.deepStrictEqual([selection.active.line, selection.active.character], [7, 16]);
    },
  ],
  [
    'kindling.showTarget shows what a target comes to, and follows its fragments',
    async () => {
      const [first, second] = await (await api()).targets.getChildren();
      assert.strictEqual(await run('kindling.showTarget', second), undefined);
      const uri = await run('kindling.showTarget', first);
      const output = await vscode.workspace.openTextDocument(uri);
      assert.strictEqual(output.languageId, 'ignition');
      assert.match(output.getText(), /ssh-ed25519[\s\S]*data:,node-1/);
      const { editor } = await open('hosts/node-1.bu');
      const before = editor.document.getText();
      await replaceAll(editor, before.replace('inline: node-1', 'inline: another'));
      await until('the new output', () => /data:,another/.test(output.getText()));
      await run('workbench.action.files.revert');
      await run('workbench.action.closeAllEditors');
      assert.strictEqual(await run('kindling.showTarget'), undefined);
    },
  ],
  [
    'kindling.chooseTarget: the target in the status bar, with its size',
    async () => {
      const { status } = await api();
      await open('hosts/node-1.bu');
      await until('two targets', () => /fcos 1\.5\.0 · 2 targets · /.test(status.text), 5000);
      assert.strictEqual((await run('kindling.chooseTarget', 'node-1')).name, 'node-1');
      await until('the chosen one', () => /fcos 1\.5\.0 · node-1 · \d+ B/.test(status.text), 5000);
      await open('compiled.bu', good);
      await until('no target', () => /fcos 1\.5\.0 · \d+ B/.test(status.text), 5000);
      assert.strictEqual(await run('kindling.chooseTarget', 'node-1'), undefined);
    },
  ],
  [
    'kindling.build runs a task to its end, for one target and for all',
    async () => {
      const [first] = await (await api()).targets.getChildren();
      const one = await endOfTask(() => run('kindling.build', first));
      if (one === undefined) return leftOut;
      assert.strictEqual(one.task.name, 'build node-1');
      assert.strictEqual(one.exitCode, 0);
      assert.deepStrictEqual(one.task.problemMatchers, ['$kindling']);
      const text = Buffer.from(await vscode.workspace.fs.readFile(uriOf('out/node-1.ign'))).toString();
      assert.match(text, /hostname/);
      const all = await endOfTask(() => run('kindling.build'));
      assert.strictEqual(all.task.name, 'build');
      assert.strictEqual(all.exitCode, 1);
      return undefined;
    },
  ],
  [
    'kindling.check runs a task, whose findings the problem matcher brings into Problems',
    async () => {
      // The server has found it too; what the matcher reads stands beside that.
      const found = () =>
        vscode.languages
          .getDiagnostics(uriOf('closed.bu'))
          .filter(({ code, range }) => (code?.value ?? code) === 'path-relative' && range.start.line === 4).length;
      assert.strictEqual(found(), 1);
      const check = await endOfTask(() => run('kindling.check'));
      if (check === undefined) return leftOut;
      assert.strictEqual(check.task.name, 'check');
      assert.strictEqual(check.exitCode, 1);
      await until('the finding of the task', () => found() === 2);
      return undefined;
    },
  ],
];
