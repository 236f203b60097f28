// What is known of texts that have been looked at before. A keystroke changes one text of a config; all others are found
// here. The cache belongs to whoever asks (an editor's session, one run of a command) and keeps what the last two rounds used.

export interface TextMemo {
  /** What `make` gives for the key, made at most once as long as it is in use. */
  get<T>(kind: string, key: string, make: () => T): T;
  /** Ends a round: what neither this nor the round before has asked for is forgotten. */
  endRound(): void;
}

/** An empty memo. */
export function createTextMemo(): TextMemo {
  let current = new Map<string, unknown>();
  let previous: ReadonlyMap<string, unknown> = new Map();
  return {
    get<T>(kind: string, key: string, make: () => T): T {
      const id = `${kind}\u0000${key}`;
      const value = current.has(id) ? current.get(id) : previous.has(id) ? previous.get(id) : make();
      current.set(id, value);
      // The kind tells the type: all callers of a kind make the same thing.
      return value as T;
    },
    endRound() {
      previous = current;
      current = new Map();
    },
  };
}
