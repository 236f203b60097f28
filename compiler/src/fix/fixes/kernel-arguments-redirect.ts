// Kernel arguments in the section from which OpenShift takes them.
import { insertItem } from '../../edit/insert.ts';
import { renameKey } from '../../edit/replace.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineFix, type Finding } from '../fix.ts';
import { nodeOf, pairOf } from '../shared/find.ts';
import { removePair } from '../shared/remove-member.ts';
import { setMember } from '../shared/required.ts';

export default defineFix({
  code: 'kernel-arguments-redirect',
  fixes: (finding) => [
    {
      title: 'move them to `openshift.kernel_arguments`',
      edits: moved(finding),
      safe: true,
      isPreferred: true,
    },
  ],
});

function moved(finding: Finding): readonly TextEdit[] {
  const { root, text } = finding.document;
  const pair = root.kind === 'map' ? pairOf(root, 'kernel_arguments') : undefined;
  const section = pair?.value;
  // What must not exist has no equivalent there.
  if (pair === undefined || section?.kind !== 'map' || section.pairs.length !== 1) return [];
  const items = nodeOf(section, ['should_exist']);
  if (items?.kind !== 'seq') return [];
  const values = items.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  if (values.length !== items.items.length) return [];
  const path = ['openshift', 'kernel_arguments'];
  const list = nodeOf(root, path);
  const [inner] = section.pairs;
  if (nodeOf(root, ['openshift']) === undefined && inner !== undefined) {
    // Nothing but two names is different then.
    return [...renameKey(pair, 'openshift'), ...renameKey(inner, 'kernel_arguments')];
  }
  // Comments would be lost.
  if (text.slice(pair.range.start, pair.range.end).includes('#')) return [];
  if (list?.kind !== 'seq') return [...removePair(finding, pair), ...setMember(finding, path, values)];
  const present = new Set(list.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])));
  const added = values.filter((value) => !present.has(value));
  return [...removePair(finding, pair), ...added.flatMap((value) => insertItem(finding.document, list, value))];
}
