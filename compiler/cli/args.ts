// Reads the command line: its options and commands.
import { Command, CommanderError } from 'commander';
import type { DefineCommand } from './command.ts';
import { exitCodes } from './failure.ts';
import { writeError, writeOut } from './output.ts';
import { normalizeFlags } from './pflag.ts';
import { versionText } from './version.ts';

/** Parses the arguments after the program's name and runs the command. Resolves to the exit code. */
export async function runCommandLine(commands: readonly DefineCommand[], args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = new Command('kindling')
    .description('Compiles and checks Butane configs.')
    .version(versionText, '-V, --version', 'print the version and exit')
    .helpOption('-h, --help', 'show usage and exit')
    // The library's own way of writing dies of a closed pipe (`kindling --help | head`).
    .configureOutput({ writeOut, writeErr: writeError })
    .exitOverride();
  for (const define of commands) {
    define(program, (code) => {
      exitCode = code;
    });
  }
  // Scripts written for Butane call `compile`, in the spellings of Go's flag library.
  const normalized = args[0] === 'compile' ? ['compile', ...normalizeFlags(args.slice(1))] : [...args];
  try {
    await program.parseAsync(normalized, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
}
