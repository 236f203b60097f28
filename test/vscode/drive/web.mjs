// The extension as a web extension: in the browser's own extension host, with its server in a web worker, on files that only the
// editor can reach. The packed extension is unpacked and served over loopback as one that the editor has built in.
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { startBrowser, startEditor, vsixPath } from './editor.mjs';
import { secondTry } from './second-try.mjs';
import { editing, openFile, openWorkbench, previewFrame, previewing, runSteps } from './ui.mjs';

const types = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export function runWeb() {
  return secondTry(runOnce);
}

async function runOnce() {
  const unpacked = mkdtempSync(join(tmpdir(), 'kindling-web-'));
  spawnSync('python3', ['-m', 'zipfile', '-e', vsixPath(), unpacked]);
  const files = await serve(join(unpacked, 'extension'));
  const editor = await startEditor({ install: false, settings: { 'kindling.sizeLimit': 16384 } });
  const features = 'LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,LocalNetworkAccessChecksWebRTC';
  const browser = await startBrowser([`--disable-features=${features}`]);
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    if (process.env.VERBOSE) page.on('console', (message) => console.log(message.text().slice(0, 300)));
    await page.route(`${editor.url}?**`, (route) => addBuiltin(route, files.authority));
    await openWithExtension(page, `${editor.url}?folder=${editor.workspace}`);
    const steps = [...editing, ...previewing.slice(0, 3), local, builtinOnly];
    return (await runSteps(page, 'web', steps)).map((line) => line.replace(' ui web:', ' web:'));
  } finally {
    await browser.close();
    editor.stop();
    files.stop();
    rmSync(unpacked, { recursive: true, force: true });
  }
}

/**
 * Opens the editor until it has the extension. When it takes up a built-in extension for the first time, it sometimes starts its
 * extension hosts again and loses it; what it has kept of it by then serves the next page.
 */
async function openWithExtension(page, url) {
  for (let attempt = 1; ; attempt++) {
    await openWorkbench(page, url);
    await openFile(page, 'faulty.bu');
    // Once it is there, it has to stay.
    await page.waitForTimeout(3000);
    const mode = page.locator('#status\\.editor\\.mode', { hasText: 'Butane' });
    const isThere = await mode.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    if (attempt === 3) throw new Error('the editor does not take the extension');
  }
}

const local = [
  'a local file reaches the server in its worker',
  async (page) => {
    await openFile(page, 'local.bu');
    await page.getByRole('button', { name: 'Open Preview to the Side' }).first().click();
    const frame = await previewFrame(page);
    await frame.locator('#tab-output').click();
    await frame.locator('.line', { hasText: 'data:,hello' }).first().waitFor();
  },
];

const builtinOnly = [
  'it runs in the host of web extensions, without tasks',
  async (page) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>Kindling: ');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Restart Language Server' }).waitFor();
    const offered = await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Build Project' }).count();
    await page.keyboard.press('Escape');
    if (offered > 0) throw new Error('a task is offered where none can run');
  },
];

/** The page's configuration, with the extension as a built-in one. */
async function addBuiltin(route, authority) {
  const response = await route.fetch();
  const body = await response.text();
  const extension = { scheme: 'http', authority, path: '/' };
  const patched = body.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_, before, settings) => {
      const config = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      config.additionalBuiltinExtensions = [extension];
      return `${before}${JSON.stringify(config).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    },
  );
  if (patched === body) throw new Error('the page has no configuration');
  await route.fulfill({ response, body: patched });
}

function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
    const isThere = path.startsWith(folder) && existsSync(path) && extname(path) !== '';
    response.writeHead(isThere ? 200 : 404, {
      'access-control-allow-origin': '*',
      'content-type': types[extname(path)] ?? 'text/plain',
    });
    if (isThere) createReadStream(path).pipe(response);
    else response.end();
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done({ authority: `127.0.0.1:${server.address().port}`, stop: () => server.close() });
    });
  });
}
