// One node of the source seen through the spec: what was written, what was expected, where it is. Made by `bind.ts` in one
// walk; decoding, unknown keys, completion, hover and the places of all diagnostics read it.
import type { Field, SpecNode } from '../../spec/model.ts';
import type { DiagnosticPlace } from './diagnostic/definition.ts';
import type { Path, PathStep } from './diagnostic/diagnostic.ts';
import type { Origin } from './diagnostic/origin.ts';
import type { Document } from './document.ts';
import type { Pair, SyntaxNode } from './syntax/nodes.ts';
import type { Location } from './text/range.ts';

/**
 * `ok`: the node can be read as the spec says. `null`: nothing is there (null, `~`, or empty). `wrong-kind`: it is something
 * else, and a diagnostic says so.
 */
export type BindingStatus = 'ok' | 'null' | 'wrong-kind';

/** The value of a bound scalar. */
export type ScalarValue =
  | { readonly kind: 'text'; readonly value: string; readonly bytes?: Uint8Array }
  | { readonly kind: 'int'; readonly value: number | bigint }
  | { readonly kind: 'bool'; readonly value: boolean };

/** A key that the object does not know in this spec. */
export interface UnknownKey {
  readonly pair: Pair;
  /** The key as it is written, before tags and aliases are looked at. */
  readonly key: string;
}

/** A binding as all see it but the binders, which make it. */
export abstract class Binding implements Origin {
  readonly document: Document;
  readonly parent: Binding | undefined;
  /** The key or index below the parent; undefined at the root. */
  readonly step: PathStep | undefined;
  /** Where the value is written. Below an alias that is the alias itself: what it stands for is written elsewhere. */
  readonly node: SyntaxNode;
  /** The node that holds the value, aliases followed. */
  readonly value: SyntaxNode;
  readonly spec: SpecNode;
  readonly field: Field | undefined;

  abstract readonly status: BindingStatus;
  abstract readonly scalar: ScalarValue | undefined;
  /** Members of an object that the spec knows, and entries of a free mapping; merge keys are followed. */
  abstract readonly members: ReadonlyMap<string, Binding> | undefined;
  abstract readonly items: readonly Binding[] | undefined;
  abstract readonly unknown: readonly UnknownKey[] | undefined;

  constructor(
    document: Document,
    parent: Binding | undefined,
    step: PathStep | undefined,
    node: SyntaxNode,
    value: SyntaxNode,
    spec: SpecNode,
    field: Field | undefined,
  ) {
    this.document = document;
    this.parent = parent;
    this.step = step;
    this.node = node;
    this.value = value;
    this.spec = spec;
    this.field = field;
  }

  get location(): Location {
    return { uri: this.document.uri, range: this.node.range };
  }

  get path(): Path {
    const steps: PathStep[] = [];
    for (let binding: Binding | undefined = this; binding?.step !== undefined; binding = binding.parent) {
      steps.push(binding.step);
    }
    return steps.reverse();
  }

  /** Whether the value is written here and not behind an alias. */
  get inPlace(): boolean {
    return this.node === this.value;
  }

  at(...steps: readonly PathStep[]): DiagnosticPlace {
    let deepest: Binding = this;
    for (const step of steps) {
      const next: Binding | undefined = typeof step === 'number' ? deepest.items?.[step] : deepest.members?.get(step);
      if (next === undefined) break;
      deepest = next;
    }
    const place = { location: deepest.location, path: [...this.path, ...steps] };
    return deepest.status === 'wrong-kind' ? { ...place, damaged: true } : place;
  }
}

/** A binding in the hands of its binder. */
export class BindingInWork extends Binding {
  override status: BindingStatus = 'ok';
  override scalar: ScalarValue | undefined;
  override members: Map<string, Binding> | undefined;
  override items: readonly Binding[] | undefined;
  override unknown: UnknownKey[] | undefined;
}
