// The checks in the extension host: a page of the editor is opened with the suites as its "extension tests".
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBrowser, startEditor } from './editor.mjs';
import { writeTwoFolders } from './workspace.mjs';

const mostTime = 150_000;

export async function runApi() {
  return [
    ...(await runSuites('language,commands,robust', {})),
    ...(await runSuites('multiroot', {})),
    ...(await runSuites('untrusted', {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    })),
  ];
}

async function runSuites(suites, settings) {
  const results = join(resolve('test/vscode/shots'), `results-${suites.split(',')[0]}.txt`);
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
    return code === 'timeout' || lines.length === 0 ? [...lines, `not ok ${suites}: ended with ${code}`] : lines;
  } finally {
    await browser.close();
    editor.stop();
  }
}
