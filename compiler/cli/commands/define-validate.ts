// The arguments and flags of `kindling validate`.
import type { DefineCommand } from '../command.ts';
import type { ReportFlags } from '../project/report.ts';

export const defineValidate: DefineCommand = (program, done) => {
  program
    .command('validate')
    .description('say of Ignition configs and MachineConfigs what Ignition and the cluster would say')
    .argument('[files...]', 'configs; standard input when absent')
    .option('-f, --format <format>', 'pretty, plain, json, sarif, github or junit', 'pretty')
    .option('-s, --strict', 'fail on any warning')
    .option('--color <when>', '"auto", "always", or "never"')
    .addOption(program.createOption('--colour <when>').hideHelp())
    .addHelpText(
      'after',
      '\nExit codes: 0 valid; 1 a config is refused, or --strict was given and there are warnings; 2 wrong usage.',
    )
    .showHelpAfterError()
    .action(async (files: readonly string[], flags: ReportFlags & { readonly strict?: boolean }) => {
      const { run } = await import('./validate.ts');
      done(await run(files, flags));
    });
};
