// The language features, as the editor's own API gives them.
const assert = require('node:assert');
const {
  api,
  codesOf,
  diagnosticsOf,
  extensionId,
  faulty,
  good,
  open,
  replaceAll,
  until,
  uriOf,
  vscode,
} = require('./tools.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);

exports.tests = [
  [
    'no server before a document needs it',
    async () => {
      const extension = vscode.extensions.getExtension(extensionId);
      assert.ok(extension, 'the extension is not installed');
      const plain = await vscode.workspace.openTextDocument(uriOf('notes.txt'));
      await vscode.window.showTextDocument(plain);
      // A project in the workspace wakes the extension; its server sleeps on until there is a document or a view for it.
      if (extension.isActive) assert.strictEqual(extension.exports.serverState(), 'idle');
    },
  ],
  [
    'languages by extension, by first line and by the head of YAML files',
    async () => {
      assert.strictEqual((await open('faulty.bu', faulty)).document.languageId, 'butane');
      assert.strictEqual((await open('other.fcc', good)).document.languageId, 'butane');
      assert.strictEqual((await open('made.ign')).document.languageId, 'ignition');
      assert.strictEqual((await open('no-extension')).document.languageId, 'butane');
      const { document } = await open('config.yaml');
      await until(
        'the language of a YAML file',
        () =>
          vscode.workspace.textDocuments.find((each) => each.uri.path === document.uri.path)?.languageId === 'butane',
      );
      assert.strictEqual((await open('plain.yaml')).document.languageId, 'yaml');
    },
  ],
  [
    'activates and starts its server',
    async () => until('the server', async () => (await api()).serverState() === 'running'),
  ],
  [
    'diagnostics, with code, link and range',
    async () => {
      const { document } = await open('faulty.bu', faulty);
      const found = await until('a diagnostic', () =>
        diagnosticsOf(document.uri).find(({ code }) => code?.value === 'path-relative'),
      );
      assert.strictEqual(found.severity, vscode.DiagnosticSeverity.Error);
      assert.strictEqual(document.getText(found.range), 'etc/motd');
      assert.match(found.code.target.toString(), /path-relative/);
    },
  ],
  [
    'completion',
    async () => {
      const { document } = await open('typing.bu', 'variant: fcos\nversion: 1.5.0\nst\n');
      const list = await run('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(2, 2));
      const labels = list.items.map(({ label }) => label.label ?? label);
      assert.ok(labels.includes('storage'), `offered: ${labels.slice(0, 20)}`);
    },
  ],
  [
    'hover',
    async () => {
      const { document } = await open('hovered.bu', good);
      const hovers = await until('a hover', async () => {
        const found = await run('vscode.executeHoverProvider', document.uri, new vscode.Position(5, 8));
        return found.length > 0 && found;
      });
      assert.match(hovers[0].contents.map(({ value }) => value).join('\n'), /mode|permission/i);
    },
  ],
  [
    'a code action, applied, takes its diagnostic away',
    async () => {
      const { document } = await open('faulty.bu', faulty);
      const found = await until('the diagnostic', () =>
        diagnosticsOf(document.uri).find(({ code }) => code?.value === 'path-relative'),
      );
      const actions = await run('vscode.executeCodeActionProvider', document.uri, found.range);
      const fix = actions.find(({ edit, kind }) => edit && kind?.value === 'quickfix');
      assert.ok(fix, `offered: ${actions.map(({ title }) => title)}`);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      assert.match(document.getText(), /path: \/etc\/motd/);
      await until('no diagnostics', () => diagnosticsOf(document.uri).length === 0);
    },
  ],
  [
    'symbols, links, folds',
    async () => {
      const { document } = await open(
        'linked.bu',
        `variant: fcos\nversion: 1.5.0\npasswd:\n  users:\n    - name: core\n      ssh_authorized_keys_local: [key.pub]\nstorage:\n  files:\n    - path: /etc/motd\n      contents:\n        local: motd.txt\n`,
      );
      const symbols = await until('symbols', () => run('vscode.executeDocumentSymbolProvider', document.uri));
      assert.ok(symbols.length > 0);
      const links = await run('vscode.executeLinkProvider', document.uri);
      assert.ok(
        links.some(({ target }) => target?.path.endsWith('/motd.txt')),
        `links: ${links.map(({ target }) => target)}`,
      );
      assert.ok((await run('vscode.executeFoldingRangeProvider', document.uri)).length > 0);
    },
  ],
  [
    'formatting',
    async () => {
      const { document } = await open('untidy.bu', good.replace('mode: 0644', 'mode:   0644'));
      const edits = await until('edits', () =>
        run('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true }),
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      await vscode.workspace.applyEdit(edit);
      assert.match(document.getText(), /\n {6}mode: 0644\n/);
    },
  ],
  [
    'fix-all and format on save do not fight',
    async () => {
      const editor = vscode.workspace.getConfiguration('editor', uriOf('saved.bu'));
      await editor.update(
        'codeActionsOnSave',
        { 'source.fixAll.kindling': 'explicit' },
        vscode.ConfigurationTarget.Workspace,
      );
      await editor.update('formatOnSave', true, vscode.ConfigurationTarget.Workspace);
      const start = `variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: /etc/motd\n      mode:   644\n      contents:\n        inline: hello\n`;
      const opened = await open('saved.bu', good);
      await replaceAll(opened.editor, start);
      await until('the diagnostic', () => codesOf(opened.document.uri).includes('mode-not-octal'));
      await opened.document.save();
      await until('the fixed text', () => /mode: 0644/.test(opened.document.getText()), 5000);
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await editor.update('formatOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    },
  ],
  [
    'semantic tokens',
    async () => {
      const { document } = await open(
        'unit.bu',
        'variant: fcos\nversion: 1.5.0\nsystemd:\n  units:\n    - name: a.service\n      contents: |\n        # first a comment\n        [Service]\n        ExecStart=/bin/true\n',
      );
      const legend = await run('vscode.provideDocumentSemanticTokensLegend', document.uri);
      assert.ok(legend.tokenTypes.length > 0);
      const tokens = await run('vscode.provideDocumentSemanticTokens', document.uri);
      assert.ok(tokens.data.length > 0);
    },
  ],
  [
    'findings in files that are not open',
    async () => {
      await until('workspace diagnostics', () => codesOf(uriOf('closed.bu')).includes('path-relative'), 30_000);
    },
  ],
];
