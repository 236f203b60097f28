// The files, directories and links of a config by their path, and disks by their device.
import type { Disk } from '../../config.ts';
import type { OutObject, OutText } from '../../output/nodes.ts';
import { isDamaged } from './damage.ts';
import { groupBy, perConfig } from './per-config.ts';

/** Links by path. */
export const linksByPath = perConfig(({ fields }) => byPath(fields.storage?.fields.links?.items));

/** How long the paths of links are, so that only those beginnings of another path need to be looked up. */
export const linkPathLengths = perConfig(
  (config) => new Set([...linksByPath(config).keys()].map((path) => path.length)),
);

/** Directories by path. */
export const directoriesByPath = perConfig(({ fields }) => byPath(fields.storage?.fields.directories?.items));

/** Disks by device; of two with the same device, which is an error, the later one. */
export const diskByDevice = perConfig(({ fields }): ReadonlyMap<string, Disk> => {
  const disks = fields.storage?.fields.disks?.items ?? [];
  return new Map(disks.map((disk) => [disk.fields.device?.value ?? '', disk]));
});

type WithPath = OutObject<{ readonly path?: OutText | undefined }>;

/** An entry without a path, which is an error of its own, goes by the empty one; one whose path is not known by none. */
function byPath<Node extends WithPath>(items: readonly Node[] = []): ReadonlyMap<string, readonly Node[]> {
  const known = items.filter((item) => item.fields.path !== undefined || !isDamaged(item, 'path'));
  return groupBy(known, ({ fields }) => fields.path?.value ?? '');
}
