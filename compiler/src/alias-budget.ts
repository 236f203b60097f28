// The limit on alias-driven work, step for step that of the reference's YAML decoder: a small file that unfolds into
// millions of values ends here, in bounded time.

const freeAliasSteps = 100;
const freeSteps = 1000;
const lowSteps = 400_000;
const highSteps = 4_000_000;

/** Counts decoding steps; a step below an alias is alias-driven. */
export class AliasBudget {
  #steps = 0;
  #aliasSteps = 0;
  #depth = 0;

  /** Counts one step; false when the document unfolds too much. */
  step(): boolean {
    this.#steps++;
    if (this.#depth > 0) this.#aliasSteps++;
    if (this.#aliasSteps <= freeAliasSteps || this.#steps <= freeSteps) return true;
    return this.#aliasSteps / this.#steps <= allowedShare(this.#steps);
  }

  /** Runs `work` below an alias. */
  below<T>(work: () => T): T {
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}

/** 99 % for small documents, 10 % for huge ones, falling linearly in between. */
function allowedShare(steps: number): number {
  if (steps <= lowSteps) return 0.99;
  if (steps >= highSteps) return 0.1;
  return 0.99 - (0.89 * (steps - lowSteps)) / (highSteps - lowSteps);
}
