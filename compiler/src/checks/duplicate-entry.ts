import { fieldsOf } from '../../../spec/fields.ts';
import type { Point } from '../../../spec/gate.ts';
import type { ItemKey, ListNode, ObjectNode, SpecNode } from '../../../spec/model.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { itemKey } from '../merge/item-key.ts';
import type { OutList, OutNode, OutObject } from '../output/nodes.ts';
import { type CheckContext, check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'duplicate-entry',
  severity: 'error',
  docs: {
    what: 'Two entries of a list have the same key: the same path, name, device, source or, in a list of texts, the same text. Files, directories and links share their paths, and so do the kernel arguments to be added and to be removed.',
    why: 'The entries contradict each other or one of them is superfluous, and merging configs would keep only one of them; Ignition refuses the config.',
    fix: 'Merge the entries into one, or give one of them another key.',
  },
  side: 'output',
  on: '',
  run(config, context) {
    searchObject(config, configSpec, context);
  },
});

type Tables = Map<string, Map<string, OutNode>>;

function searchObject(object: OutObject, spec: ObjectNode, context: CheckContext): void {
  // Lists of one group have one table, so that an entry of one list is found by another.
  const tables: Tables = new Map();
  for (const [name, node] of membersToSearch(spec, context.point)) {
    const value = object.fields[name];
    if (value === undefined || isDropped(name, spec, context)) continue;
    if (node.kind === 'object') {
      if (value.kind === 'object') searchObject(value, node, context);
    } else if (value.kind === 'list') {
      searchList(value, name, node, tables, context);
      if (node.item.kind !== 'object') continue;
      for (const item of value.items) if (item.kind === 'object') searchObject(item, node.item, context);
    }
  }
}

type Members = readonly (readonly [name: string, node: ObjectNode | ListNode])[];

const membersOf = new WeakMap<ObjectNode, WeakMap<Point, Members>>();

/** The members that are lists with keys, or have such lists in them: few of all that there are. */
function membersToSearch(spec: ObjectNode, point: Point): Members {
  let byPoint = membersOf.get(spec);
  if (byPoint === undefined) {
    byPoint = new WeakMap();
    membersOf.set(spec, byPoint);
  }
  let members = byPoint.get(point);
  if (members === undefined) {
    members = [...fieldsOf(spec, point, 'output')].flatMap(([name, { node }]) =>
      (node.kind === 'object' || node.kind === 'list') && hasKeys(node, point) ? [[name, node] as const] : [],
    );
    byPoint.set(point, members);
  }
  return members;
}

function hasKeys(node: SpecNode, point: Point): boolean {
  if (node.kind === 'object') return membersToSearch(node, point).length > 0;
  return node.kind === 'list' && (node.merge.by === 'key' || hasKeys(node.item, point));
}

/** Bare Ignition JSON has nothing of what stands around it in a MachineConfig. */
function isDropped(name: string, spec: ObjectNode, context: CheckContext): boolean {
  return context.raw && spec === configSpec && name === 'openshift';
}

function searchList(
  list: OutList,
  name: string,
  { merge: rule }: ListNode,
  tables: Tables,
  context: CheckContext,
): void {
  if (rule.by !== 'key') return;
  const table = tables.get(rule.group ?? name) ?? new Map<string, OutNode>();
  tables.set(rule.group ?? name, table);
  for (const item of list.items) {
    if (isKeyUnknown(item, rule.key)) continue;
    const key = itemKey(item, rule.key);
    const first = table.get(key);
    if (first === undefined) {
      table.set(key, item);
      continue;
    }
    context.report(item, messageOf(item, rule.key), {
      // Directories are looked at before files, wherever they stand.
      notes: [noteAt(first, startOf(first) < startOf(item) ? 'first defined here' : 'also defined here')],
      data: { list: name, key },
    });
  }
}

function startOf({ origin }: OutNode): number {
  return origin.at().location.range.start;
}

/** What could not be read may be anything, and the same as nothing else. */
function isKeyUnknown(item: OutNode, key: ItemKey): boolean {
  if (key === 'value' || item.kind !== 'object') return false;
  const members = key === 'partition' ? ['number', 'label'] : [key.field];
  return members.some((member) => {
    const value = item.fields[member];
    if (value === undefined) return item.origin.at(member).damaged;
    // Only sugar has values that are there and yet unknown; places are costly to make for every item.
    return value.origin.by !== undefined && value.origin.at().damaged;
  });
}

function messageOf(item: OutNode, key: ItemKey): string {
  const again = 'is here a second time; merge the entries or remove one of them';
  if (item.kind === 'text') return `${quoted(item.value)} is here a second time; remove one of them`;
  if (item.kind !== 'object') return `the entry ${again}`;
  const member = key === 'partition' ? partitionMember(item) : key === 'value' ? '' : key.field;
  const value = item.fields[member];
  if (value?.kind === 'int') return `${member} \`${value.value}\` ${again}`;
  if (value?.kind !== 'text' || value.value === '') {
    return `this is a second entry without \`${member}\`; give each one of its own, or remove one of them`;
  }
  // The data itself stands in the source only where it was not made by sugar.
  return member === 'source' && value.origin.by !== undefined
    ? `the same data ${again}`
    : `${member} ${quoted(value.value)} ${again}`;
}

function partitionMember({ fields: { number } }: OutObject): string {
  return number?.kind === 'int' && number.value !== 0 ? 'number' : 'label';
}
