// Regions inside of regions: a unit in a string of JSON that stands in a scalar of YAML.
import type { Region } from './region.ts';

/** A region inside a region, seen from the source of the outer one. */
export function innerRegion(outer: Region, inner: Region): Region {
  return {
    text: inner.text,
    toSource: (offset) => outer.toSource(inner.toSource(offset)),
    toSourceRange: (range) => outer.toSourceRange(inner.toSourceRange(range)),
    toInner(offset) {
      const between = outer.toInner(offset);
      return between === undefined ? undefined : inner.toInner(between);
    },
    write: (text) => outer.write(inner.write(text)),
  };
}
