// The arguments of `kindling schema`.
import type { DefineCommand } from '../command.ts';

export const defineSchema: DefineCommand = (program, done) => {
  program
    .command('schema')
    .description('print the JSON Schema of a spec, for other editors')
    .argument('<variant>', 'fcos, flatcar, openshift, r4e, fiot, or ignition')
    .argument('<version>', 'such as 1.6.0')
    .action(async (variant: string, version: string) => {
      const { run } = await import('./schema.ts');
      done(run(variant, version));
    });
};
