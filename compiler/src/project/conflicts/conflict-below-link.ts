import { reportBelow } from './shared/below.ts';
import { defineConflict } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-below-link',
  severity: 'error',
  docs: {
    what: 'A fragment puts something below a path that is a link in another fragment.',
    why: 'Ignition refuses to write through links of its own config, because the result depends on where the link leads.',
    fix: 'Use the path that the link leads to, or make the link a directory.',
  },
  find(context) {
    reportBelow(
      context,
      'links',
      (path, above) => `\`${path}\` is below \`${above}\`, which is a link in another fragment`,
    );
  },
});
