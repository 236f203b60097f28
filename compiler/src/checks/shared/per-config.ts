// Indexes over a whole config, such as its links by path: made when the first check asks, and shared by all of them.
import type { Config } from '../../config.ts';

/** `build(config)`, made once for each config. */
export function perConfig<T>(build: (config: Config) => T): (config: Config) => T {
  const built = new WeakMap<Config, { readonly value: T }>();
  return (config) => {
    let entry = built.get(config);
    if (entry === undefined) {
      entry = { value: build(config) };
      built.set(config, entry);
    }
    return entry.value;
  };
}

/** Items by a key; items of one key in their order. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
