// From clashes of equal keys and from what the kinds of conflicts find to diagnostics with every contributing place. Decides who
// wins: what is meant to override, then the later one, as with Ignition. Never changes a config.
import type { Config } from '../config.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic, DiagnosticNote } from '../diagnostic/diagnostic.ts';
import { asSettled } from '../diagnostic/settled.ts';
import { type Clash, type FoldContext, type Given, withLast } from '../merge/fold-context.ts';
import { prevails } from '../merge/prevails.ts';
import { sameValue } from '../merge/same-value.ts';
import conflictOrder from './conflicts/conflict-order.ts';
import conflictValue from './conflicts/conflict-value.ts';
import { all } from './conflicts/index.gen.ts';
import type { ConflictContext, ConflictFinding, ConflictKind } from './conflicts/shared/conflict.ts';
import { showValue } from './conflicts/shared/show-value.ts';
import { haveNames, nameOf } from './machine-config-order.ts';
import { type OverrideComment, overridesAt } from './override-comments.ts';
import type { RaisedFragment } from './raise.ts';

const kinds: readonly ConflictKind[] = all;

/** Collects the conflicts of one merge. `fragments` are in the order in which later ones win. */
export class ConflictFinder implements FoldContext {
  readonly diagnostics: Diagnostic[] = [];
  /** Override comments at what contradicts another fragment, whoever wins. */
  readonly overrides = new Set<OverrideComment>();
  readonly isOrdered: boolean;
  readonly #fragments: readonly RaisedFragment[];
  readonly #configs: readonly Config[];
  /** Files with more than one fragment, whose name says too little. */
  readonly #ambiguous: ReadonlySet<string>;
  readonly #said = new Set<string>();

  constructor(fragments: readonly RaisedFragment[]) {
    this.#fragments = fragments;
    this.isOrdered = haveNames(fragments);
    this.#configs = fragments.map(({ config }) => config);
    const names = fragments.map(({ fragment }) => fragment.name);
    const seen = new Set<string>();
    this.#ambiguous = new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
  }

  clash(clash: Clash): Given {
    const given = this.#ranked(clash.given, clash.prevails);
    const winner = withLast(given);
    // What a MachineConfig is called is no contradiction: the result can have only one name.
    if (clash.path === 'metadata.name') return largest(given);
    const ranked: Clash = { ...clash, given };
    const kind: ConflictKind = kinds.find((each) => each !== conflictValue && each.claims?.(ranked)) ?? conflictValue;
    const message = kind.describe?.(ranked, this.#context(kind)) ?? clash.path;
    // The operator merges by Ignition's rules, which keep both what is void and what makes it so.
    const canWin = !kind.always && !(clash.kind === 'void' && this.isOrdered);
    const settled = canWin ? this.#settled(given, clash.kind, clash.prevails) : undefined;
    this.#add(
      kind,
      given,
      { message, canWin, settled, otherwise: outcome(clash, winner, this.#nameOf(winner.from)) },
      saying(clash.path),
    );
    return winner;
  }

  undecided(clash: Clash): Given | undefined {
    const given = this.#ranked(clash.given);
    if (this.#settled(given, clash.kind) !== undefined) return given.at(-1);
    const message = conflictOrder.undecided(clash);
    this.#add({ ...conflictOrder, severity: 'warning' }, given, { ...undecided, message }, saying(clash.path));
    return undefined;
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

  #reportFinding(kind: ConflictKind, { given, message, says, winning }: ConflictFinding): void {
    const ranked = this.#ranked(given);
    // Both sides stay in the result, so that as a rule nobody can win.
    const canWin = winning !== undefined;
    const settled = canWin && ranked.at(-1) === winning ? this.#settled(ranked, 'other') : undefined;
    const otherwise = '';
    this.#add(kind, ranked, { message, canWin, settled, otherwise }, (each) => says?.(each));
  }

  /** Those that are meant to override come last, before them those that prevail; the others keep their order. */
  #ranked(given: readonly Given[], winning?: Clash['prevails']): readonly Given[] {
    for (const each of given) this.#noteOverrides(each);
    const rank = (each: Given): number => (this.#isOverride(each) ? 2 : prevails(each.value, winning) ? 1 : 0);
    return [0, 1, 2].flatMap((wanted) => given.filter((each) => rank(each) === wanted));
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

  /** Why the last one wins, when somebody has said so. */
  #settled(
    given: readonly Given[],
    what: Clash['kind'] | 'other',
    winning: Clash['prevails'] = [],
  ): string | undefined {
    const winner = given[given.length - 1] as Given;
    const name = this.#nameOf(winner.from);
    const overriding = given.filter((each) => this.#isOverride(each));
    if (overriding.length > 0) {
      const [first] = overriding;
      const fromOne = overriding.every(({ from }) => from === first?.from);
      const isAgreed =
        (what === 'value' || what === 'argument') &&
        overriding.every(({ value }) => first && sameValue(value, first.value));
      return fromOne || isAgreed ? `\`${name}\` is meant to win` : undefined;
    }
    // Their order alone does not take away what makes another thing void.
    if (what === 'void') return undefined;
    const names = given.map(({ from }) => this.#machineConfigName(from));
    if (names.includes(undefined) || new Set(names).size < new Set(given.map(({ from }) => from)).size)
      return undefined;
    return prevails(winner.value, winning)
      ? `\`${name}\` wins: the Machine Config Operator takes ${showValue(winner.value, '')} from whichever MachineConfig has it`
      : `\`${name}\` wins: MachineConfigs are merged in the order of their names`;
  }

  /** MachineConfigs come in the order of their names, which is known to everybody who writes them. */
  #machineConfigName(from: number): string | undefined {
    const fragment = this.#fragments[from];
    return fragment?.content.isMachineConfig ? nameOf(fragment) : undefined;
  }

  #nameOf(from: number): string {
    const { fragment, title } = this.#fragments[from] ?? {};
    const isAmbiguous = fragment !== undefined && this.#ambiguous.has(fragment.name);
    return (isAmbiguous ? this.#machineConfigName(from) : undefined) ?? title ?? '';
  }

  #add(
    kind: ConflictKind,
    given: readonly Given[],
    { message, canWin, settled, otherwise }: Verdict,
    says: (given: Given) => string | undefined,
  ): void {
    const winner = withLast(given);
    const { location, path } = winner.value.origin.at();
    // One thing in the source can become several values, such as the source and the compression of contents.
    const identity = JSON.stringify([kind.code, message, location.uri, location.range.start]);
    if (this.#said.has(identity)) return;
    this.#said.add(identity);
    const notes = given.slice(0, -1).map((each): DiagnosticNote => {
      const words = says(each) ?? `it is given here in \`${this.#nameOf(each.from)}\``;
      return { message: words, location: each.value.origin.location };
    });
    if (settled !== undefined) notes.push({ message: settled });
    else if (canWin) notes.push({ message: `${otherwise}${waysOut}` });
    this.diagnostics.push(
      report(kind, { location, path }, canWin ? message : `${message}; ${lowerFirst(kind.docs.fix)}`, {
        severity: settled === undefined ? kind.severity : 'note',
        notes,
        data: {
          fragments: given.map(({ from }) => this.#fragments[from]?.fragment.name ?? ''),
          ...(settled === undefined ? {} : asSettled),
        },
      }),
    );
  }
}

interface Verdict {
  readonly message: string;
  /** One side can be let win over the others. */
  readonly canWin: boolean;
  /** Why it does, when that is known. */
  readonly settled: string | undefined;
  /** What would come of it if nobody did anything: the beginning of a sentence, or nothing. */
  readonly otherwise: string;
}

const undecided = { canWin: true, settled: undefined, otherwise: '' };

/** What each contributor says, where it can be shown. */
function saying(path: string): (given: Given) => string | undefined {
  return ({ value }) => {
    const shown = showValue(value, path);
    return shown === undefined ? undefined : `${shown} here`;
  };
}

const waysOut =
  'remove one of them, list a fragment under `override`, or write `# kindling: override` at the entry that is to win';

function wouldTake(winner: string): string {
  return `Ignition would take \`${winner}\`, which comes last; `;
}

/** Of what surrounds an Ignition config Ignition knows nothing, and lists it joins. */
function outcome({ kind, path, prevails: winning }: Clash, winner: Given, name: string): string {
  if (kind === 'order') return '';
  if (kind === 'void') return 'Ignition would keep both; ';
  if (kind === 'argument') return 'the kernel would take the last one, and nothing says which that is; ';
  if (prevails(winner.value, winning))
    return `the Machine Config Operator would take ${showValue(winner.value, path)}; `;
  return /^(metadata|openshift)\b/.test(path) ? '' : wouldTake(name);
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

function largest(given: readonly Given[]): Given {
  const text = ({ value }: Given): string => (value.kind === 'text' ? value.value : '');
  return given.reduce((best, each) => (text(each) > text(best) ? each : best));
}
