// The flags of `kindling compile`: Butane's, its hidden and deprecated ones too.
import type { Command } from 'commander';
import type { DefineCommand } from '../command.ts';
import { versionText } from '../version.ts';

export const defineCompile: DefineCommand = (program, done) => {
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
    .option('--color <when>', 'control color output: "auto", "always", or "never"')
    .option('--raw-errors', 'show raw errors, rather than pretty printing them')
    .addOption(hidden(program, '-D, --debug'))
    .addOption(hidden(program, '--colour <when>'))
    .addOption(hidden(program, '--input <file>'))
    .version(versionText, '-V, --version', 'print the version and exit')
    .helpOption('-h, --help', 'show usage and exit')
    .showHelpAfterError()
    .action(async (file: string | undefined, flags: { input?: string }) => {
      if (file !== undefined && flags.input !== undefined) command.error('give the input file once');
      const { run } = await import('./compile.ts');
      done(await run(file ?? flags.input, flags));
    });
};

function hidden(program: Command, flags: string) {
  return program.createOption(flags).hideHelp();
}
