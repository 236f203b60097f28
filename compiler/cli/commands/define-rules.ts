// The arguments of `kindling rules`.
import type { DefineCommand } from '../command.ts';

export const defineRules: DefineCommand = (program, done) => {
  program
    .command('rules')
    .description('list all diagnostics, or explain one')
    .argument('[code]', 'such as mode-not-octal; all when absent')
    .option('-f, --format <format>', 'text, json or markdown', 'text')
    .showHelpAfterError()
    .action(async (code: string | undefined, flags: { readonly format: string }) => {
      const { run } = await import('./rules.ts');
      done(run(code, flags.format));
    });
};
