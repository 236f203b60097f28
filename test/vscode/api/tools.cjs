// What the suites share: waiting for what comes in its own time, documents of the workspace, the extension.
const vscode = require('vscode');

const extensionId = 'kindling.kindling-vscode';

async function until(what, look, milliseconds = 20_000) {
  const start = Date.now();
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() - start > milliseconds) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

function uriOf(name) {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
}

/** Opens a file of the workspace with a text of its own; undefined leaves what is on the disk. */
async function open(name, text) {
  if (text !== undefined) await vscode.workspace.fs.writeFile(uriOf(name), Buffer.from(text));
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  if (text !== undefined && document.getText() !== text) await replaceAll(editor, text);
  return { document, editor };
}

async function replaceAll(editor, text) {
  const last = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  await editor.edit((edit) => edit.replace(new vscode.Range(new vscode.Position(0, 0), last), text));
}

/** Waits for the end of the task that `start` begins; undefined where there are no terminals. */
async function endOfTask(start) {
  if (process.env.KINDLING_NO_TASKS) return undefined;
  const ends = [];
  const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) =>
    ends.push({ task: execution.task, exitCode }),
  );
  try {
    if ((await start()) !== true) throw new Error('no task was started');
    return await until('the end of the task', () => ends[0], 30_000);
  } finally {
    listening.dispose();
  }
}

async function api() {
  return vscode.extensions.getExtension(extensionId).activate();
}

function diagnosticsOf(uri) {
  return vscode.languages.getDiagnostics(uri);
}

function codesOf(uri) {
  return diagnosticsOf(uri)
    .map(({ code }) => (typeof code === 'object' ? code.value : code))
    .sort();
}

const faulty = `variant: fcos
version: 1.5.0
storage:
  files:
    - path: etc/motd
      mode: 0644
      contents:
        inline: hello
`;

const good = faulty.replace('etc/motd', '/etc/motd');

module.exports = {
  api,
  codesOf,
  diagnosticsOf,
  endOfTask,
  extensionId,
  faulty,
  good,
  open,
  replaceAll,
  until,
  uriOf,
  vscode,
};
