// Runs the tests of the packed extension: in the extension host (`api`), through the user interface (`ui`), as a web extension
// (`web`). Prints a line for each check and the plain closing line.
import { mkdirSync } from 'node:fs';
import { runApi } from './drive/api.mjs';
import { checkPackage } from './drive/package.mjs';
import { runUi } from './drive/ui.mjs';
import { runWeb } from './drive/web.mjs';

const all = { package: checkPackage, api: runApi, ui: runUi, web: runWeb };
const wanted = process.argv.slice(2).filter((name) => name in all);
mkdirSync('test/vscode/shots', { recursive: true });

const editor = process.env.KINDLING_EDITOR ?? 'older';
console.log(`# in the ${editor} editor`);
const lines = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(all)) {
  const start = Date.now();
  const found = await all[name]().catch((error) => [`not ok ${name}: ${error.stack}`]);
  for (const line of found) console.log(line);
  console.log(`# ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  lines.push(...found);
}
const failed = lines.filter((line) => line.startsWith('not ok')).length;
console.log(`${lines.filter((line) => line.startsWith('ok')).length} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
