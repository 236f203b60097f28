// The kernel argument without which the root volume cannot be opened.
import { insertItem } from '../../edit/insert.ts';
import { defineFix } from '../fix.ts';
import { nodeOf } from '../shared/find.ts';
import { setMember } from '../shared/required.ts';

export default defineFix({
  code: 'cex-kernel-argument-missing',
  fixes(finding) {
    const argument = finding.diagnostic.data?.argument;
    if (typeof argument !== 'string') return [];
    const path = ['openshift', 'kernel_arguments'];
    const list = nodeOf(finding.document.root, path);
    const edits =
      list?.kind === 'seq' ? insertItem(finding.document, list, argument) : setMember(finding, path, [argument]);
    return [{ title: `add \`${argument}\``, edits, safe: true, isPreferred: true }];
  },
});
