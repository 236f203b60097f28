// A workspace that is not trusted: everything that only reads works, nothing runs.
const assert = require('node:assert');
const { api, codesOf, faulty, open, until, vscode } = require('./tools.cjs');

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);

exports.tests = [
  ['the workspace is not trusted', async () => assert.strictEqual(vscode.workspace.isTrusted, false)],
  [
    'diagnostics and preview work',
    async () => {
      const { document } = await open('faulty.bu', faulty);
      await until('a diagnostic', () => codesOf(document.uri).includes('path-relative'));
      assert.strictEqual(await run('kindling.preview'), true);
    },
  ],
  [
    'tasks do not run',
    async () => {
      assert.strictEqual(await run('kindling.build'), false);
      assert.strictEqual(await run('kindling.check'), false);
      assert.strictEqual((await api()).serverState(), 'running');
    },
  ],
  [
    'a file outside of the workspace is not read',
    async () => {
      const text =
        'variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: /etc/x\n      contents:\n        local: ../../../../../../etc/hostname\n';
      const { document } = await open('outside.bu', text);
      await until('a refusal', () => codesOf(document.uri).some((code) => /local|outside|files-dir/.test(code)));
    },
  ],
];
