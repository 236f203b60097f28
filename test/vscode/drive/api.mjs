// The checks in the extension host: a page of the editor is opened with the suites as its "extension tests".
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBrowser, startEditor } from './editor.mjs';
import { secondTry } from './second-try.mjs';
import { writeTwoFolders } from './workspace.mjs';

const mostTime = 150_000;

export async function runApi() {
  return [
    ...(await secondTry(() => runSuites('language,commands,robust', {}))),
    ...(await secondTry(() => runSuites('multiroot', {}))),
    ...(await secondTry(() =>
      runSuites('untrusted', {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      }),
    )),
  ];
}

async function runSuites(suites, settings) {
  const results = join(resolve('test/vscode/shots'), `results-${suites.split(',')[0]}.txt`);
  rmSync(results, { force: true });
  const editor = await startEditor({ settings, env: { KINDLING_RESULTS: results, KINDLING_SUITES: suites } });
  const browser = await startBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    const ended = new Promise((done) => {
      page.exposeFunction('codeAutomationExit', done);
      page.exposeFunction('codeAutomationLog', (type, args) => {
        if (process.env.VERBOSE) console.log(type, ...args);
      });
      setTimeout(() => done('timeout'), mostTime).unref();
    });
    const folder = `vscode-remote://${editor.authority}${resolve('test/vscode/api')}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', folder],
      ['extensionTestsPath', `${folder}/index.cjs`],
    ]);
    const opened = suites === 'multiroot' ? `workspace=${writeTwoFolders(editor.home)}` : `folder=${editor.workspace}`;
    await page.goto(`${editor.url}?${opened}&payload=${encodeURIComponent(payload)}`);
    const code = await ended;
    if (code !== 0) await page.screenshot({ path: `test/vscode/shots/failed-${suites.split(',')[0]}.png` });
    const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
    const isTold = lines.some((line) => line.startsWith('not ok'));
    return (code === 0 && lines.length > 0) || isTold ? lines : [...lines, `not ok ${suites}: ended with ${code}`];
  } finally {
    await browser.close();
    editor.stop();
  }
}
