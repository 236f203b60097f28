// What a check is: something that the reference reports, as a value. The engine walks the config once and hands each check
// the values at its paths, so a check never searches for what it is about.
import type { Point } from '../../../../spec/gate.ts';
import type { Gate, ListNode, ObjectNode, SpecNode } from '../../../../spec/model.ts';
import type { config } from '../../../../spec/shapes/config.ts';
import type { Config } from '../../config.ts';
import type { DiagnosticDefinition, DiagnosticExtras, DiagnosticPlace } from '../../diagnostic/definition.ts';
import type { Path, Severity } from '../../diagnostic/diagnostic.ts';
import type { Out, OutNode, OutObject } from '../../output/nodes.ts';

type Step<N extends SpecNode, S extends string> =
  N extends ObjectNode<infer Fields>
    ? S extends `${infer Name}[]`
      ? Name extends keyof Fields
        ? Fields[Name]['node'] extends ListNode<infer Item>
          ? Item
          : never
        : never
      : S extends keyof Fields
        ? Fields[S]['node']
        : never
    : never;

/** The spec node at a path such as `storage.files[].contents`; the empty path is the root. */
type NodeAt<N extends SpecNode, Path extends string> = Path extends ''
  ? N
  : Path extends `${infer Head}.${infer Rest}`
    ? NodeAt<Step<N, Head>, Rest>
    : Step<N, Path>;

export type ValueAt<Path extends string> = Out<NodeAt<typeof config, Path>>;

export interface CheckContext {
  /** The whole config on the check's side. */
  readonly config: Config;
  readonly point: Point;
  /** The openshift config becomes bare Ignition JSON. */
  readonly raw: boolean;
  /** Whether an earlier stage has found an error at this path of the source, or below it. */
  isFaulty(path: Path): boolean;
  /** Reports the check's finding: at a value, or at a place (`memberPlace` of a value that may be absent). */
  report(at: OutNode | DiagnosticPlace, message: string, extras?: DiagnosticExtras): void;
}

/**
 * `source`: the config as the user wrote it, sugar included. `output`: the Ignition config that is made of it. A check of the
 * output whose value comes from sugar is reported at the sugar.
 */
export type CheckSide = 'source' | 'output';

/** Where a check looks, and what it does with each value there. */
export interface Look {
  readonly side: CheckSide;
  readonly on: readonly string[];
  readonly run: (value: OutNode, context: CheckContext) => void;
}

export interface Check extends DiagnosticDefinition {
  /** One, as a rule. Several where one finding has several shapes: on both sides, or on unlike values. */
  readonly looks: readonly Look[];
  readonly gate?: Gate;
  /** Where the severity is another one. */
  readonly severityWhere?: { readonly gate: Gate; readonly severity: Severity };
  /**
   * Codes of checks of the same side, or of lints of the config, that say all there is to say: at a place of theirs this check is
   * silent.
   */
  readonly yieldsTo?: readonly string[];
}

interface LookAt<Path extends string> extends Omit<Look, 'on' | 'run'> {
  readonly on: Path | readonly Path[];
  readonly run: (value: ValueAt<Path>, context: CheckContext) => void;
}

/** Defines a check: its page, where it looks, and what it finds there. `run` is called with each value at `on`. */
export function check(definition: Check): Check;
export function check<const Path extends string>(definition: Omit<Check, 'looks'> & LookAt<Path>): Check;
export function check<const Path extends string>(definition: Check | (Omit<Check, 'looks'> & LookAt<Path>)): Check {
  if ('looks' in definition) return definition;
  const { side, on, run, ...page } = definition;
  return { ...page, looks: [look({ side, on, run })] };
}

/** One of several looks of a check. */
export function look<const Path extends string>(definition: LookAt<Path>): Look {
  const on: readonly string[] = typeof definition.on === 'string' ? [definition.on] : definition.on;
  // The engine calls `run` only with values at `on`; that the types agree is the meaning of `ValueAt`.
  const run = definition.run as unknown as Look['run'];
  return { ...definition, on, run };
}

/** The place of a member, be it there or not; a missing one is reported at the object with the member's path. */
export function memberPlace(object: OutObject, member: string): DiagnosticPlace {
  return object.fields[member]?.origin.at() ?? object.origin.at(member);
}
