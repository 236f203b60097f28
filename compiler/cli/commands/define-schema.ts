// The arguments of `kindling schema`.
import type { DefineCommand } from '../command.ts';

export const defineSchema: DefineCommand = (program, done) => {
  program
    .command('schema')
    .description('print the JSON Schema of a spec or of kindling.yaml, for other editors')
    .argument('<variant>', 'fcos, flatcar, openshift, r4e, fiot, or ignition; project for kindling.yaml')
    .argument('[version]', 'such as 1.6.0; project has none')
    .showHelpAfterError()
    .action(async (variant: string, version: string | undefined) => {
      const { run } = await import('./schema.ts');
      done(run(variant, version));
    });
};
