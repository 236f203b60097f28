// The arguments and flags of `kindling check`.
import { collect, type DefineCommand } from '../command.ts';
import type { CheckFlags } from './check.ts';

export const defineCheck: DefineCommand = (program, done) => {
  program
    .command('check')
    .description('report everything that is wrong with configs, many at once')
    .argument('[paths...]', 'files, directories, globs, or - for standard input; the current directory when absent')
    .option('-f, --format <format>', 'pretty, plain, json, sarif, github or junit', 'pretty')
    .option('-o, --output <file>', 'write the report to a file')
    .option('--max-warnings <n>', 'fail when there are more warnings than this')
    .option('--only <code>', 'report only this code, and errors; may be repeated', collect)
    .option('--ignore <code>', 'do not report this code; may be repeated; not for errors', collect)
    .option('-d, --files-dir <directory>', 'where local files are; "auto" finds it for each config', 'auto')
    .option('--no-follow-outside', 'refuse links that lead out of the files directory')
    .option('-r, --raw', 'check openshift configs as for bare Ignition output')
    .option('--no-lint', 'do not look into units and Quadlets')
    .option('--systemd <release>', 'the systemd that will read the units, such as 252')
    .option('--podman <release>', 'the Podman that will read the Quadlets, such as 5.4')
    .option('--fix', 'mend what can be mended safely, in the files, and report the rest')
    .option('--fix-unsafe', 'mend also what somebody has to look at: guesses, placeholders')
    .option('--diff', 'with --fix or --fix-unsafe, show what would change and write nothing')
    .option('--baseline <file>', 'do not report what this file lists as known')
    .option('--write-baseline <file>', 'list everything that is found as known, and succeed')
    .option('--color <when>', '"auto", "always", or "never"')
    .addOption(program.createOption('--colour <when>').hideHelp())
    .addHelpText('after', help)
    .showHelpAfterError()
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const { run } = await import('./check.ts');
      done(await run(paths, flags));
    });
};

const help = `
Directories are searched for .bu, .butane, .fcc and .ign files, and for .yaml and .yml files with a variant and a version at
their top level. A comment "# kindling-disable CODE" hides a warning or lint on its line or the next, "# kindling-disable-file CODE" at
the top in the whole file.

Exit codes: 0 nothing to complain about; 1 errors, or more warnings than allowed; 2 wrong usage, or files that could not be
read.`;
