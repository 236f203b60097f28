#!/usr/bin/env node
// What `kindling` starts. Most of the time that a small config takes goes into V8's compiling of the program. The build does that
// beforehand for the Node that it runs with; for any other Node its own cache does it from the second run on, where it has one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFor, type Run, scriptOf } from './bundle.ts';
import { codeFile } from './code-file.ts';
import { useNodesCache } from './node-cache.ts';

const bundle = join(__dirname, `${bundleFor(process.argv[2])}.cjs`);
const code = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : builtCode();
if (code === undefined) {
  useNodesCache();
  (require(bundle) as Run)(require);
} else {
  const run = scriptOf(bundle, readFileSync(bundle, 'utf8'), code).runInThisContext() as Run;
  run(require);
}

function builtCode(): Uint8Array | undefined {
  try {
    return readFileSync(codeFile(bundle));
  } catch {
    return undefined;
  }
}
