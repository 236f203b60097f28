// The flags of `kindling compile`: Butane's, its hidden and deprecated ones too.
import type { Command } from 'commander';
import type { DefineCommand } from '../command.ts';
import { versionText } from '../version.ts';

export const defineCompile: DefineCommand = (program, done) => {
  const command: Command = program
    .command('compile')
    .description('compile a Butane config to Ignition JSON, or to a MachineConfig')
    .argument('[input-file...]', 'config to compile; standard input when absent')
    .option('--beside', 'write each output beside its config: web.bu to web.ign (web.yaml for a MachineConfig)')
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
    .action(async (files: readonly string[], flags: { input?: string; beside?: boolean; output?: string }) => {
      const inputs = flags.input === undefined ? files : [...files, flags.input];
      if (inputs.length > 1 && !flags.beside) command.error('give one input file, or --beside for several');
      if (flags.beside && (inputs.length === 0 || flags.output !== undefined)) {
        command.error('--beside takes input files and no --output');
      }
      const { run, runBeside } = await import('./compile.ts');
      done(flags.beside ? await runBeside(inputs, flags) : await run(inputs[0], flags));
    });
};

function hidden(program: Command, flags: string) {
  return program.createOption(flags).hideHelp();
}
