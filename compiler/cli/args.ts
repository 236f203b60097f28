// The command line: which commands and flags there are. Each command's code is loaded only when it is asked for.
import { Command, CommanderError } from 'commander';
import { exitCodes } from './failure.ts';
import { normalizeFlags } from './pflag.ts';

declare const kindlingVersion: string;

/** Versions as `--version` prints them. */
const versionText = `Kindling ${kindlingVersion}, compatible with Butane 0.29.0`;

/** Parses the arguments after the program's name and runs the command. Resolves to the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = new Command('kindling')
    .description('Compiles and checks Butane configs.')
    .version(versionText, '-V, --version', 'print the version and exit')
    .helpOption('-h, --help', 'show usage and exit')
    .exitOverride();
  compileCommand(program, (code) => {
    exitCode = code;
  });
  schemaCommand(program, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args[0] === 'compile' ? ['compile', ...normalizeFlags(args.slice(1))] : [...args], {
      from: 'user',
    });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
}

type Done = (exitCode: number) => void;

function compileCommand(program: Command, done: Done): void {
  const command: Command = program
    .command('compile')
    .description('compile a Butane config to Ignition JSON, or to a MachineConfig')
    .argument('[input-file]', 'config to compile; standard input when absent')
    .option('-c, --check', 'check config without producing output')
    .option('-d, --files-dir <directory>', 'allow embedding local files from this directory')
    .option('--no-follow-outside', 'refuse links that lead out of the files directory')
    .option('-o, --output <file>', 'write to output file instead of stdout')
    .option('-p, --pretty', 'output formatted json')
    .option('-r, --raw', 'never wrap in a MachineConfig; force Ignition output')
    .option('-s, --strict', 'fail on any warning')
    .option('--color <when>', 'control color output: "auto", "always", or "never"', 'auto')
    .option('--raw-errors', 'show raw errors, rather than pretty printing them')
    .addOption(hidden(program, '-D, --debug'))
    .addOption(hidden(program, '--colour <when>'))
    .addOption(hidden(program, '--input <file>'))
    .version(versionText, '-V, --version', 'print the version and exit')
    .helpOption('-h, --help', 'show usage and exit')
    .showHelpAfterError()
    .action(async (file: string | undefined, flags: { input?: string }) => {
      if (file !== undefined && flags.input !== undefined) command.error('give the input file once');
      const { run } = await import('./commands/compile.ts');
      done(await run(file ?? flags.input, flags));
    });
}

function hidden(program: Command, flags: string) {
  return program.createOption(flags).hideHelp();
}

function schemaCommand(program: Command, done: Done): void {
  program
    .command('schema')
    .description('print the JSON Schema of a spec, for other editors')
    .argument('<variant>', 'fcos, flatcar, openshift, r4e, fiot, or ignition')
    .argument('<version>', 'such as 1.6.0')
    .action(async (variant: string, version: string) => {
      const { run } = await import('./commands/schema.ts');
      done(run(variant, version));
    });
}
