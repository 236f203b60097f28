import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';

export default check({
  code: 'tree-local-required',
  severity: 'error',
  docs: {
    what: 'An entry of `storage.trees` does not say which directory to copy.',
    why: 'There is nothing to copy; the files directory as a whole is not meant by an empty name.',
    fix: 'Set `local` to a directory of the files directory, for example `local: rootfs`; `local: .` stands for all of it.',
  },
  side: 'source',
  on: 'storage.trees[]',
  run(tree, context) {
    const { local } = tree.fields;
    if ((local !== undefined && local.value !== '') || isDamaged(tree, 'local')) return;
    context.report(tree, 'a tree needs `local`; name the directory to copy, relative to the files directory');
  },
});
