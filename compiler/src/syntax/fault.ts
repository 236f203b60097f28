// Faults as scanner and composer find them, before they become diagnostics, and the repairs that they may ask for. Data and
// the list that keeps one fault from drowning in its consequences.
import type { SourceRange } from '../text/range.ts';

export type FaultCode = 'yaml-syntax' | 'yaml-directive' | 'yaml-unknown-anchor' | 'yaml-encoding';

export interface Fault {
  readonly code: FaultCode;
  readonly range: SourceRange;
  readonly message: string;
  /** A further place that explains the fault, usually where something was opened. */
  readonly note?: { readonly message: string; readonly range: SourceRange };
}

/**
 * A decision about a construct that the text leaves open, found out only later. The text is then parsed again with it, as
 * the reference gives up at such places and says nothing about the tree.
 */
export type Repair =
  /** The quoted scalar that starts at `start` ends with its line. */
  | { readonly kind: 'unclosed-quote'; readonly start: number }
  /** All flow collections opened at or after `start` end before `at`. */
  | { readonly kind: 'unclosed-flow'; readonly start: number; readonly at: number }
  /** The plain scalar that starts at `start` ends before the line `at`; `asKey`: it and its lines are keys without colon. */
  | { readonly kind: 'cut-plain'; readonly start: number; readonly at: number; readonly asKeys: boolean }
  /** The block scalar whose indicator is at `start` has the lines from that of `at` up to `stop`, whatever their column. */
  | { readonly kind: 'outdented-block'; readonly start: number; readonly at: number; readonly stop: number };

/** More faults than this in one text help nobody. */
const mostFaults = 100;

export class FaultList {
  readonly faults: Fault[] = [];
  readonly #text: string;
  /** The line of the last syntax fault: from its start to its end. */
  #start = -1;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  get isFull(): boolean {
    return this.faults.length >= mostFaults;
  }

  /** Adds a fault. A further syntax fault on the line of the one before is taken for its consequence and left out. */
  add(fault: Fault): void {
    if (this.isFull) return;
    if (fault.code === 'yaml-syntax') {
      const { start } = fault.range;
      if (start >= this.#start && start <= this.#end) return;
      this.#start = start === 0 ? 0 : this.#text.lastIndexOf('\n', start - 1) + 1;
      const end = this.#text.indexOf('\n', start);
      this.#end = end < 0 ? this.#text.length : end;
    }
    this.faults.push(fault);
  }
}
