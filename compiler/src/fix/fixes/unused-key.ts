// A key as it is spelled, or none.

import type { SpecNode } from '../../../../spec/model.ts';
import { config as configSpec } from '../../../../spec/shapes/config.ts';
import type { Path } from '../../diagnostic/diagnostic.ts';
import { renameKey } from '../../edit/replace.ts';
import { isInFlow } from '../../edit/source.ts';
import type { Pair } from '../../syntax/nodes.ts';
import { keyOf } from '../../syntax/resolve-scalar.ts';
import { defineFix, type Finding, type Fix } from '../fix.ts';
import { nodeAt, pairOf, pairOfKey } from '../shared/find.ts';
import { networkdToFiles } from '../shared/old-networkd.ts';
import { removePair } from '../shared/remove-member.ts';

export default defineFix({
  code: 'unused-key',
  fixes(finding): readonly Fix[] {
    const { diagnostic, document } = finding;
    const pair = pairOfKey(nodeAt(document.root, diagnostic.location.range));
    if (pair === undefined || isJson(finding)) return [];
    const removal: Fix = { title: 'remove the key', edits: removePair(finding, pair), safe: false, isPreferred: false };
    if (isOldFilesystem(finding, pair)) return [{ ...removal, safe: true, isPreferred: true }];
    if (diagnostic.path.length === 1 && keyOf(pair.key) === 'networkd') {
      const edits = networkdToFiles(document, pair);
      return [{ title: 'make files of its units', edits, safe: false, isPreferred: true }, removal];
    }
    const suggestion = diagnostic.data?.suggestion;
    const key = keyOf(pair.key) ?? '';
    if (typeof suggestion !== 'string' || pairOf(pair.parent, suggestion) !== undefined) return [removal];
    return [
      {
        title: `rename it to \`${suggestion}\``,
        edits: renameKey(document, pair, suggestion),
        // Ignition's `mountOptions`, or a dash: nothing else can be meant by that.
        safe: bare(key) === bare(suggestion) && fitsField(diagnostic.path, suggestion, pair),
        isPreferred: true,
      },
      removal,
    ];
  },
});

function bare(key: string): string {
  return key.replace(/[-_ ]/g, '').toLowerCase();
}

/** The fields of Ignition JSON go by other names, and its texts are quoted otherwise. */
function isJson({ document: { root } }: Finding): boolean {
  return root.kind === 'map' && root.style === 'flow' && isInFlow(root);
}

/** Container Linux Configs named the file system of a file; `root` is the only one that there is now. */
function isOldFilesystem({ diagnostic: { path } }: Finding, { value }: Pair): boolean {
  const [section, list, , member] = path;
  const isNode = section === 'storage' && ['files', 'directories', 'links'].includes(String(list));
  return isNode && member === 'filesystem' && path.length === 4 && value.kind === 'scalar' && value.text === 'root';
}

/** Whether the value has the shape that the field wants: what had no effect must not become an error. */
function fitsField(path: Path, name: string, { value }: Pair): boolean {
  let node: SpecNode | undefined = configSpec;
  for (const step of [...path.slice(0, -1), name]) {
    if (node?.kind === 'list') node = node.item;
    else node = node?.kind === 'object' ? node.fields[step]?.node : undefined;
  }
  if (node?.kind === 'list') return value.kind === 'seq';
  return node?.kind === 'object' || node?.kind === 'map' ? value.kind === 'map' : value.kind === 'scalar';
}
