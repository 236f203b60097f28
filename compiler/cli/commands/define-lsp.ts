// The arguments of `kindling lsp`.
import type { DefineCommand } from '../command.ts';

export const defineLsp: DefineCommand = (program, done) => {
  program
    .command('lsp')
    .description('start the language server, for editors')
    .option('--stdio', 'talk over standard input and output (the default)')
    .option('--node-ipc', 'talk over the IPC channel of Node')
    .option('--socket <port>', 'talk over a connection to this port of the local machine')
    // Editors add arguments of their own, such as the process whose end is to be the server's.
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', '\nHow to set editors up: docs/editors.md, in the npm package and in the repository.')
    .action(async () => {
      const { run } = await import('./lsp.ts');
      done(run(process.argv.slice(3)));
    });
};
