// A tool of the build: runs the command line as `main.ts` does and leaves V8's compiled code of what was used, together with what
// earlier runs used. `node train.cjs <bundle> <command> <argument>...`
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Run, scriptOf } from './bundle.ts';
import { codeFile } from './code-file.ts';

const [bundle = ''] = process.argv.splice(2, 1);
const file = codeFile(bundle);
const script = scriptOf(bundle, readFileSync(bundle, 'utf8'), existsSync(file) ? readFileSync(file) : undefined);
if (script.cachedDataRejected) throw new Error(`V8 takes not what it gave: ${file}`);
(script.runInThisContext() as Run)(require);
process.on('exit', () => writeFileSync(file, script.createCachedData()));
