import { cleanPath, joinPath } from '../text/clean-path.ts';
import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { directoriesByPath } from './shared/storage-index.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'hard-link-to-directory',
  severity: 'error',
  docs: {
    what: 'The target of a hard link is a directory of the same config.',
    why: 'Linux does not allow hard links to directories; making the link would fail on the machine.',
    fix: 'Remove `hard` to make a symbolic link. A relative target of a hard link is taken from the path of the link itself, so write an absolute one.',
  },
  side: 'output',
  on: 'storage.links[]',
  run(link, context) {
    const { hard, path, target } = link.fields;
    if (hard?.value !== true || target === undefined || target.value === '') return;
    const resolved = target.value.startsWith('/') ? cleanPath(target.value) : joinPath(path?.value ?? '', target.value);
    const directory = directoriesByPath(context.config).get(resolved)?.[0];
    if (directory === undefined) return;
    const message = `the hard link points to the directory ${quoted(resolved)}; remove \`hard\` to make a symbolic link`;
    context.report(link, message, { notes: [noteAt(directory, 'the directory is defined here')] });
  },
});
