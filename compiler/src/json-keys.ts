// Keys of Ignition JSON that no field has, and objects that are null: what Ignition warns about. It compares the text with
// its types: keys must be spelled exactly, and of a key that comes again only the last one counts.
import { outName, sourceNames } from '../../spec/fields.ts';
import { holds, isOpen, type Point } from '../../spec/gate.ts';
import type { Field, ObjectNode, SpecNode } from '../../spec/model.ts';
import { ignitionSpecs } from '../../spec/resolve.ts';
import opaqueSection from './checks/opaque-section.ts';
import unusedKey from './checks/unused-key.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic, Path } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { MapNode, Pair, SyntaxNode } from './syntax/nodes.ts';
import { nearest } from './text/edit-distance.ts';

/** The warnings about keys and null objects of an Ignition config. Behind a key that is not spelled right nobody looks. */
export function checkJsonKeys(document: Document, spec: ObjectNode, point: Point): readonly Diagnostic[] {
  const walker = new KeyWalker(document.uri, point);
  walker.walk(document.root, spec, undefined, []);
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

  walk(node: SyntaxNode, spec: SpecNode, field: Field | undefined, path: Path): void {
    if (spec.kind === 'list' && node.kind === 'seq') {
      if (spec.item.kind !== 'object') return;
      for (const [index, item] of node.items.entries()) this.walk(item, spec.item, undefined, [...path, index]);
    } else if (spec.kind === 'object') {
      if (node.kind === 'map') this.#object(node, spec, path);
      else if (node.kind === 'scalar' && node.style === 'plain' && node.text === 'null') this.#null(node, field, path);
    }
  }

  #object(node: MapNode, spec: ObjectNode, path: Path): void {
    const names = sourceNames(spec, this.#point);
    for (const [key, pair] of lastPairs(node)) {
      const name = names.get(key);
      const field = name === undefined ? undefined : spec.fields[name];
      if (field) this.walk(pair.value, field.node, field, [...path, key]);
      else this.#unused(pair, key, spec, path);
    }
  }

  #unused(pair: Pair, key: string, spec: ObjectNode, path: Path): void {
    const place = { location: { uri: this.#uri, range: pair.key.range }, path: [...path, key] };
    const names = [...sourceNames(spec, this.#point).keys()];
    const folded = names.find((name) => name.toLowerCase() === key.toLowerCase());
    if (folded !== undefined) {
      const message = `\`${key}\` is read as \`${folded}\`, but nothing below it is looked at; write \`${folded}\``;
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

  #null(node: SyntaxNode, field: Field | undefined, path: Path): void {
    // Where null differs from an empty object, it means something.
    if (field && holds(field.nullable, this.#point)) return;
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
