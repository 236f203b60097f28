// Bad input and bad luck: long and binary files, folders that go, a server that is killed.
const assert = require('node:assert');
const { execSync } = require('node:child_process');
const { api, codesOf, faulty, good, open, replaceAll, until, uriOf, vscode } = require('./tools.cjs');

/** The server's process: a child of this extension host that runs our server.js. */
function serverPids() {
  const all = execSync('ps -eo pid=,ppid=,args=').toString().split('\n');
  return all
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found && Number(found[2]) === process.pid && /kindling-vscode.*server\.js/.test(found[3]))
    .map((found) => Number(found[1]));
}

exports.tests = [
  [
    'a config of 5 MB',
    async () => {
      const file = (index) =>
        `    - path: /etc/f${index}\n      mode: 0644\n      contents:\n        inline: "${'x'.repeat(400)}"\n`;
      const text = `variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n${Array.from({ length: 11_000 }, (_, index) => file(index)).join('')}    - path: rel\n`;
      assert.ok(text.length > 5e6);
      const start = Date.now();
      const { document } = await open('long.bu', text);
      await until('a diagnostic', () => codesOf(document.uri).includes('path-relative'), 60_000);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uriOf('long.bu'));
      return `${Date.now() - start} ms to its diagnostics`;
    },
  ],
  [
    'a binary file with our extension',
    async () => {
      const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 31) % 256);
      await vscode.workspace.fs.writeFile(uriOf('binary.bu'), bytes);
      // The editor refuses to show it as text, or shows it with a diagnostic; either way the server lives.
      await vscode.workspace.openTextDocument(uriOf('binary.bu')).then(
        () => {},
        () => {},
      );
      assert.strictEqual((await api()).serverState(), 'running');
      await vscode.workspace.fs.delete(uriOf('binary.bu'));
    },
  ],
  [
    'a folder that goes away below an open document',
    async () => {
      const { document } = await open('gone/inner.bu', good);
      await vscode.workspace.fs.delete(uriOf('gone'), { recursive: true });
      assert.strictEqual(document.getText(), good);
      assert.strictEqual((await api()).serverState(), 'running');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },
  ],
  [
    'a killed server is started again, and nothing is lost',
    async () => {
      const { document, editor } = await open('killed.bu', good);
      const [pid] = await until('the server process', () => serverPids().length > 0 && serverPids());
      process.kill(pid, 'SIGKILL');
      await replaceAll(editor, faulty);
      await until('another process', () => serverPids().some((each) => each !== pid));
      await until('its diagnostics', () => codesOf(document.uri).includes('path-relative'));
      assert.strictEqual(document.getText(), faulty);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },
  ],
  [
    'a server that keeps ending is started five times, then stays down until somebody asks',
    async () => {
      const { document, editor } = await open('down.bu', good);
      const { serverState } = await api();
      // What was before does not count after a start by hand.
      await vscode.commands.executeCommand('kindling.restartServer');
      for (let ends = 1; ends <= 6; ends++) {
        const [pid] = await until('a server process', () => serverPids().length > 0 && serverPids());
        await until('a running server', () => serverState() === 'running');
        process.kill(pid, 'SIGKILL');
        await until('its end', () => !serverPids().includes(pid));
      }
      await until('the end of starts', () => serverState() === 'failed');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.deepStrictEqual(serverPids(), []);
      await until('the status bar', async () => /\$\(error\) Kindling/.test((await api()).status.text));
      await replaceAll(editor, faulty);
      await vscode.commands.executeCommand('kindling.restartServer');
      await until('diagnostics again', () => codesOf(document.uri).includes('path-relative'));
      assert.strictEqual(document.getText(), faulty);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },
  ],
];
