// The arguments and flags of `kindling build`.
import type { DefineCommand } from '../command.ts';
import type { BuildFlags } from './build.ts';

export const defineBuild: DefineCommand = (program, done) => {
  program
    .command('build')
    .description('build the targets of a project (kindling.yaml)')
    .argument('[targets...]', 'names of targets; all of them when absent')
    .option('--project <file>', 'the project; kindling.yaml here or in a folder above when absent')
    .option('-c, --check', 'write nothing, and fail when an output is missing or stale')
    .option('-w, --watch', 'build again whenever a file changes')
    .option('-s, --strict', 'write nothing that has warnings')
    .option('--source-map', 'write beside each output where its values come from')
    .option('--no-follow-outside', 'refuse links that lead out of the files directory')
    .option('--overrides', 'show each value that is overridden as declared, instead of their number')
    .option('-f, --format <format>', 'of the report: pretty, plain, json, sarif, github or junit', 'pretty')
    .option('--color <when>', '"auto", "always", or "never"')
    .addOption(program.createOption('--colour <when>').hideHelp())
    .addHelpText('after', help)
    .showHelpAfterError()
    .action(async (targets: readonly string[], flags: BuildFlags) => {
      const { run } = await import('./build.ts');
      done(await run(targets, flags));
    });
};

const help = `
Outputs are replaced as a whole or not at all, and only when they change. --check compares what they mean: contents unpacked.

Exit codes: 0 all built, or nothing stale; 1 a target has errors, or is stale with --check; 2 wrong usage.`;
