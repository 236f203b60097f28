// Whether a text is JSON as the reference reads it.

/** Values in values, at most. */
const deepest = 10_000;

/** Whether `text` is one JSON value whose numbers fit a double. */
export function isJson(text: string): boolean {
  // The syntax alone first; the numbers need a look at all values, which is done without recursion.
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === 'number' && !Number.isFinite(next.value)) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    const depth = next.depth + 1;
    if (depth > deepest) return false;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth });
  }
  return true;
}
