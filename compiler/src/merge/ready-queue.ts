// Hands out the smallest of what was added: a binary heap.

/** Numbers, the smallest first. */
export class ReadyQueue {
  readonly #heap: number[] = [];

  add(value: number): void {
    const heap = this.#heap;
    let at = heap.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = heap[(at - 1) >> 1] ?? value;
      if (above <= value) break;
      heap[at] = above;
    }
    heap[at] = value;
  }

  take(): number | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = (heap[left + 1] ?? Number.POSITIVE_INFINITY) < (heap[left] ?? 0) ? left + 1 : left;
      const value = heap[child];
      if (value === undefined || value >= last) break;
      heap[at] = value;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}
