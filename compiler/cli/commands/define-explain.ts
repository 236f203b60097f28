// The arguments and flags of `kindling explain`.
import type { DefineCommand } from '../command.ts';
import type { ExplainFlags } from './explain.ts';

export const defineExplain: DefineCommand = (program, done) => {
  program
    .command('explain')
    .description('say which line of which fragment, or which sugar, gave each field of something')
    .argument('<target-or-file>', 'a target of the project, or a config; - is standard input')
    .argument('<what>', 'path of a file, name of a unit, user or group, device, or a JSON pointer')
    .option('--project <file>', 'the project; kindling.yaml here or in a folder above when absent')
    .option('-f, --format <format>', 'text or json', 'text')
    .showHelpAfterError()
    .action(async (name: string, what: string, flags: ExplainFlags) => {
      const { run } = await import('./explain.ts');
      done(await run(name, what, flags));
    });
};
