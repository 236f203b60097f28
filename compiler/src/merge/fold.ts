// Merges any number of configs whose order has no meaning, driven by the merge rules of the spec: what is the same folds, what
// complements each other combines, and what contradicts each other is handed back as a clash with everybody who contributes
// to it. Knows no field by name, and reports nothing itself.
import { fieldsOf } from '../../../spec/fields.ts';
import { holds, type Point } from '../../../spec/gate.ts';
import type { Field, ListNode, ObjectNode } from '../../../spec/model.ts';
import type { Out, OutList, OutNode, OutObject } from '../output/nodes.ts';
import { type FoldContext, type Given, isOf, onlyOne, type Place, withLast } from './fold-context.ts';
import { foldGroups } from './fold-groups.ts';
import { foldMaps } from './fold-maps.ts';
import { foldSequence } from './fold-sequence.ts';
import { itemKey } from './item-key.ts';
import { canonical, sameSequence, sameValue } from './same-value.ts';

/**
 * Folds configs of one spec into one. `given` is in the order in which later ones win where one has to; the result does not
 * depend on it as long as there are no clashes. Members of sugar have no place in the result.
 */
export function fold<N extends ObjectNode>(
  given: readonly Given<Out<N>>[],
  spec: N,
  point: Point,
  context: FoldContext,
): Out<N> | undefined {
  const folder = new Folder(point, context);
  const objects = given as readonly Given[] as readonly Given<OutObject>[];
  return folder.objects(objects, spec, { path: '', subject: '' }) as Out<N> | undefined;
}

class Folder {
  readonly #point: Point;
  readonly #context: FoldContext;

  constructor(point: Point, context: FoldContext) {
    this.#point = point;
    this.#context = context;
  }

  objects(given: readonly Given<OutObject>[], spec: ObjectNode, place: Place): OutObject | undefined {
    const last = given.at(-1);
    if (last === undefined) return undefined;
    if (given.length === 1) return last.value;
    const kept = foldGroups(given, spec, this.#point, place, this.#context);
    const fields: Record<string, OutNode> = {};
    const known = [...fieldsOf(spec, this.#point, 'output')];
    // What others are about comes first, because they go with its winner.
    for (const [name, field] of [
      ...known.filter(isSubject(known)),
      ...known.filter((each) => !isSubject(known)(each)),
    ]) {
      const members = membersOf(withSubject(kept, field.about, fields), name);
      const folded = this.#members(members, field, below(place, name));
      if (folded !== undefined) fields[name] = folded;
    }
    for (const [name, field] of known) {
      if (field.voids !== undefined && this.#isLifted(kept, name, field.voids, fields, place)) delete fields[name];
    }
    return { kind: 'object', fields, origin: last.value.origin };
  }

  /** Whether a member that makes another one void gives way, because another config's value of that one is meant to win. */
  #isLifted(
    given: readonly Given<OutObject>[],
    name: string,
    voided: string,
    fields: Readonly<Record<string, OutNode>>,
    place: Place,
  ): boolean {
    if (!isTrue(fields[name]) || !isTrue(fields[voided])) return false;
    const voiding = membersOf(given, name).filter(({ value }) => isTrue(value));
    // One that denies the member as well contradicts the others by that already.
    const open = given.filter(({ value }) => value.fields[name] === undefined);
    const without = membersOf(open, voided).filter(({ value }) => isTrue(value));
    if (without.length === 0 || voiding.length === 0) return false;
    const clash = { kind: 'void', ...below(place, name), given: [...without, ...voiding] } as const;
    return without.includes(this.#context.clash(clash));
  }

  #members(given: readonly Given[], field: Field, place: Place): OutNode | undefined {
    const { node } = field;
    if (given.length <= 1) return given[0]?.value;
    switch (node.kind) {
      case 'object':
        return this.objects(given.filter(isOf('object')), node, place);
      case 'list':
        return this.#lists(given.filter(isOf('list')), node, place);
      case 'map':
        return foldMaps(given.filter(isOf('map')), place, this.#context);
      default:
        return this.#scalars(given, field, place);
    }
  }

  #scalars(given: readonly Given[], field: Field, place: Place): OutNode | undefined {
    // Where absent and empty are the same, an empty one says nothing.
    const said = holds(field.nullable, this.#point) ? given : given.filter(({ value }) => !isZero(value));
    if (said.length === 0) return given[0]?.value;
    const last = said.at(-1);
    if (said.every(({ value }) => last === undefined || sameValue(value, last.value))) return canonical(said);
    const { prevails } = field;
    return this.#context.clash({ kind: 'value', ...place, given: said, ...(prevails ? { prevails } : {}) }).value;
  }

  #lists(given: readonly Given<OutList>[], spec: ListNode, place: Place): OutList | undefined {
    const filled = given.filter(({ value }) => value.items.length > 0);
    const last = filled.at(-1);
    if (last === undefined || filled.length === 1) return last?.value ?? given[0]?.value;
    const { merge: rule } = spec;
    if (rule.by === 'append') return this.#ordered(filled, place, () => filled.flatMap(({ value }) => value.items));
    const keys = filled.map(({ value }) => value.items.map((item) => itemKey(item, rule.key)));
    const items = (): OutNode[] => this.#items(filled, spec, place);
    const isSame = sameSequence(keys);
    if (rule.sequence)
      return { ...last.value, items: isSame ? last.value.items : foldSequence(filled, place, this.#context) };
    if (rule.ordered && !isSame) return this.#ordered(filled, place, items);
    const folded = items();
    // Lists that agree on an order keep it.
    if (!isSame) folded.sort((one, other) => compareKeys(itemKey(one, rule.key), itemKey(other, rule.key)));
    return { ...last.value, items: folded };
  }

  /** A list whose order has a meaning: the same from all, or else nobody knows which part comes first. */
  #ordered(given: readonly Given<OutList>[], place: Place, join: () => readonly OutNode[]): OutList {
    const [first] = given;
    const last = withLast(given);
    if (first && given.every(({ value }) => sameValue(value, first.value))) {
      const chosen = canonical(given);
      return chosen.kind === 'list' ? chosen : first.value;
    }
    this.#context.clash({ kind: 'order', ...place, given });
    return { ...last.value, items: join() };
  }

  /** The items by key, each folded from all that have it, in the order in which they first appear. */
  #items(given: readonly Given<OutList>[], spec: ListNode, place: Place): OutNode[] {
    const { merge: rule, item: itemSpec } = spec;
    if (rule.by !== 'key') return [];
    const byKey = new Map<string, Given[]>();
    for (const { from, value } of given) {
      for (const item of value.items) {
        const key = itemKey(item, rule.key);
        const known = byKey.get(key);
        if (known) known.push({ from, value: item });
        else byKey.set(key, [{ from, value: item }]);
      }
    }
    return [...byKey].flatMap(([key, items]): readonly OutNode[] => {
      const only = onlyOne(items);
      if (only) return [only.value];
      const inner = { path: `${place.path}[]`, subject: key };
      if (itemSpec.kind !== 'object') return [canonical(items)];
      const objects = items.filter(isOf('object'));
      if (rule.removal && this.#isRemoved(objects, inner)) return [];
      const folded = this.objects(objects, itemSpec, inner);
      return folded === undefined ? [] : [folded];
    });
  }

  /** An entry without a value takes away that of others, and so contradicts one with a value. */
  #isRemoved(given: readonly Given<OutObject>[], place: Place): boolean {
    const isEmpty = ({ value }: Given<OutObject>): boolean => value.fields.value === undefined;
    if (given.every(isEmpty) || !given.some(isEmpty)) return false;
    const winner = this.#context.clash({ kind: 'value', ...below(place, 'value'), given });
    return winner.value.kind === 'object' && winner.value.fields.value === undefined;
  }
}

type Members = readonly (readonly [string, Field])[];

/** Whether another member is about this one. */
function isSubject(fields: Members): (member: Members[number]) => boolean {
  return ([name]) => fields.some(([, { about }]) => about === name);
}

function membersOf(given: readonly Given<OutObject>[], name: string): readonly Given[] {
  return given.flatMap(({ from, value }): readonly Given[] => {
    const member = value.fields[name];
    return member === undefined ? [] : [{ from, value: member }];
  });
}

/** Those whose own value of what a member is about is the folded one, or who have none. */
function withSubject(
  given: readonly Given<OutObject>[],
  about: string | undefined,
  fields: Readonly<Record<string, OutNode>>,
): readonly Given<OutObject>[] {
  const subject = about === undefined ? undefined : fields[about];
  if (about === undefined || subject === undefined) return given;
  return given.filter(({ value }) => {
    const own = value.fields[about];
    return own === undefined || sameValue(own, subject);
  });
}

function isTrue(value: OutNode | undefined): boolean {
  return value?.kind === 'bool' && value.value;
}

function below({ path, subject }: Place, name: string): Place {
  return { path: path === '' ? name : `${path}.${name}`, subject };
}

function isZero(value: OutNode): boolean {
  return (value.kind === 'text' || value.kind === 'int' || value.kind === 'bool') && !value.value;
}

/** Runs of digits in keys count as numbers, so that the ninth partition comes before the tenth. */
function compareKeys(one: string, other: string): number {
  const [left, right] = [numberKey.exec(one), numberKey.exec(other)];
  if (left && right) return Number(left[1]) - Number(right[1]);
  return one < other ? -1 : one > other ? 1 : 0;
}

const numberKey = /^number:([0-9]+)$/;
