// The walk over syntax and spec for Ignition JSON: what `bind.ts` is for YAML, by the rules of Go's encoding/json. Keys
// match without regard to case, null changes nothing, and a key that comes again is read on top of what it was before. The
// bindings go by the source names of the fields, their paths by the names in JSON. Never judges values.
import { outName, sourceNames } from '../../spec/fields.ts';
import type { Point } from '../../spec/gate.ts';
import { holds } from '../../spec/gate.ts';
import type { Field, ListNode, ObjectNode, SpecNode } from '../../spec/model.ts';
import type { Bindings } from './bind.ts';
import { type Binding, BindingInWork, type ScalarValue } from './binding.ts';
import embeddedConfigJson from './diagnostic/codes/embedded-config-json.ts';
import { type DiagnosticPlace, report } from './diagnostic/definition.ts';
import { type Diagnostic, formatPath, type Path, type PathStep } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import { describeJsonNode, describeJsonSpec } from './json-words.ts';
import { describePlace } from './kind-words.ts';
import { isQuotedWord } from './mismatch-advice.ts';
import type { MapNode, ScalarNode, SeqNode, SyntaxNode } from './syntax/nodes.ts';
import { fitsInt64 } from './text/yaml-number.ts';

/** Binds an Ignition config to an object spec at a point of the version space. Faults of type are its problems. */
export function bindJson(document: Document, spec: ObjectNode, point: Point): Bindings {
  const binder = new JsonBinder(document, point);
  const root = binder.bind(
    { parent: undefined, step: undefined, node: document.root, spec, field: undefined },
    undefined,
  );
  return { root, problems: binder.problems };
}

/** Where a value stands: what a binding is made of. */
interface Slot {
  readonly parent: JsonBinding | undefined;
  readonly step: PathStep | undefined;
  readonly node: SyntaxNode;
  readonly spec: SpecNode;
  readonly field: Field | undefined;
}

class JsonBinding extends BindingInWork {
  /**
   * Every item that the list has had. Go reads a list that comes again into the memory of the one before, so that an item
   * keeps whatever is not written anew, even when the list had become shorter in between.
   */
  memory: JsonBinding[] = [];

  constructor(document: Document, { parent, step, node, spec, field }: Slot) {
    super(document, parent, step, node, node, spec, field);
  }

  override at(...steps: readonly PathStep[]): DiagnosticPlace {
    return { ...super.at(...steps), path: [...this.path, ...jsonSteps(this.spec, steps)] };
  }
}

/** Steps in the names of the fields, as the names in JSON. */
function jsonSteps(from: SpecNode, steps: readonly PathStep[]): Path {
  let spec: SpecNode | undefined = from;
  return steps.map((step) => {
    const field: Field | undefined = spec?.kind === 'object' ? spec.fields[step] : undefined;
    spec = spec?.kind === 'list' ? spec.item : field?.node;
    return field && typeof step === 'string' ? outName(step, field) : step;
  });
}

class JsonBinder {
  readonly problems: Diagnostic[] = [];
  readonly #document: Document;
  readonly #point: Point;

  constructor(document: Document, point: Point) {
    this.#document = document;
    this.#point = point;
  }

  /** Binds a value; `earlier` is what was read at the same place before. */
  bind(slot: Slot, earlier: JsonBinding | undefined): JsonBinding {
    const { node, spec } = slot;
    if (isNull(node)) return this.#null(slot, earlier);
    const binding = new JsonBinding(this.#document, slot);
    if (spec.kind === 'object' && node.kind === 'map') this.#object(binding, node, spec, earlier);
    else if (spec.kind === 'list' && node.kind === 'seq') this.#list(binding, node, spec, earlier);
    else {
      binding.scalar = node.kind === 'scalar' ? readScalar(node, spec) : undefined;
      if (binding.scalar === undefined) this.#mismatch(binding);
    }
    return binding;
  }

  /** Null empties a list and what can be absent, and leaves anything else as it is. */
  #null(slot: Slot, earlier: JsonBinding | undefined): JsonBinding {
    const { spec, field } = slot;
    const empties = spec.kind === 'list' || (field !== undefined && holds(field.nullable, this.#point));
    if (!empties && earlier) return earlier;
    const binding = new JsonBinding(this.#document, slot);
    // An item is there even when it is null: it is empty, while in YAML it would vanish.
    if (typeof slot.step !== 'number') binding.status = 'null';
    return binding;
  }

  #object(binding: JsonBinding, node: MapNode, spec: ObjectNode, earlier: JsonBinding | undefined): void {
    const members = new Map(earlier?.members);
    binding.members = members;
    binding.unknown = [];
    const names = sourceNames(spec, this.#point);
    const folded = foldedNames(spec, this.#point);
    for (const pair of node.pairs) {
      const key = pair.key.kind === 'scalar' ? pair.key.text : '';
      if (!names.has(key)) binding.unknown.push({ pair, key });
      const name = names.get(key) ?? folded.get(foldKey(key));
      const field = name === undefined ? undefined : spec.fields[name];
      if (name === undefined || field === undefined) continue;
      const slot: Slot = { parent: binding, step: outName(name, field), node: pair.value, spec: field.node, field };
      members.set(name, this.bind(slot, jsonBinding(members.get(name))));
    }
  }

  #list(binding: JsonBinding, node: SeqNode, spec: ListNode, earlier: JsonBinding | undefined): void {
    const memory = node.items.length > 0 && earlier ? earlier.memory : [];
    for (const [step, item] of node.items.entries()) {
      memory[step] = this.bind({ parent: binding, step, node: item, spec: spec.item, field: undefined }, memory[step]);
    }
    binding.memory = memory;
    binding.items = memory.slice(0, node.items.length);
  }

  #mismatch(binding: JsonBinding): void {
    binding.status = 'wrong-kind';
    // A fault of syntax may have left anything behind, and has been reported.
    if (binding.node.kind === 'missing') return;
    const advice = quotesAdvice(binding);
    const message = `${describePlace(binding)} wants ${describeJsonSpec(binding.spec)}, not ${describeJsonNode(binding.node)}${advice}`;
    const data = { expected: binding.spec.kind, path: formatPath(binding.path) };
    // The reference reports such faults for the document as a whole.
    this.problems.push(report(embeddedConfigJson, { location: binding.location, path: [] }, message, { data }));
  }
}

/** Of a number or truth value in quotes. JSON has no leading zeros; what looks like an octal mode was meant so. */
function quotesAdvice({ node, spec, field }: Binding): string {
  if (node.kind !== 'scalar' || !isQuotedWord(node, spec)) return '';
  if (node.written !== undefined || !/^0o?[0-9]/.test(node.text)) return '; remove the quotes';
  const digits = node.text.replace(/^0o?/, '');
  const value = field?.role === 'mode' && /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return `; write the number \`${value}\``;
}

function jsonBinding(binding: Binding | undefined): JsonBinding | undefined {
  return binding instanceof JsonBinding ? binding : undefined;
}

function isNull(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === 'null';
}

/** The scalar as what the field wants; undefined when it is something else. Texts are no numbers, and fractions neither. */
function readScalar({ style, text }: ScalarNode, spec: SpecNode): ScalarValue | undefined {
  if (style !== 'plain') return spec.kind === 'string' ? { kind: 'text', value: text } : undefined;
  if (spec.kind === 'bool')
    return text === 'true' || text === 'false' ? { kind: 'bool', value: text === 'true' } : undefined;
  return spec.kind === 'int' ? readInt(text) : undefined;
}

/** No integer of 64 bits is longer; JSON has no leading zeros. */
const longestInt = 20;

function readInt(text: string): ScalarValue | undefined {
  if (text.length > longestInt || !/^-?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text);
  if (!fitsInt64(value)) return undefined;
  const double = Number(value);
  return { kind: 'int', value: Number.isSafeInteger(double) ? double : value };
}

const memo = new WeakMap<ObjectNode, WeakMap<Point, ReadonlyMap<string, string>>>();

/** From folded names in JSON to the source names. */
function foldedNames(spec: ObjectNode, point: Point): ReadonlyMap<string, string> {
  let byPoint = memo.get(spec);
  if (byPoint === undefined) {
    byPoint = new WeakMap();
    memo.set(spec, byPoint);
  }
  let names = byPoint.get(point);
  if (names === undefined) {
    names = new Map([...sourceNames(spec, point)].map(([out, name]) => [foldKey(out), name]));
    byPoint.set(point, names);
  }
  return names;
}

/**
 * A key in the form in which Go compares keys. Apart from upper and lower case there are two more characters that count as
 * ASCII letters: the Kelvin sign, which lower case turns into `k`, and the long s.
 */
export function foldKey(key: string): string {
  return key.toLowerCase().replaceAll('\u017f', 's');
}
