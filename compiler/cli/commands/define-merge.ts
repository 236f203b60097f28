// The arguments and flags of `kindling merge`.
import { collect, type DefineCommand } from '../command.ts';
import type { MergeFlags } from './merge.ts';

export const defineMerge: DefineCommand = (program, done) => {
  program
    .command('merge')
    .description('make one config of many: Butane, Ignition and MachineConfigs, in any order')
    .argument('<fragments...>', 'files or globs; - is standard input')
    .option(
      '--semantics <which>',
      '"free": order has no meaning and conflicts are errors; "ignition": the last one wins',
      'free',
    )
    .option('--override <file>', 'a fragment that wins over the others; may be repeated', collect)
    .option('-d, --files-dir <directory>', 'where local files are; "auto" finds it for each fragment', 'auto')
    .option('-o, --output <file>', 'write to output file instead of stdout')
    .option('-p, --pretty', 'output formatted json; a MachineConfig stays one')
    .option('-r, --raw', 'never wrap in a MachineConfig')
    .option('-s, --strict', 'fail on any warning')
    .option('--compile-includes', 'compile and embed Butane configs named by ignition.config.merge[].local')
    .option('--flatten', 'fold configs that ignition.config.merge names or carries into the result')
    .option('--source-map <file>', 'write where each value comes from')
    .option('--overrides', 'show each value that is overridden as declared, instead of their number')
    .option('-f, --format <format>', 'of the report: pretty, plain, json, sarif, github or junit', 'pretty')
    .option('--color <when>', '"auto", "always", or "never"')
    .addOption(program.createOption('--colour <when>').hideHelp())
    .addHelpText('after', help)
    .showHelpAfterError()
    .action(async (fragments: readonly string[], flags: MergeFlags) => {
      const { run } = await import('./merge.ts');
      done(await run(fragments, flags));
    });
};

const help = `
A comment "# kindling: override" at an entry lets that entry win over those of other fragments.

Where all fragments are MachineConfigs they are merged as the Machine Config Operator does it, with either semantics: in the order
of their names, in which the last one wins, but for "fips: true" and a kernel type other than the default, which win anyway.

Exit codes: 0 merged; 1 errors or conflicts, and nothing is written; 2 wrong usage. What Ignition would merge and then refuse
(--semantics ignition) is a warning, which --strict makes an error.`;
