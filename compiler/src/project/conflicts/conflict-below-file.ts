import { reportBelow } from './shared/below.ts';
import { defineConflict } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-below-file',
  severity: 'error',
  docs: {
    what: 'A fragment puts something below a path that is a file in another fragment.',
    why: 'Nothing can be inside a file; Ignition would fail while it writes the disk.',
    fix: 'Correct one of the two paths, or make the upper one a directory.',
  },
  find(context) {
    reportBelow(
      context,
      'files',
      (path, above) => `\`${path}\` is below \`${above}\`, which is a file in another fragment`,
    );
  },
});
