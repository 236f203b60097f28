// The arguments and flags of `kindling diff`.
import type { DefineCommand } from '../command.ts';
import type { DiffFlags } from './diff.ts';

export const defineDiff: DefineCommand = (program, done) => {
  program
    .command('diff')
    .description('say what differs between two configs or projects, as far as a machine would notice')
    .argument('<before>', 'a config, a project, or REVISION:PATH of the git repository; - is standard input')
    .argument('<after>', 'the same')
    .option('-f, --format <format>', 'text, json or markdown', 'text')
    .option('--color <when>', '"auto", "always", or "never"')
    .addOption(program.createOption('--colour <when>').hideHelp())
    .addHelpText('after', '\nExit codes: 0 the same; 1 different; 2 one of them has errors, or wrong usage.')
    .showHelpAfterError()
    .action(async (before: string, after: string, flags: DiffFlags) => {
      const { run } = await import('./diff.ts');
      done(await run(before, after, flags));
    });
};
