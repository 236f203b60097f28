#!/usr/bin/env node
// Where the program starts. Nothing that happens below may reach the user as a stack trace.
import { escapeControls } from '../src/render/escape.ts';
import { runCommandLine } from './args.ts';
import { exitCodes, Failure } from './failure.ts';
import { writeError } from './output.ts';

try {
  process.exitCode = await runCommandLine(process.argv.slice(2));
} catch (error) {
  if (error instanceof Failure) {
    writeError(`kindling: ${escapeControls(error.message)}\n`);
    process.exitCode = error.exitCode;
  } else {
    const what = error instanceof Error ? `${error.name}: ${error.message}`.split('\n', 1)[0] : 'unknown';
    writeError(`kindling: internal fault (${what}); please report it with the config that caused it\n`);
    process.exitCode = exitCodes.internal;
  }
}
