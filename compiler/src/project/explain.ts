// Where each value of a merged config comes from: the place that gave it, and those that said something of it too. Follows keys, not
// positions, so that an entry is found in each fragment wherever it stands there. Gives data; how it is shown is for others.
import { fieldsOf, outName } from '../../../spec/fields.ts';
import type { Point } from '../../../spec/gate.ts';
import type { Field, ObjectNode, SpecNode } from '../../../spec/model.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Origin } from '../diagnostic/origin.ts';
import { itemKey } from '../merge/item-key.ts';
import { keyedItem } from '../merge/keyed-item.ts';
import { sameValue } from '../merge/same-value.ts';
import type { OutNode, OutObject } from '../output/nodes.ts';
import { nearest } from '../text/edit-distance.ts';
import { type MergeResult, pointOf } from './merged.ts';
import type { RaisedFragment } from './raise.ts';

/** One value that was asked for, with all that is in it. */
export interface Explanation {
  /** `storage.files[/etc/motd]`, in the names of Ignition JSON. */
  readonly path: string;
  readonly values: readonly ExplainedValue[];
}

export interface ExplainedValue {
  /** Below the path of the explanation; empty for itself. */
  readonly path: string;
  readonly value: OutNode;
  /** What gave it, and the fragment that it is in. */
  readonly origin: Origin;
  /** What other fragments say of it. */
  readonly others: readonly OtherValue[];
}

export interface OtherValue {
  readonly value: OutNode;
  /** The same value, so that either could have given it; otherwise it was overridden. */
  readonly isSame: boolean;
}

/** A way from the root to a value: fields by name, items by key or, where they have none, by index. */
type Step = { readonly field: string } | { readonly key: string; readonly list: ListKey } | { readonly index: number };
type ListKey = Parameters<typeof itemKey>[1];

interface Found {
  readonly steps: readonly Step[];
  readonly path: string;
  readonly value: OutNode;
  readonly spec: SpecNode;
}

/**
 * Explains what `query` means in a result: the path of a file, directory or link; the name of a unit, user, group, array or volume; a
 * device; or a JSON pointer. Nothing when there is no such thing.
 */
export function explain(
  query: string,
  { config, version }: MergeResult,
  fragments: readonly RaisedFragment[],
): readonly Explanation[] {
  const explainer = new Explainer(pointOf(version), fragments);
  const pointed = explainer.pointer(config, query);
  const found = explainer.named(config, query);
  // A path such as `/storage/files/0` is a pointer only when no entry is called so.
  const chosen = found.length > 0 ? found : pointed ? [pointed] : [];
  return chosen.map((each) => ({ path: each.path, values: explainer.values(each) }));
}

/**
 * What somebody may have meant who asked for something that is not there: an entry whose path ends in it or that is spelled nearly
 * so, or the JSON pointer of a field of that name.
 */
export function suggest(query: string, { config, version, isMachineConfig }: MergeResult): string | undefined {
  const explainer = new Explainer(pointOf(version), []);
  const names: string[] = [];
  let pointer: string | undefined;
  const visit = (each: Found, at: string): void => {
    const last = each.steps.at(-1);
    if (last && 'key' in last) names.push(last.key);
    if (last && 'field' in last && lastName(each.path) === query)
      pointer ??= isMachineConfig ? inMachineConfig(at) : at;
    for (const [index, child] of explainer.childrenOf(each).entries()) {
      visit(child, `${at}/${each.value.kind === 'list' ? index : lastName(child.path)}`);
    }
  };
  visit(rootOf(config), '');
  return names.find((name) => name.endsWith(`/${query}`)) ?? pointer ?? nearest(query, names);
}

/** A pointer into what `explain` shows, as one into a printed MachineConfig. */
function inMachineConfig(pointer: string): string {
  if (pointer.startsWith('/metadata/')) return pointer;
  return pointer.startsWith('/openshift/') ? pointer.replace('/openshift/', '/spec/') : `/spec/config${pointer}`;
}

/** The other way round. */
function outOfMachineConfig(pointer: string): string {
  return pointer.replace(/^\/spec\/config(?=\/|$)/, '').replace(/^\/spec\//, '/openshift/');
}

class Explainer {
  readonly #point: Point;
  readonly #fragments: readonly RaisedFragment[];

  constructor(point: Point, fragments: readonly RaisedFragment[]) {
    this.#point = point;
    this.#fragments = fragments;
  }

  /** All entries of lists that are called `name`. */
  named(config: OutObject, name: string): readonly Found[] {
    const found: Found[] = [];
    const visit = (each: Found): void => {
      const last = each.steps.at(-1);
      if (last && 'key' in last && last.key === name) found.push(each);
      else for (const child of this.childrenOf(each)) visit(child);
    };
    visit(rootOf(config));
    return found;
  }

  pointer(config: OutObject, text: string): Found | undefined {
    if (!text.startsWith('/')) return undefined;
    let at: Found | undefined = rootOf(config);
    // In a MachineConfig the Ignition config lies deeper.
    for (const step of outOfMachineConfig(text).split('/').slice(1)) {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const children: readonly Found[] = at ? this.childrenOf(at) : [];
      at = at?.value.kind === 'list' ? children[Number(name)] : children.find((child) => lastName(child.path) === name);
    }
    return at;
  }

  values(root: Found): readonly ExplainedValue[] {
    const values: ExplainedValue[] = [];
    const visit = (each: Found): void => {
      const children = this.childrenOf(each);
      if (children.length > 0) for (const child of children) visit(child);
      else values.push(this.#explained(each, root.path));
    };
    visit(root);
    return values;
  }

  #explained({ steps, path, value }: Found, from: string): ExplainedValue {
    const others = this.#fragments.flatMap(({ config }): readonly OtherValue[] => {
      const other = follow(config, steps);
      if (other === undefined || other.origin === value.origin) return [];
      return [{ value: other, isSame: sameValue(other, value) }];
    });
    return { path: path.slice(from.length).replace(/^\./, ''), value, origin: value.origin, others };
  }

  /** What is in a value: members of an object, items of a list. */
  childrenOf({ steps, path, value, spec }: Found): readonly Found[] {
    if (value.kind === 'object' && spec.kind === 'object') return this.#members(steps, path, value, spec);
    if (value.kind !== 'list' || spec.kind !== 'list') return [];
    const { merge: rule, item } = spec;
    return value.items.map((each, index): Found => {
      if (rule.by !== 'key')
        return { steps: [...steps, { index }], path: `${path}[${index}]`, value: each, spec: item };
      const key = itemKey(each, rule.key);
      // A text that is its own key says so itself.
      const shown = rule.key === 'value' ? '' : key;
      return { steps: [...steps, { key, list: rule.key }], path: `${path}[${shown}]`, value: each, spec: item };
    });
  }

  #members(steps: readonly Step[], path: string, object: OutObject, spec: ObjectNode): readonly Found[] {
    return [...fieldsOf(spec, this.#point, 'output')].flatMap(([name, field]: [string, Field]) => {
      const value = object.fields[name];
      if (value === undefined) return [];
      const out = outName(name, field);
      const below = path === '' ? out : `${path}.${out}`;
      return [{ steps: [...steps, { field: name }], path: below, value, spec: field.node }];
    });
  }
}

function rootOf(config: OutObject): Found {
  return { steps: [], path: '', value: config, spec: configSpec };
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The value at the same place of another config. Items without a key have no place there. */
function follow(root: OutNode, steps: readonly Step[]): OutNode | undefined {
  let at: OutNode | undefined = root;
  for (const step of steps) {
    if (at === undefined || 'index' in step) return undefined;
    if ('field' in step) at = at.kind === 'object' ? at.fields[step.field] : undefined;
    else at = at.kind === 'list' ? keyedItem(at, step.list, step.key) : undefined;
  }
  return at;
}
