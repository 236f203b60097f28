// How often a server that ends by itself is started again: five times in three minutes. Knows no client and no clock.

export const mostRestarts = 5;
const window = 3 * 60 * 1000;

export class RestartPolicy {
  #ends: readonly number[] = [];

  /** Whether to start once more after an end at `now` (milliseconds), and how many starts of this window that makes. */
  ended(now: number): { readonly restart: boolean; readonly count: number } {
    this.#ends = [...this.#ends.filter((end) => now - end < window), now];
    const count = this.#ends.length;
    return { restart: count <= mostRestarts, count };
  }

  /** A person asked for a start: what was before does not count. */
  forget(): void {
    this.#ends = [];
  }
}
