import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { sourceOf } from './shared/resources.ts';

export default check({
  code: 'cex-with-key-file',
  severity: 'error',
  docs: {
    what: 'A LUKS volume is to be unlocked with a Crypto Express card (`cex`) and has a `key_file` as well.',
    why: 'The key of such a volume is made by the card and never leaves it; another key has no place there.',
    fix: 'Keep one of the two.',
  },
  side: 'output',
  on: 'storage.luks[]',
  run({ fields: { cex, key_file } }, context) {
    if (cex?.fields.enabled?.value !== true || key_file === undefined || sourceOf(key_file) === undefined) return;
    const notes = [noteAt(key_file, '`key_file` is here')];
    context.report(cex, '`cex` cannot be combined with `key_file`; keep one of them', { notes });
  },
});
