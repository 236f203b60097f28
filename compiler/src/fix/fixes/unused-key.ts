// A key as it is spelled, or none.
import type { Path } from '../../diagnostic/diagnostic.ts';
import { renameKey } from '../../edit/replace.ts';
import { isInFlow } from '../../edit/source.ts';
import type { Pair } from '../../syntax/nodes.ts';
import { keyOf } from '../../syntax/resolve-scalar.ts';
import { defineFix, type Finding, type Fix } from '../fix.ts';
import { nodeAt, pairOf, pairOfKey } from '../shared/find.ts';
import { fits, putInPlace, specAt } from '../shared/misplaced.ts';
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
    const { suggestion, levelsUp, below } = diagnostic.data ?? {};
    const isElsewhere = levelsUp !== undefined || below !== undefined;
    const replacing = isElsewhere ? putInPlace(document, pair, diagnostic.path) : undefined;
    if (replacing) return [{ ...replacing, safe: false, isPreferred: true }, removal];
    const key = keyOf(pair.key) ?? '';
    if (typeof suggestion !== 'string' || pairOf(pair.parent, suggestion) !== undefined) return [removal];
    return [
      {
        title: `rename it to \`${suggestion}\``,
        edits: renameKey(pair, suggestion),
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

function fitsField(path: Path, name: string, { value }: Pair): boolean {
  const node = specAt([...path.slice(0, -1), name]);
  return node === undefined ? value.kind === 'scalar' : fits({ node }, value);
}
