// The extension through the user interface of the editor, with screenshots in three themes and the accessibility checker on each
// tab of the preview.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startBrowser, startEditor } from './editor.mjs';
import { secondTry } from './second-try.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = 'test/vscode/shots';
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
};
const tabs = ['output', 'files', 'units', 'users', 'disks'];

export async function runUi() {
  const lines = [];
  const wanted = process.env.KINDLING_THEME;
  for (const name of Object.keys(themes).filter((each) => !wanted || each === wanted)) {
    lines.push(...(await secondTry(() => runTheme(name))));
  }
  return lines;
}

async function runTheme(name) {
  const editor = await startEditor({ settings: { 'workbench.colorTheme': themes[name], 'kindling.sizeLimit': 16384 } });
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const steps = name === 'light' ? [...editing, ...previewing, ...heavy, ...views] : previewing;
    await openWorkbench(page, `${editor.url}?folder=${editor.workspace}`);
    return await runSteps(page, name, steps);
  } finally {
    await browser.close();
    editor.stop();
  }
}

export async function openWorkbench(page, url) {
  await page.goto(url);
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
}

/** Runs steps in order; a failed one is photographed and ends the run of its theme. */
export async function runSteps(page, theme, steps) {
  const lines = [];
  for (const [name, step] of steps) {
    try {
      const note = await step(page, theme);
      lines.push(`ok ui ${theme}: ${name}${note === undefined ? '' : ` # ${note}`}`);
    } catch (error) {
      await page.screenshot({ path: `${shots}/failed-${theme}.png` });
      return [...lines, `not ok ui ${theme}: ${name}: ${String(error.stack).replaceAll('\n', '\n  ')}`];
    }
  }
  return lines;
}

export async function openFile(page, name) {
  await page.getByRole('treeitem', { name }).first().dblclick();
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
  await page.waitForSelector('.monaco-editor .view-line');
}

async function command(page, words) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${words}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first().click();
}

/** The pictures of the extension's page, and the part of the window that each shows. */
const images = {
  follow: ['follow'],
  'preview-disks': ['disks', { x: 894, y: 36, width: 546, height: 700 }],
  targets: ['targets', { x: 0, y: 36, width: 1440, height: 480 }],
  completion: ['completion', { x: 0, y: 36, width: 1000, height: 420 }],
};

/** Takes a picture of the window; with KINDLING_IMAGES also those of the extension's page. */
async function shot(page, theme, name) {
  await page.screenshot({ path: `${shots}/${name}-${theme}.png` });
  const [image, clip] = images[name] ?? [];
  if (!process.env.KINDLING_IMAGES || theme !== 'light' || image === undefined) return;
  await page.screenshot({ path: `vscode-extension/images/${image}.png`, ...(clip ? { clip } : {}) });
}

export const editing = [
  [
    'a squiggle, and a row in Problems',
    async (page, theme) => {
      await openFile(page, 'faulty.bu');
      await page.waitForSelector('.monaco-editor .squiggly-error', { timeout: 60_000 });
      await page.keyboard.press('Control+Shift+M');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'path-relative' }).first();
      await row.waitFor();
      await page.waitForTimeout(500);
      await shot(page, theme, 'problems');
      // The link of the code leads to its page, without a network.
      await row.locator('a', { hasText: 'path-relative' }).click();
      await page.locator('.tab.active', { hasText: 'path-relative' }).waitFor();
      await page.locator('.tab.active', { hasText: 'path-relative' }).click({ button: 'middle' });
      await page.locator('.tab.active[data-resource-name="faulty.bu"]').waitFor();
      await page.keyboard.press('Control+J');
      await page.locator('.markers-panel').waitFor({ state: 'hidden' });
    },
  ],
  [
    'hover',
    async (page) => {
      await page
        .locator('.monaco-editor .view-line', { hasText: 'mode' })
        .locator('span', { hasText: 'mode' })
        .last()
        .hover();
      await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
    },
  ],
  [
    'completion',
    async (page, theme) => {
      await page.locator('.monaco-editor .view-lines').first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('sy');
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'systemd' }).first().waitFor();
      await page.waitForTimeout(400);
      await shot(page, theme, 'completion');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
    },
  ],
];

/** The page inside of the preview's two frames. */
export async function previewFrame(page) {
  const frame = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await frame.locator('[role=tablist]').waitFor({ timeout: 30_000 });
  return frame;
}

async function axe(page) {
  for (const frame of page.frames()) {
    if (
      !(await frame
        .locator('[role=tablist] #tab-output')
        .count()
        .catch(() => 0))
    )
      continue;
    // By the debugger's means, as the page's own policy forbids scripts of others.
    await frame.evaluate(axeSource);
    return frame.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    });
  }
  throw new Error('there is no preview to check');
}

export const previewing = [
  [
    'the preview opens beside the config',
    async (page) => {
      await openFile(page, 'machine.bu');
      await page.getByRole('button', { name: 'Open Preview to the Side' }).first().click();
      const frame = await previewFrame(page);
      await frame.locator('.line', { hasText: '"ignition"' }).first().waitFor();
    },
  ],
  ...tabs.map((tab) => [
    `tab ${tab}: no violations of accessibility rules`,
    async (page, theme) => {
      const frame = await previewFrame(page);
      await frame.locator(`#tab-${tab}`).click();
      await page.waitForTimeout(300);
      if (tab === 'files') await frame.getByRole('button', { name: 'hello', exact: true }).click();
      await page.waitForTimeout(200);
      await shot(page, theme, `preview-${tab}`);
      const violations = await axe(page);
      if (violations.length > 0) throw new Error(violations.join('\n'));
    },
  ]),
  [
    'the arrow keys move among tabs',
    async (page) => {
      const frame = await previewFrame(page);
      await frame.locator('#tab-disks').focus();
      await page.keyboard.press('ArrowRight');
      await frame.locator('#tab-output[aria-selected=true]').waitFor();
    },
  ],
  [
    'a click in the preview moves the cursor',
    async (page) => {
      const frame = await previewFrame(page);
      await frame.locator('#tab-disks').click();
      await frame.locator('g.piece', { hasText: 'swap' }).first().click();
      await page.locator('.monaco-editor .current-line, .margin .active-line-number').first().waitFor();
      const status = page.locator('#status\\.editor\\.selection');
      await page.waitForTimeout(800);
      const text = await status.innerText();
      if (!/Ln 2[0-9]|Ln 3[0-9]/.test(text)) throw new Error(`the cursor is at ${text}`);
      return text;
    },
  ],
  [
    'the cursor moves the preview, and a data URL is decoded',
    async (page, theme) => {
      const frame = await previewFrame(page);
      await frame.locator('#tab-output').click();
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill(':70');
      await page.keyboard.press('Enter');
      const marked = frame.locator('.line.marked').first();
      await marked.waitFor();
      const url = frame.locator('.line.marked', { hasText: 'data:' }).first();
      if ((await url.count()) > 0) await url.click();
      else await frame.locator('.line', { hasText: 'data:' }).first().click();
      await frame.locator('.detail pre').first().waitFor();
      await shot(page, theme, 'follow');
    },
  ],
];

/** Bad input: what must not make the panel stutter. */
export const heavy = [
  [
    'a config of 5 MB in the preview',
    async (page) => {
      // Into the first group: in the other one it would cover the preview.
      await page.locator('.tab[data-resource-name="machine.bu"]').click();
      const start = Date.now();
      await openFile(page, 'long.bu');
      const frame = await previewFrame(page);
      await frame.locator('#tab-output').click();
      await frame.locator('.line', { hasText: '/etc/f0"' }).first().waitFor({ timeout: 60_000 });
      const shown = Date.now() - start;
      const lines = await frame.locator('.line').count();
      if (lines > 2000) throw new Error(`${lines} lines are on the page`);
      const click = Date.now();
      await frame.locator('#tab-files').click();
      await frame.locator('#tab-files[aria-selected=true]').waitFor();
      const files = Date.now() - click;
      await page.locator('.tab[data-resource-name="machine.bu"]').click();
      return `${shown} ms to the output, ${files} ms to its files`;
    },
  ],
];

export const views = [
  [
    'the status bar names spec, size and limit, and offers actions',
    async (page, theme) => {
      const item = page.locator('[id="kindling.kindling-vscode.kindling.status"]').first();
      await item.filter({ hasText: /fcos 1\.6\.0 · [\d.]+ KiB \/ 16 KiB/ }).waitFor();
      await item.click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Preview' }).waitFor();
      await shot(page, theme, 'actions');
      await page.keyboard.press('Escape');
    },
  ],
  [
    'the view of targets',
    async (page, theme) => {
      await page.getByRole('button', { name: 'Kindling Targets Section' }).click();
      // A click on the row shows the target in its project; one on the arrow shows its fragments.
      const target = page.getByRole('treeitem', { name: /^node-2/ }).first();
      await target.click();
      await page.locator('.tab.active[data-resource-name="kindling.yaml"]').waitFor();
      await target.locator('.monaco-tl-twistie').click();
      await page
        .getByRole('treeitem', { name: /hosts\/node-2\.bu/ })
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Explorer Section: workspace' }).click();
      await target.locator('.monaco-tl-twistie').click();
      const contradiction = page.getByRole('treeitem', { name: /node-3/ }).first();
      await contradiction.locator('.monaco-tl-twistie').click();
      await page
        .getByRole('treeitem', { name: /^hosts\/node-1\.bu:8:17/ })
        .first()
        .click();
      await page.locator('.tab.active[data-resource-name="node-1.bu"]').waitFor();
      await contradiction.hover();
      await contradiction.getByRole('button', { name: 'Build Project' }).waitFor();
      await page.waitForTimeout(500);
      await shot(page, theme, 'targets');
    },
  ],
  [
    'the walkthrough',
    async (page, theme) => {
      await command(page, 'Welcome: Open Walkthrough');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Get started with Kindling' })
        .first()
        .click();
      await page.locator('.gettingStartedContainer .step-title', { hasText: 'Begin with a config' }).first().waitFor();
      await page.waitForTimeout(800);
      await shot(page, theme, 'walkthrough');
    },
  ],
  [
    'activation time, by the report of the editor',
    async (page, theme) => {
      await command(page, 'Developer: Show Running Extensions');
      const list = page.locator('.runtime-extensions-editor');
      await list.locator('.monaco-list-row').first().waitFor();
      // The slowest extension comes first, and only rows in sight are on the page.
      const row = list.locator('.monaco-list-row', { hasText: 'Kindling' }).first();
      await list.hover();
      for (let turn = 0; turn < 40 && (await row.count()) === 0; turn++) {
        await page.mouse.wheel(0, 200);
        await page.waitForTimeout(250);
      }
      const time = await row.locator('.activation-time').innerText();
      await shot(page, theme, 'running');
      return time;
    },
  ],
];
