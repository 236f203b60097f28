// Runs the command line to its end. Nothing that happens below may reach the user as a stack trace.
import { escapeControls } from '../src/render/escape.ts';
import { runCommandLine } from './args.ts';
import type { DefineCommand } from './command.ts';
import { exitCodes, Failure } from './failure.ts';
import { writeError } from './output.ts';

/** Does what the process's arguments ask for; the exit code is set when it is done. */
export function start(commands: readonly DefineCommand[]): void {
  // No top-level `await` around this: the bundles are CommonJS scripts.
  exitCodeOf(commands).then((exitCode) => {
    process.exitCode = exitCode;
  });
}

async function exitCodeOf(commands: readonly DefineCommand[]): Promise<number> {
  try {
    return await runCommandLine(commands, process.argv.slice(2));
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
