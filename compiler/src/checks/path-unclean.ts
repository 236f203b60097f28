import { cleanPath } from '../text/clean-path.ts';
import { deviceFields, pathFields } from './shared/absolute-paths.ts';
import { check } from './shared/check.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'path-unclean',
  severity: 'error',
  docs: {
    what: 'A path is absolute but not in its shortest form: it ends in a slash, has doubled slashes, or `.` or `..` in it.',
    why: 'Entries are matched by their paths as they are written, when configs are merged and when duplicates are looked for; two spellings of one path would escape that. Ignition refuses the config.',
    fix: 'Write the shortest form: `/a/b` and not `/a//b/`, `/a/./b` or `/a/c/../b`.',
  },
  side: 'output',
  on: [...pathFields, ...deviceFields],
  run(path, context) {
    if (!path.value.startsWith('/')) return;
    const clean = cleanPath(path.value);
    if (clean === path.value) return;
    const message = `${quoted(path.value)} is not in its shortest form; write ${quoted(clean)}`;
    context.report(path, message, { data: { clean } });
  },
});
