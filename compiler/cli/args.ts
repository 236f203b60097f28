// The command line: which commands there are. What each takes is defined beside its code in `commands/`.
import { Command, CommanderError } from 'commander';
import type { DefineCommand } from './command.ts';
import { defineBuild } from './commands/define-build.ts';
import { defineCheck } from './commands/define-check.ts';
import { defineCompile } from './commands/define-compile.ts';
import { defineDiff } from './commands/define-diff.ts';
import { defineExplain } from './commands/define-explain.ts';
import { defineFmt } from './commands/define-fmt.ts';
import { defineLsp } from './commands/define-lsp.ts';
import { defineMerge } from './commands/define-merge.ts';
import { defineRules } from './commands/define-rules.ts';
import { defineSchema } from './commands/define-schema.ts';
import { defineUpgrade } from './commands/define-upgrade.ts';
import { defineValidate } from './commands/define-validate.ts';
import { exitCodes } from './failure.ts';
import { writeError, writeOut } from './output.ts';
import { normalizeFlags } from './pflag.ts';
import { versionText } from './version.ts';

/** In the order in which the help lists them. */
const commands: readonly DefineCommand[] = [
  defineCompile,
  defineCheck,
  defineValidate,
  defineFmt,
  defineUpgrade,
  defineMerge,
  defineBuild,
  defineExplain,
  defineDiff,
  defineLsp,
  defineRules,
  defineSchema,
];

/** Parses the arguments after the program's name and runs the command. Resolves to the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
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
