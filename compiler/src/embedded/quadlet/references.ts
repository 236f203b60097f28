// The other quadlets that a quadlet names: volumes, networks, pods, images and builds, by their file names.
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import type { SourceRange } from '../../text/range.ts';
import type { UnitView } from '../unit-syntax/view.ts';

export interface QuadletReference {
  /** The file name, such as `db.volume`. */
  readonly file: string;
  readonly relation: string;
  readonly range: SourceRange;
}

/** Which endings are names of quadlets in the values of a key; the value of a pod is never anything else. */
const keys: { readonly [key: string]: RegExp } = {
  Image: /^[^/:]+\.(?:image|build)$/,
  Network: /^[^/:]+\.(?:network|container)(?=:|$)/,
  Pod: /^[^/:]+\.pod$/,
  Volume: /^[^/:]+\.volume(?=:|$)/,
  Mount: /(?:^|,)(?:source|src)=([^/,:]+\.(?:volume|image|build))(?=,|$)/,
};

export function quadletReferences(view: UnitView): readonly QuadletReference[] {
  const section = quadletKinds[view.file.type]?.section;
  if (section === undefined) return [];
  return Object.entries(keys).flatMap(([relation, pattern]) => {
    // The image that an image quadlet pulls is never another quadlet.
    if (relation === 'Image' && view.file.type === 'image') return [];
    return view.list(section, relation).flatMap(({ value }) => {
      const match = pattern.exec(value.text);
      if (match === null || match[0].includes('%')) return [];
      const file = match[1] ?? match[0];
      const start = match.index + match[0].length - file.length;
      return [{ file, relation, range: value.rangeOf(start, start + file.length) }];
    });
  });
}
