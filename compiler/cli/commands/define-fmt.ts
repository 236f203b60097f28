// The arguments and flags of `kindling fmt`.
import type { DefineCommand } from '../command.ts';
import type { FmtFlags } from './fmt.ts';

export const defineFmt: DefineCommand = (program, done) => {
  program
    .command('fmt')
    .description('format Butane configs: indentation, spacing, quotes, modes')
    .argument('[paths...]', 'files, directories, globs, or - for standard input; the current directory when absent')
    .option('--check', 'write nothing; list the files that are not formatted, and fail when there are any')
    .option('--diff', 'write nothing; show what would change')
    .option('--sort-keys', 'put the keys of each mapping in the order of the reference pages')
    .addHelpText('after', help)
    .showHelpAfterError()
    .action(async (paths: readonly string[], flags: FmtFlags) => {
      const { run } = await import('./fmt.ts');
      done(await run(paths, flags));
    });
};

const help = `
Comments, anchors, tags, the text of block scalars and all values stay as they are, and so does the compiled output. A file with
faults of syntax is left alone, and said so. Directories are searched as by \`kindling check\`; Ignition JSON is not formatted.

Exit codes: 0 all is formatted; 1 --check or --diff found something to do, or a file could not be formatted; 2 wrong usage, or
files that could not be read or written.`;
