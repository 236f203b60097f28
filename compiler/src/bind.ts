// The one walk over syntax and spec: which field each node is, whether it has the kind that the field wants, and what
// scalar it holds. Follows aliases and merge keys step for step as the reference's YAML decoder does, with its limits. It
// never judges values; that is for the checks.
import { fieldsOf, type Side } from '../../spec/fields.ts';
import type { Point } from '../../spec/gate.ts';
import type { Field, MapNode as FreeMapSpec, ListNode, ObjectNode, SpecNode } from '../../spec/model.ts';
import { AliasBudget } from './alias-budget.ts';
import { type Binding, BindingInWork } from './binding.ts';
import anchorCycle from './diagnostic/codes/yaml-anchor-cycle.ts';
import duplicateKey from './diagnostic/codes/yaml-duplicate-key.ts';
import excessiveAliasing from './diagnostic/codes/yaml-excessive-aliasing.ts';
import mergeInvalid from './diagnostic/codes/yaml-merge-invalid.ts';
import tagInvalid from './diagnostic/codes/yaml-tag-invalid.ts';
import typeMismatch from './diagnostic/codes/yaml-type-mismatch.ts';
import { type DiagnosticDefinition, type DiagnosticExtras, report } from './diagnostic/definition.ts';
import type { Diagnostic, PathStep } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import { describeNode, describePlace, describeSpec } from './kind-words.ts';
import { mismatchAdvice } from './mismatch-advice.ts';
import type { AliasNode, MapNode, MissingNode, Pair, ScalarNode, SyntaxNode } from './syntax/nodes.ts';
import {
  isMergeKey,
  keyOf,
  type Reading,
  readBool,
  readInt,
  readText,
  resolvesToNull,
} from './syntax/resolve-scalar.ts';

export interface Bindings {
  readonly root: Binding;
  /** Faults of kind, tags, duplicate keys, merge keys and aliases; each makes the reference refuse the document. */
  readonly problems: readonly Diagnostic[];
}

/** Binds a document to an object spec at a point of the version space, with the fields of one side of the compiler. */
export function bind(document: Document, spec: ObjectNode, point: Point, side: Side): Bindings {
  const binder = new Binder(document, point, side);
  const root = binder.value(undefined, undefined, document.root, document.root, spec, undefined);
  return { root, problems: binder.problems };
}

/** Merge keys in what merge keys bring. The walk follows them on the stack, which the reader of YAML does not. */
const deepestMerge = 500;

class Binder {
  readonly problems: Diagnostic[] = [];
  readonly #document: Document;
  readonly #point: Point;
  readonly #side: Side;
  readonly #budget = new AliasBudget();
  readonly #openAliases = new Set<AliasNode>();
  #stopped = false;

  constructor(document: Document, point: Point, side: Side) {
    this.#document = document;
    this.#point = point;
    this.#side = side;
  }

  /** Binds `node`, which is reported at `written` (the alias that led here, or the node itself). */
  value(
    parent: Binding | undefined,
    step: PathStep | undefined,
    written: SyntaxNode,
    node: SyntaxNode,
    spec: SpecNode,
    field: Field | undefined,
  ): Binding {
    this.#count(written, parent, step);
    if (node.kind === 'alias') return this.#alias(parent, step, written, node, spec, field);
    const binding = new BindingInWork(this.#document, parent, step, written, node, spec, field);
    if (this.#stopped) binding.status = 'wrong-kind';
    else this.#fill(binding, node, spec);
    return binding;
  }

  #fill(binding: BindingInWork, node: Exclude<SyntaxNode, AliasNode>, spec: SpecNode): void {
    if (spec.kind === 'string' || spec.kind === 'int' || spec.kind === 'bool') {
      this.#scalar(binding, node, spec);
    } else if (isNull(node)) {
      binding.status = 'null';
    } else if (spec.kind === 'list') {
      this.#list(binding, node, spec);
    } else if (node.kind !== 'map') {
      this.#mismatch(binding, node, spec);
    } else if (spec.kind === 'object') {
      binding.members = new Map();
      binding.unknown = [];
      this.#object(binding, node, spec, undefined);
    } else {
      binding.members = new Map();
      this.#freeMap(binding, node, spec, undefined);
    }
  }

  #alias(
    parent: Binding | undefined,
    step: PathStep | undefined,
    written: SyntaxNode,
    alias: AliasNode,
    spec: SpecNode,
    field: Field | undefined,
  ): Binding {
    const target = alias.target;
    const failed = (): Binding => {
      const binding = new BindingInWork(this.#document, parent, step, written, alias, spec, field);
      binding.status = 'wrong-kind';
      return binding;
    };
    // An alias without a target has been reported where the document was parsed.
    if (target === undefined || this.#stopped) return failed();
    if (this.#openAliases.has(alias)) {
      this.#report(anchorCycle, failed(), `anchor \`${alias.name}\` contains itself; write the inner value out`);
      return failed();
    }
    this.#openAliases.add(alias);
    const binding = this.#budget.below(() => this.value(parent, step, written, target, spec, field));
    this.#openAliases.delete(alias);
    return binding;
  }

  #scalar(binding: BindingInWork, node: Exclude<SyntaxNode, AliasNode>, spec: SpecNode): void {
    if (node.kind === 'map' || node.kind === 'seq') {
      this.#mismatch(binding, node, spec);
      return;
    }
    const reading = readScalar(node, spec);
    switch (reading.kind) {
      case 'null':
        binding.status = 'null';
        return;
      case 'mismatch':
        this.#mismatch(binding, node, spec);
        return;
      case 'invalid-tag':
        this.#invalidTag(binding, node);
        return;
      default:
        binding.scalar = reading;
    }
  }

  #list(binding: BindingInWork, node: Exclude<SyntaxNode, AliasNode>, spec: ListNode): void {
    if (node.kind !== 'seq') {
      this.#mismatch(binding, node, spec);
      return;
    }
    const items: Binding[] = [];
    for (const [index, item] of node.items.entries()) {
      if (this.#stopped) break;
      items.push(this.value(binding, index, binding.inPlace ? item : binding.node, item, spec.item, undefined));
    }
    binding.items = items;
  }

  /** Members of a mapping; `merged` holds the keys that are taken already when the mapping comes by a merge key. */
  #object(binding: BindingInWork, node: MapNode, spec: ObjectNode, merged: Set<string> | undefined): void {
    const repeated = this.#duplicates(binding, node);
    const fields = fieldsOf(spec, this.#point, this.#side);
    const taken = new Set<string>();
    const inPlace = merged === undefined && binding.inPlace;
    let mergePair: Pair | undefined;
    for (const pair of node.pairs) {
      if (this.#stopped) return;
      const literal = keyOf(pair.key);
      if (inPlace && literal !== undefined && !fields.has(literal)) binding.unknown?.push({ pair, key: literal });
      if (isMergeKey(pair.key)) {
        mergePair = pair;
        continue;
      }
      const name = this.#key(binding, pair);
      if (name === undefined || this.#isTaken(merged, name)) continue;
      const field = fields.get(name);
      if (field === undefined) continue;
      if (taken.has(name)) {
        // Keys with the same text were reported as duplicates; this one is the same only behind an alias or a tag.
        if (!repeated.has(pair)) this.#reportDuplicate(binding, pair, name, undefined);
        continue;
      }
      taken.add(name);
      if (binding.members?.has(name) && merged === undefined) continue;
      binding.members?.set(
        name,
        this.value(binding, name, this.#written(binding, merged, pair), pair.value, field.node, field),
      );
    }
    if (mergePair)
      this.#merge(binding, node, mergePair, merged, (from, keys) => this.#object(binding, from, spec, keys));
  }

  #freeMap(binding: BindingInWork, node: MapNode, spec: FreeMapSpec, merged: Set<string> | undefined): void {
    this.#duplicates(binding, node);
    let mergePair: Pair | undefined;
    for (const pair of node.pairs) {
      if (this.#stopped) return;
      if (isMergeKey(pair.key)) {
        mergePair = pair;
        continue;
      }
      const name = this.#key(binding, pair);
      if (name === undefined || this.#isTaken(merged, name)) continue;
      const written = this.#written(binding, merged, pair);
      const entry = this.value(binding, name, written, pair.value, spec.value, undefined);
      binding.members?.set(name, entry);
    }
    if (mergePair)
      this.#merge(binding, node, mergePair, merged, (from, keys) => this.#freeMap(binding, from, spec, keys));
  }

  #isTaken(merged: Set<string> | undefined, name: string): boolean {
    if (merged === undefined) return false;
    if (merged.has(name)) return true;
    merged.add(name);
    return false;
  }

  /** Where a member is reported: what comes by an alias or a merge key is written elsewhere, so there. */
  #written(binding: BindingInWork, merged: Set<string> | undefined, pair: Pair): SyntaxNode {
    if (!binding.inPlace) return binding.node;
    return merged === undefined ? pair.value : (this.#mergeSite ?? pair.value);
  }

  /** The value of the merge key that is being followed, as written in the mapping that uses it. */
  #mergeSite: SyntaxNode | undefined;
  #mergeDepth = 0;

  #merge(
    binding: BindingInWork,
    node: MapNode,
    pair: Pair,
    merged: Set<string> | undefined,
    take: (from: MapNode, keys: Set<string>) => void,
  ): void {
    const keys = merged ?? this.#ownKeys(binding, node);
    const outermost = this.#mergeSite === undefined;
    if (outermost) this.#mergeSite = pair.value;
    const sources = pair.value.kind === 'seq' ? pair.value.items : [pair.value];
    for (const source of sources) {
      const from = source.kind === 'alias' ? source.target : source;
      if (source.kind === 'alias' && from === undefined) continue;
      if (from?.kind !== 'map') {
        this.#reportAt(mergeInvalid, binding, source, '`<<` takes a mapping, an alias of one, or a list of these');
        break;
      }
      this.#mergeSource(binding, source, () => take(from, keys));
    }
    if (outermost) this.#mergeSite = undefined;
  }

  #mergeSource(binding: BindingInWork, source: SyntaxNode, take: () => void): void {
    this.#count(source, binding, undefined);
    if (this.#mergeDepth === deepestMerge) {
      this.#reportAt(mergeInvalid, binding, source, `\`<<\` is nested more than ${deepestMerge} levels deep`);
      return;
    }
    this.#mergeDepth++;
    this.#follow(binding, source, take);
    this.#mergeDepth--;
  }

  #follow(binding: BindingInWork, source: SyntaxNode, take: () => void): void {
    if (source.kind !== 'alias') {
      take();
      return;
    }
    if (this.#openAliases.has(source)) {
      this.#reportAt(anchorCycle, binding, source, `anchor \`${source.name}\` merges itself; remove this \`<<\``);
      return;
    }
    this.#openAliases.add(source);
    this.#budget.below(() => {
      this.#count(source, binding, undefined);
      take();
    });
    this.#openAliases.delete(source);
  }

  /** The keys that a mapping has itself, which win over merged ones wherever the merge key stands. */
  #ownKeys(binding: BindingInWork, node: MapNode): Set<string> {
    const keys = new Set<string>();
    for (const pair of node.pairs) {
      if (isMergeKey(pair.key)) continue;
      const target = pair.key.kind === 'alias' ? pair.key.target : pair.key;
      if (target === undefined || target.kind === 'alias' || target.kind === 'map' || target.kind === 'seq') continue;
      this.#count(pair.key, binding, undefined);
      const reading = readText(target);
      if (reading.kind === 'text') keys.add(reading.value);
    }
    return keys;
  }

  /** The text of a key; undefined for a null key, which is skipped, and for one that is no text, which is reported. */
  #key(binding: BindingInWork, pair: Pair): string | undefined {
    this.#count(pair.key, binding, undefined);
    if (this.#stopped) return undefined;
    const target = pair.key.kind === 'alias' ? pair.key.target : pair.key;
    if (target === undefined || target.kind === 'alias') return undefined;
    if (target.kind === 'map' || target.kind === 'seq') {
      this.#reportAt(typeMismatch, binding, pair.key, `a key must be a text, not ${describeNode(target)}`);
      return undefined;
    }
    const reading = readText(target);
    if (reading.kind === 'text') return reading.value;
    if (reading.kind === 'invalid-tag') this.#invalidTag(binding, target, pair.key);
    return undefined;
  }

  /** Equal key texts; compared before aliases are followed, as the reference does. Linear: the library's own check is not. */
  #duplicates(binding: BindingInWork, node: MapNode): ReadonlySet<Pair> {
    const first = new Map<string, Pair>();
    const repeated = new Set<Pair>();
    for (const pair of node.pairs) {
      const identity = `${pair.key.kind === 'missing' ? 'scalar' : pair.key.kind} ${keyOf(pair.key) ?? ''}`;
      const earlier = first.get(identity);
      if (earlier === undefined) {
        first.set(identity, pair);
      } else {
        repeated.add(pair);
        this.#reportDuplicate(binding, pair, keyOf(pair.key) ?? '', earlier);
      }
    }
    return repeated;
  }

  #reportDuplicate(binding: BindingInWork, pair: Pair, key: string, earlier: Pair | undefined): void {
    const notes = earlier
      ? [{ message: 'first defined here', location: { uri: this.#document.uri, range: earlier.key.range } }]
      : [];
    const message = `key \`${key}\` stands twice in one mapping; keep one of them`;
    this.#reportAt(duplicateKey, binding, pair.key, message, { notes, data: { key } });
  }

  #mismatch(binding: BindingInWork, node: SyntaxNode, spec: SpecNode): void {
    binding.status = 'wrong-kind';
    const advice = mismatchAdvice(binding, node, this.#point, this.#side);
    const kinds = `${describePlace(binding)} wants ${describeSpec(spec)}, not ${describeNode(node)}`;
    const message = advice === undefined ? kinds : `${kinds}; ${advice}`;
    this.#report(typeMismatch, binding, message, { data: { expected: spec.kind } });
  }

  #invalidTag(binding: BindingInWork, node: ScalarNode | MissingNode, at?: SyntaxNode): void {
    if (at === undefined) binding.status = 'wrong-kind';
    const tag = (node.tag?.text ?? '').replace('tag:yaml.org,2002:', '!!');
    const text = node.kind === 'scalar' ? node.text : '';
    const message = `\`${text}\` cannot be read as \`${tag}\`; remove the tag or mend the value`;
    this.#reportAt(tagInvalid, binding, at ?? binding.node, message);
  }

  #count(node: SyntaxNode, parent: Binding | undefined, step: PathStep | undefined): void {
    if (this.#stopped || this.#budget.step()) return;
    this.#stopped = true;
    const path = parent ? [...parent.path, ...(step === undefined ? [] : [step])] : [];
    const place = { location: { uri: this.#document.uri, range: node.range }, path };
    this.problems.push(report(excessiveAliasing, place, 'aliases unfold into too many values; write some of them out'));
  }

  #report(definition: DiagnosticDefinition, binding: Binding, message: string, extras?: DiagnosticExtras): void {
    this.#reportAt(definition, binding, binding.node, message, extras);
  }

  #reportAt(
    definition: DiagnosticDefinition,
    binding: Binding,
    node: SyntaxNode,
    message: string,
    extras?: DiagnosticExtras,
  ): void {
    // What stands behind an alias is reported at the alias, which may be used in many places.
    const range = binding.inPlace ? node.range : binding.node.range;
    const place = { location: { uri: this.#document.uri, range }, path: binding.path };
    this.problems.push(report(definition, place, message, extras));
  }
}

function readScalar(node: ScalarNode | MissingNode, spec: SpecNode): Reading {
  if (spec.kind === 'string') return readText(node);
  return spec.kind === 'int' ? readInt(node) : readBool(node);
}

function isNull(node: SyntaxNode): boolean {
  return (node.kind === 'scalar' || node.kind === 'missing') && resolvesToNull(node);
}
