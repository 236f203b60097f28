// What differs between two configs, as far as a machine would notice: entries are matched by their keys, the order of sets and the
// spelling of contents do not count. Gives data; how it is shown is for others.
import { fieldsOf, outName } from '../../../spec/fields.ts';
import { holds, type Point } from '../../../spec/gate.ts';
import type { Field, ListNode, ObjectNode } from '../../../spec/model.ts';
import { itemKey } from '../merge/item-key.ts';
import { argumentsByGroup } from '../merge/kernel-arguments.ts';
import { sameValue } from '../merge/same-value.ts';
import type { OutList, OutNode, OutObject } from '../output/nodes.ts';
import { isResource, type Payload, payloadOf, type Unpack } from './payload.ts';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** `storage.files[/etc/motd].mode`: names as in Ignition JSON, keys of entries in brackets; of an order, what has it. */
  readonly path: string;
  readonly before?: OutNode;
  readonly after?: OutNode;
  /** Contents on either side, unpacked, when the change is one of contents that the config itself carries. */
  readonly contents?: { readonly before?: Payload; readonly after?: Payload };
}

/** The changes from one config to the other, in the order of the spec and of the keys. */
export function diffObjects(
  before: OutObject | undefined,
  after: OutObject | undefined,
  spec: ObjectNode,
  point: Point,
  unpack?: Unpack,
): readonly Change[] {
  const differ = new Differ(point, unpack);
  differ.objects(before, after, spec, '');
  return differ.changes;
}

class Differ {
  readonly changes: Change[] = [];
  readonly #point: Point;
  readonly #unpack: Unpack | undefined;

  constructor(point: Point, unpack: Unpack | undefined) {
    this.#point = point;
    this.#unpack = unpack;
  }

  objects(before: OutObject | undefined, after: OutObject | undefined, spec: ObjectNode, path: string): void {
    const skipped = isResource(spec) ? this.#contents(before, after, path) : new Set<string>();
    for (const [name, field] of fieldsOf(spec, this.#point, 'output')) {
      if (skipped.has(name)) continue;
      this.#members(before?.fields[name], after?.fields[name], field, joined(path, outName(name, field)));
    }
  }

  /** Contents are compared by what they unpack to; the members that are done with by that are handed back. */
  #contents(before: OutObject | undefined, after: OutObject | undefined, path: string): ReadonlySet<string> {
    const [old, fresh] = [payloadOf(before, this.#unpack), payloadOf(after, this.#unpack)];
    const names = new Set(['source', 'compression']);
    if (old === undefined && fresh === undefined) return new Set();
    if (old && fresh && sameBytes(old.bytes, fresh.bytes)) return names;
    // One side fetches what the other carries: the members say it best.
    if ((old === undefined && before?.fields.source) || (fresh === undefined && after?.fields.source)) return new Set();
    const contents = { ...(old ? { before: old } : {}), ...(fresh ? { after: fresh } : {}) };
    this.changes.push({ kind: old ? (fresh ? 'changed' : 'removed') : 'added', path, contents });
    return names;
  }

  #members(before: OutNode | undefined, after: OutNode | undefined, field: Field, path: string): void {
    const { node } = field;
    if (node.kind === 'object') {
      this.objects(asObject(before), asObject(after), node, path);
    } else if (node.kind === 'list') {
      this.#lists(asList(before), asList(after), node, path);
    } else {
      const isNullable = holds(field.nullable, this.#point);
      const [old, fresh] = [before, after].map((value) => (isNullable || !isZero(value) ? value : undefined));
      this.#values(old, fresh, path);
    }
  }

  #values(before: OutNode | undefined, after: OutNode | undefined, path: string): void {
    if (before === undefined && after === undefined) return;
    if (before && after && sameValue(before, after)) return;
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    this.changes.push({ kind, path, ...(before ? { before } : {}), ...(after ? { after } : {}) });
  }

  #lists(before: OutList | undefined, after: OutList | undefined, spec: ListNode, path: string): void {
    const { merge: rule, item } = spec;
    const [old, fresh] = [before?.items ?? [], after?.items ?? []];
    if (rule.by === 'append' || rule.ordered) {
      // Their order means something, and so does the place of each.
      for (let index = 0; index < Math.max(old.length, fresh.length); index++) {
        this.#items(old[index], fresh[index], item, `${path}[${index}]`);
      }
      return;
    }
    const keys = (items: readonly OutNode[]): ReadonlyMap<string, OutNode> =>
      new Map(items.map((each) => [itemKey(each, rule.key), each]));
    const [oldByKey, freshByKey] = [keys(old), keys(fresh)];
    for (const key of [...new Set([...oldByKey.keys(), ...freshByKey.keys()])].sort()) {
      this.#items(oldByKey.get(key), freshByKey.get(key), item, `${path}[${key}]`);
    }
    if (rule.sequence && before && after) this.#orders(before, after, path);
  }

  /** Of kernel arguments the order of those of one group counts, as far as both sides have them. */
  #orders(before: OutList, after: OutList, path: string): void {
    const [old, fresh] = [before, after].map(({ items }) => argumentsByGroup(items));
    for (const [group, items] of [...(old ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const [left, right] = common(items, fresh?.get(group) ?? []);
      const isSame = left.length === right.length && left.every((item, index) => sameMember(item, right[index]));
      if (isSame) continue;
      const [was, is] = [
        { ...before, items: left },
        { ...after, items: right },
      ];
      this.changes.push({ kind: 'changed', path: `${path}[${group}]`, before: was, after: is });
    }
  }

  #items(before: OutNode | undefined, after: OutNode | undefined, spec: ListNode['item'], path: string): void {
    if (spec.kind !== 'object') {
      this.#values(before, after, path);
      return;
    }
    const [old, fresh] = [asObject(before), asObject(after)];
    if (old === undefined || fresh === undefined) {
      this.changes.push({
        kind: old ? 'removed' : 'added',
        path,
        ...(old ? { before: old } : {}),
        ...(fresh ? { after: fresh } : {}),
      });
      // What an entry is made of that comes or goes is seen below it, its contents above all.
    }
    this.objects(old, fresh, spec, path);
  }
}

/** The items of two lists that both have, each in the order of its list. */
function common(one: readonly OutNode[], other: readonly OutNode[]): readonly [readonly OutNode[], readonly OutNode[]] {
  const [left, right] = [one, other].map((items) => new Set(items.map((item) => itemKey(item, 'value'))));
  return [
    one.filter((item) => right?.has(itemKey(item, 'value'))),
    other.filter((item) => left?.has(itemKey(item, 'value'))),
  ];
}

function sameMember(one: OutNode, other: OutNode | undefined): boolean {
  return other !== undefined && sameValue(one, other);
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function asObject(node: OutNode | undefined): OutObject | undefined {
  return node?.kind === 'object' ? node : undefined;
}

function asList(node: OutNode | undefined): OutList | undefined {
  return node?.kind === 'list' ? node : undefined;
}

function isZero(value: OutNode | undefined): boolean {
  return (
    value === undefined || ((value.kind === 'text' || value.kind === 'int' || value.kind === 'bool') && !value.value)
  );
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
