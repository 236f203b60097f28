// How wide the pieces of a disk are drawn. Sizes that are given are to scale among each other, on one scale for all disks; pieces
// that would be too narrow to read are widened; a piece without a size takes what is left. Knows no page.

export interface Sized {
  readonly sizeMib?: number | undefined;
}

export interface Slice {
  readonly x: number;
  readonly width: number;
}

/** Widths in pixels of the pieces of each volume, which are `width` pixels wide all together. */
export function slices(
  volumes: readonly (readonly Sized[])[],
  width: number,
  least: number,
): readonly (readonly Slice[])[] {
  const scale = Math.max(...volumes.map((pieces) => known(pieces) / room(pieces, width, least)), 0);
  return volumes.map((pieces) => slicesOf(pieces, width, least, scale));
}

function known(pieces: readonly Sized[]): number {
  return pieces.reduce((sum, { sizeMib = 0 }) => sum + sizeMib, 0);
}

/** What pieces without a size leave for those with one: each takes a quarter, all together at most half. */
function room(pieces: readonly Sized[], width: number, least: number): number {
  const open = pieces.filter(({ sizeMib }) => sizeMib === undefined).length;
  return Math.max(least, width - Math.min(width / 2, (open * width) / 4));
}

function slicesOf(pieces: readonly Sized[], width: number, least: number, scale: number): readonly Slice[] {
  const wanted = pieces.map(({ sizeMib }) => (sizeMib === undefined || scale === 0 ? 0 : sizeMib / scale));
  const widened = wanted.map((each) => Math.max(each, least));
  const open = pieces.flatMap(({ sizeMib }, index) => (sizeMib === undefined ? [index] : []));
  const left = width - widened.reduce((sum, each) => sum + each, 0);
  // What is left belongs to the pieces without a size; a lack is taken from the widest in proportion.
  if (left > 0) for (const index of open) widened[index] = (widened[index] ?? 0) + left / open.length;
  if (left < 0) shrink(widened, -left, least);
  let x = 0;
  return widened.map((each) => {
    const slice = { x, width: each };
    x += each;
    return slice;
  });
}

function shrink(widths: number[], lack: number, least: number): void {
  const spare = widths.reduce((sum, each) => sum + Math.max(0, each - least), 0);
  if (spare === 0) return;
  const share = Math.min(1, lack / spare);
  for (const [index, each] of widths.entries()) widths[index] = each - Math.max(0, each - least) * share;
}

/** `512 MiB`, `20 GiB`, `1.5 TiB`. */
export function mibText(mib: number): string {
  const [value, unit] = mib >= 1048576 ? [mib / 1048576, 'TiB'] : mib >= 1024 ? [mib / 1024, 'GiB'] : [mib, 'MiB'];
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
}
