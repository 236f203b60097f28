// The arguments and flags of `kindling upgrade`.
import type { DefineCommand } from '../command.ts';
import type { UpgradeFlags } from './upgrade.ts';

export const defineUpgrade: DefineCommand = (program, done) => {
  program
    .command('upgrade')
    .description('move configs to another version of their spec, or to another variant')
    .argument('[paths...]', 'files, directories, globs, or - for standard input; the current directory when absent')
    .option('--to <version>', 'version to move to, up or down; the newest finished one when absent')
    .option('--variant <variant>', 'variant to move to; that of the config when absent')
    .option('--sugar', 'also replace what is written by hand by sugar, where the same machine comes of it')
    .option('--dry-run', 'write nothing; say what would happen')
    .option('--diff', 'write nothing; show what would change')
    .option('-d, --files-dir <directory>', 'where local files are; "auto" finds it for each config', 'auto')
    .addHelpText('after', help)
    .showHelpAfterError()
    .action(async (paths: readonly string[], flags: UpgradeFlags) => {
      const { run } = await import('./upgrade.ts');
      done(await run(paths, flags));
    });
};

const help = `
A config is changed only when both texts compile and describe the same machine, but for differences between the versions that are
documented; those are listed. Whatever has no equivalent is listed with its place, and the file stays as it is. Ignition JSON is
moved among the versions of Ignition in the same way.

With --sugar, units that are what \`with_mount_unit\` would make give way to it, \`source: data:,...\` becomes \`inline\`, and files of
Quadlets become \`systemd.quadlets\` where the spec has it. What stays, and why, is listed.

Exit codes: 0 all is at the wanted version; 1 a config could not be moved; 2 wrong usage, or files that could not be read or
written.`;
