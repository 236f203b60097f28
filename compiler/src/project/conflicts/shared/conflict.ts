// What a kind of conflict is: its page, which clashes of equal keys are of this kind, and what else to look for among the
// fragments. One file a kind; an index finds them.
import type { Config } from '../../../config.ts';
import type { DiagnosticDefinition } from '../../../diagnostic/definition.ts';
import type { Clash, Given } from '../../../merge/fold-context.ts';
import type { OutNode } from '../../../output/nodes.ts';

export interface ConflictContext {
  /** One config a fragment; their numbers are the `from` of what they give. */
  readonly configs: readonly Config[];
  /** The name of a fragment, in backticks. */
  nameOf(from: number): string;
  /** Reports a conflict with all that contribute to it. */
  report(finding: ConflictFinding): void;
}

export interface ConflictFinding {
  readonly given: readonly Given[];
  /** What contradicts what. What to do is said in a note. */
  readonly message: string;
  /** What each contributor says, for its note; `this one` is the default. */
  readonly says?: (given: Given) => string;
  /** The one side that can be let win: the machine then does what it says. Nobody can, when absent. */
  readonly winning?: Given;
}

export interface ConflictKind extends DiagnosticDefinition {
  /** Whether a clash of equal keys is of this kind. Kinds are asked in the order of their codes, the general ones last. */
  readonly claims?: (clash: Clash) => boolean;
  /** The message about such a clash. */
  readonly describe?: (clash: Clash, context: ConflictContext) => string;
  /** Looks for conflicts beyond equal keys. */
  readonly find?: (context: ConflictContext) => void;
  /** Not even the order of MachineConfigs settles a clash of this kind. */
  readonly always?: true;
}

/** Keeps a definition's literal types; the object is the definition. */
export function defineConflict<const K extends ConflictKind>(kind: K): K {
  return kind;
}

/** All values that `select` finds in the fragments. */
export function givenBy<V extends OutNode>(
  { configs }: ConflictContext,
  select: (config: Config) => readonly V[] | undefined,
): readonly Given<V>[] {
  return configs.flatMap((config, from) => (select(config) ?? []).map((value) => ({ from, value })));
}

/** Values by a key; those without one are left out. */
export function byKey<G extends Given>(
  given: readonly G[],
  key: (given: G) => string | undefined,
): ReadonlyMap<string, readonly G[]> {
  const groups = new Map<string, G[]>();
  for (const each of given) {
    const name = key(each);
    if (name === undefined || name === '') continue;
    const known = groups.get(name);
    if (known) known.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}

/** Whether values come from more than one fragment. */
export function areSeveral(given: readonly Given[]): boolean {
  return given.some(({ from }) => from !== given[0]?.from);
}

/** `path` is `of`, or lies below it. */
export function isBelow(path: string, of: string): boolean {
  return path === of || path.startsWith(`${of}.`) || path.startsWith(`${of}[`);
}
