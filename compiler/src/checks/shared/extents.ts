// Where partitions lie on a disk, and which of them lie on others.
import type { Partition } from '../../config.ts';

/** A half-open piece of a disk, in MiB. Bigints: the numbers of a config have 64 bits. */
export interface Extent {
  readonly start: bigint;
  readonly end: bigint;
}

/** What a partition takes; undefined where that is left to the machine. A size of 0 counts as one MiB, the start. */
export function extentOf({ fields: { start_mib, size_mib } }: Partition): Extent | undefined {
  if (start_mib === undefined || size_mib === undefined || start_mib.value === 0) return undefined;
  const start = BigInt(start_mib.value);
  const size = BigInt(size_mib.value);
  return { start, end: start + (size > 0n ? size : 1n) };
}

/** Extents that do not overlap, in order. */
export class ExtentMap<Item> {
  readonly #entries: { readonly extent: Extent; readonly item: Item }[] = [];

  /** Takes an extent in, or gives the entry that it overlaps. */
  add(extent: Extent, item: Item): { readonly extent: Extent; readonly item: Item } | undefined {
    const index = this.#firstEndingAfter(extent.start);
    const next = this.#entries[index];
    if (next !== undefined && next.extent.start < extent.end) return next;
    this.#entries.splice(index, 0, { extent, item });
    return undefined;
  }

  #firstEndingAfter(start: bigint): number {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && entry.extent.end <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
