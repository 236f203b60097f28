// What the self-contained executable starts: as `main.ts`, with the bundles and their compiled code inside the executable.
import { getAsset, getRawAsset } from 'node:sea';
import { bundleFor, type Run, scriptOf } from './bundle.ts';

const bundle = `${bundleFor(process.argv[2])}.cjs`;
const code = process.env.NODE_DISABLE_COMPILE_CACHE
  ? undefined
  : new Uint8Array(getRawAsset(`${bundle}.code`) as ArrayBuffer);
const run = scriptOf(bundle, getAsset(bundle, 'utf8'), code).runInThisContext() as Run;
run(require);
