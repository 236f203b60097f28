// From clashes of equal keys and from what the kinds of conflicts find to diagnostics with every contributing place. Decides who
// wins: what is meant to override, then the later one, as with Ignition. Never changes a config.
import type { Config } from '../config.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic, DiagnosticNote } from '../diagnostic/diagnostic.ts';
import { type Clash, type FoldContext, type Given, withLast } from '../merge/fold-context.ts';
import { sameValue } from '../merge/same-value.ts';
import conflictValue from './conflicts/conflict-value.ts';
import { all } from './conflicts/index.gen.ts';
import type { ConflictContext, ConflictFinding, ConflictKind } from './conflicts/shared/conflict.ts';
import { showValue } from './conflicts/shared/show-value.ts';
import { type OverrideComment, overridesAt } from './override-comments.ts';
import type { RaisedFragment } from './raise.ts';

const kinds: readonly ConflictKind[] = all;

/** Collects the conflicts of one merge. `fragments` are in the order in which later ones win. */
export class ConflictFinder implements FoldContext {
  readonly diagnostics: Diagnostic[] = [];
  /** Override comments at what contradicts another fragment, whoever wins. */
  readonly overrides = new Set<OverrideComment>();
  readonly #fragments: readonly RaisedFragment[];
  readonly #configs: readonly Config[];
  /** Files with more than one fragment, whose name says too little. */
  readonly #ambiguous: ReadonlySet<string>;
  readonly #said = new Set<string>();

  constructor(fragments: readonly RaisedFragment[]) {
    this.#fragments = fragments;
    this.#configs = fragments.map(({ config }) => config);
    const names = fragments.map(({ fragment }) => fragment.name);
    const seen = new Set<string>();
    this.#ambiguous = new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
  }

  clash(clash: Clash): Given {
    const given = this.#ranked(clash.given);
    const winner = withLast(given);
    // What a MachineConfig is called is no contradiction: the result can have only one name.
    if (clash.path === 'metadata.name') return largest(given);
    const ranked: Clash = { ...clash, given };
    const kind: ConflictKind = kinds.find((each) => each !== conflictValue && each.claims?.(ranked)) ?? conflictValue;
    const message = kind.describe?.(ranked, this.#context(kind)) ?? clash.path;
    this.#add(
      kind,
      given,
      { message, canWin: !kind.always, isSettled: !kind.always && this.#isSettled(given, clash.kind) },
      (each) => {
        const shown = showValue(each.value, clash.path);
        return shown === undefined ? undefined : `${shown} here`;
      },
    );
    return winner;
  }

  /** Looks for all conflicts that are no matter of equal keys. */
  findOthers(): void {
    for (const kind of kinds) kind.find?.(this.#context(kind));
  }

  #context(kind: ConflictKind): ConflictContext {
    return {
      configs: this.#configs,
      nameOf: (from) => `\`${this.#nameOf(from)}\``,
      report: (finding) => this.#reportFinding(kind, finding),
    };
  }

  #reportFinding(kind: ConflictKind, { given, message, says }: ConflictFinding): void {
    const ranked = this.#ranked(given);
    // Both sides stay in the result, so that as a rule nobody can win.
    const canWin = kind.settles === true;
    this.#add(kind, ranked, { message, canWin, isSettled: canWin && this.#isSettled(ranked, 'other') }, (each) =>
      says?.(each),
    );
  }

  /** Those that are meant to override come last; the others keep their order. */
  #ranked(given: readonly Given[]): readonly Given[] {
    for (const each of given) this.#noteOverrides(each);
    const isOverride = (each: Given): boolean => this.#isOverride(each);
    return [...given.filter((each) => !isOverride(each)), ...given.filter(isOverride)];
  }

  #noteOverrides({ from, value }: Given): void {
    const document = this.#fragments[from]?.fragment.document;
    const marked = document === undefined ? [] : overridesAt(document, value.origin.location);
    for (const comment of marked) this.overrides.add(comment);
  }

  #isOverride({ from, value }: Given): boolean {
    const fragment = this.#fragments[from];
    if (fragment === undefined) return false;
    return fragment.isOverride || overridesAt(fragment.fragment.document, value.origin.location).length > 0;
  }

  /** Whether somebody has said who is to win. */
  #isSettled(given: readonly Given[], what: Clash['kind'] | 'other'): boolean {
    const overriding = given.filter((each) => this.#isOverride(each));
    if (overriding.length > 0) {
      const [first] = overriding;
      const fromOne = overriding.every(({ from }) => from === first?.from);
      return fromOne || (what === 'value' && overriding.every(({ value }) => first && sameValue(value, first.value)));
    }
    const names = given.map(({ from }) => this.#machineConfigName(from));
    return (
      names.every((name) => name !== undefined) && new Set(names).size === new Set(given.map(({ from }) => from)).size
    );
  }

  /** MachineConfigs come in the order of their names, which is known to everybody who writes them. */
  #machineConfigName(from: number): string | undefined {
    const fragment = this.#fragments[from];
    return fragment?.content.isMachineConfig ? (fragment.config.fields.metadata?.fields.name?.value ?? '') : undefined;
  }

  #nameOf(from: number): string {
    const { fragment, title } = this.#fragments[from] ?? {};
    const isAmbiguous = fragment !== undefined && this.#ambiguous.has(fragment.name);
    return (isAmbiguous ? this.#machineConfigName(from) : undefined) ?? title ?? '';
  }

  #add(
    kind: ConflictKind,
    given: readonly Given[],
    { message, canWin, isSettled }: Verdict,
    says: (given: Given) => string | undefined,
  ): void {
    const winner = withLast(given);
    const name = this.#nameOf(winner.from);
    const { location, path } = winner.value.origin.at();
    // One thing in the source can become several values, such as the source and the compression of contents.
    const identity = JSON.stringify([kind.code, message, location.uri, location.range.start]);
    if (this.#said.has(identity)) return;
    this.#said.add(identity);
    const notes = given.slice(0, -1).map((each): DiagnosticNote => {
      const words = says(each) ?? `it is given here in \`${this.#nameOf(each.from)}\``;
      return { message: words, location: each.value.origin.location };
    });
    if (isSettled) notes.push({ message: `\`${name}\` is meant to win` });
    else if (canWin) notes.push({ message: waysOut(name) });
    this.diagnostics.push(
      report(kind, { location, path }, canWin ? message : `${message}; ${lowerFirst(kind.docs.fix)}`, {
        severity: isSettled ? 'note' : kind.severity,
        notes,
        data: { fragments: given.map(({ from }) => this.#fragments[from]?.fragment.name ?? '') },
      }),
    );
  }
}

interface Verdict {
  readonly message: string;
  /** One side can be let win over the others. */
  readonly canWin: boolean;
  readonly isSettled: boolean;
}

function waysOut(winner: string): string {
  return `Ignition would take \`${winner}\`, which comes last; remove one of them, list a fragment under \`override\`, or write \`# kindling: override\` at the entry that is to win`;
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

function largest(given: readonly Given[]): Given {
  const text = ({ value }: Given): string => (value.kind === 'text' ? value.value : '');
  return given.reduce((best, each) => (text(each) > text(best) ? each : best));
}
