// Keys of Ignition JSON that no field has, and objects that are null: what Ignition warns about. It compares the text with
// its types: keys must be spelled exactly, and of a key that comes again only the last one counts.
import { outName, sourceNames } from '../../spec/fields.ts';
import { holds, isOpen, type Point } from '../../spec/gate.ts';
import type { ObjectNode } from '../../spec/model.ts';
import { ignitionSpecs } from '../../spec/resolve.ts';
import { foldKey } from './bind-json.ts';
import type { Binding } from './binding.ts';
import opaqueSection from './checks/opaque-section.ts';
import unusedKey from './checks/unused-key.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic, Path } from './diagnostic/diagnostic.ts';
import type { MapNode, Pair, SyntaxNode } from './syntax/nodes.ts';
import { nearest } from './text/edit-distance.ts';

/**
 * The warnings about keys and null objects of an Ignition config with its bindings. Nobody looks behind a key that is not
 * spelled right, nor at what a later spelling of the same key has made shorter or absent.
 */
export function checkJsonKeys(root: Binding, point: Point): readonly Diagnostic[] {
  const walker = new KeyWalker(root.document.uri, point);
  walker.walk(root.document.root, root);
  return walker.diagnostics;
}

class KeyWalker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #uri: string;
  readonly #point: Point;

  constructor(uri: string, point: Point) {
    this.#uri = uri;
    this.#point = point;
  }

  /** `node` is the last one that is written under the exact keys; the binding may have come of other ones too. */
  walk(node: SyntaxNode, binding: Binding): void {
    const { spec } = binding;
    if (spec.kind === 'list' && spec.item.kind === 'object' && node.kind === 'seq') {
      for (const [index, item] of binding.items?.entries() ?? []) {
        const itemNode = node.items[index];
        if (itemNode) this.walk(itemNode, item);
      }
    } else if (spec.kind === 'object') {
      if (node.kind === 'map') this.#object(node, spec, binding);
      else if (node.kind === 'scalar' && node.style === 'plain' && node.text === 'null') this.#null(node, binding);
    }
  }

  #object(node: MapNode, spec: ObjectNode, binding: Binding): void {
    const names = sourceNames(spec, this.#point);
    for (const [key, pair] of lastPairs(node)) {
      const name = names.get(key);
      if (name === undefined) this.#unused(pair, key, spec, binding.path);
      else {
        const member = binding.members?.get(name);
        if (member) this.walk(pair.value, member);
      }
    }
  }

  #unused(pair: Pair, key: string, spec: ObjectNode, path: Path): void {
    const place = { location: { uri: this.#uri, range: pair.key.range }, path: [...path, key] };
    const names = [...sourceNames(spec, this.#point).keys()];
    const folded = names.find((name) => foldKey(name) === foldKey(key));
    if (folded !== undefined) {
      const message = `\`${key}\` counts as \`${folded}\` although it is spelled otherwise; write \`${folded}\``;
      this.diagnostics.push(report(unusedKey, place, message, { data: { key, suggestion: folded } }));
      return;
    }
    const later = laterVersion(spec, key);
    if (later !== undefined) {
      const message = `\`${key}\` exists from Ignition ${later} on and is ignored here; raise \`ignition.version\` or remove it`;
      this.diagnostics.push(report(unusedKey, place, message, { data: { key, since: later } }));
      return;
    }
    const suggestion = nearest(key, names);
    const advice = suggestion === undefined ? 'remove it' : `did you mean \`${suggestion}\`?`;
    const message = `there is no field \`${key}\` here, and it is ignored; ${advice}`;
    const data = { key, ...(suggestion === undefined ? {} : { suggestion }) };
    this.diagnostics.push(report(unusedKey, place, message, { data }));
  }

  #null(node: SyntaxNode, { status, field, path }: Binding): void {
    // Where null differs from an empty object, it means something.
    if (status === 'null' && field && holds(field.nullable, this.#point)) return;
    const place = { location: { uri: this.#uri, range: node.range }, path };
    const message = 'null where an object belongs; it counts as empty, so remove it or write `{}`';
    this.diagnostics.push(report(opaqueSection, place, message));
  }
}

function lastPairs(node: MapNode): ReadonlyMap<string, Pair> {
  const last = new Map<string, Pair>();
  for (const pair of node.pairs) if (pair.key.kind === 'scalar') last.set(pair.key.text, pair);
  return last;
}

/** The first Ignition version in which the object has this field; undefined when there is none. */
function laterVersion(spec: ObjectNode, key: string): string | undefined {
  const found = Object.entries(spec.fields).find(([name, field]) => !field.sourceOnly && outName(name, field) === key);
  if (found === undefined) return undefined;
  return ignitionSpecs.find(({ point }) => isOpen(found[1].gate, point))?.version;
}
