// From a path in a config to what the language says of that place: the field, its shape, its page. Follows lists and objects
// of the spec at one point; never looks at values.
import { fieldsOf, outName, type Side, sourceNames } from '../../../spec/fields.ts';
import type { Point } from '../../../spec/gate.ts';
import { isOpen } from '../../../spec/gate.ts';
import type { Field, ObjectNode, SpecNode } from '../../../spec/model.ts';
import { type Spec, specsOf } from '../../../spec/resolve.ts';
import { config } from '../../../spec/shapes/config.ts';
import type { Path } from '../diagnostic/diagnostic.ts';

/** By which rules a text is read: a point of the version space, and the side of the compiler that the text is on. */
export interface Rules {
  readonly point: Point;
  readonly side: Side;
  /** Absent for Ignition JSON. */
  readonly spec?: Spec;
  /** What the document as a whole is; a config when absent. */
  readonly root?: ObjectNode;
}

export interface Place {
  readonly node: SpecNode;
  /** The field of the last key of the path; undefined at the root and below free keys. */
  readonly field: Field | undefined;
  /** The same place without indexes, in source names: `storage.files[].mode`. */
  readonly page: string;
}

/** What stands at a path; undefined where the language knows nothing. */
export function placeAt(path: Path, { point, side, root = config }: Rules): Place | undefined {
  let place: Place = { node: root, field: undefined, page: '' };
  for (const step of path) {
    const { node, page } = place;
    if (typeof step === 'number') {
      if (node.kind !== 'list') return undefined;
      place = { ...place, node: node.item, page: `${page}[]` };
    } else if (node.kind === 'object') {
      const name = side === 'output' ? (sourceNames(node, point).get(step) ?? step) : step;
      const field = fieldsOf(node, point, side).get(name);
      if (field === undefined) return undefined;
      place = { node: field.node, field, page: page === '' ? name : `${page}.${name}` };
    } else if (node.kind === 'map') {
      place = { node: node.value, field: undefined, page };
    } else return undefined;
  }
  return place;
}

/** A path of steps from a page: `storage.files[].mode` is storage, files, 0, mode. */
export function pathOfPage(page: string): Path {
  if (page === '') return [];
  return page.split('.').flatMap((part) => {
    const name = part.replace(/(?:\[\])+$/, '');
    return [name, ...Array.from({ length: (part.length - name.length) / 2 }, () => 0)];
  });
}

/** The field of a page wherever in the version space it is, with all gates on the way. */
function everywhere(page: string): readonly Field[] {
  const fields: Field[] = [];
  let node: SpecNode = config;
  for (const step of pathOfPage(page)) {
    if (typeof step === 'number') {
      if (node.kind === 'list') node = node.item;
      continue;
    }
    const field: Field | undefined = node.kind === 'object' ? node.fields[step] : undefined;
    if (field === undefined) return fields;
    fields.push(field);
    node = field.node;
  }
  return fields;
}

export interface Availability {
  /** The first version of the variant with the field; undefined when all have it. */
  readonly since?: string;
  /** The last version with it, when later ones lack it. */
  readonly until?: string;
}

/** In which versions of a spec's variant a field exists. */
export function availability(page: string, spec: Spec): Availability {
  const fields = everywhere(page);
  const versions = specsOf(spec.variant);
  const having = versions.filter(({ point }) => fields.every(({ gate }) => isOpen(gate, point)));
  const [first, last] = [having[0], having.at(-1)];
  return {
    ...(first && first !== versions[0] ? { since: first.version } : {}),
    ...(last && last !== versions.at(-1) ? { until: last.version } : {}),
  };
}

/** The name of a field where it is written. */
export function writtenName(name: string, field: Field, { side }: Rules): string {
  return side === 'output' ? outName(name, field) : name;
}
