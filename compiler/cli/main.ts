#!/usr/bin/env node
// Where the program starts. Nothing that happens below may reach the user as a stack trace.
import { escapeControls } from '../src/render/escape.ts';
import { runCommandLine } from './args.ts';
import { exitCodes, Failure } from './failure.ts';
import { writeError } from './output.ts';

async function main(): Promise<number> {
  try {
    return await runCommandLine(process.argv.slice(2));
  } catch (error) {
    if (error instanceof Failure) {
      writeError(`kindling: ${escapeControls(error.message)}\n`);
      return error.exitCode;
    }
    const what = error instanceof Error ? `${error.name}: ${error.message}`.split('\n', 1)[0] : 'unknown';
    writeError(`kindling: internal fault (${what}); please report it with the config that caused it\n`);
    return exitCodes.internal;
  }
}

// No top-level `await`: the self-contained executable is a CommonJS script.
main().then((exitCode) => {
  process.exitCode = exitCode;
});
