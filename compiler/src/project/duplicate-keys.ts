// Keys that stand twice in one object of JSON. Ignition takes them in silence; nobody writes them on purpose.
import { append } from '../append.ts';
import jsonDuplicateKey from '../diagnostic/codes/json-duplicate-key.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import type { MapNode, Pair, SyntaxNode } from '../syntax/nodes.ts';

/** A finding for each key that an object had already. Keys that differ in case alone count as one, as Ignition reads them. */
export function duplicateKeys({ root, uri }: Document): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'seq') for (const item of node.items) open.push(item);
    else if (node.kind === 'map') {
      append(found, duplicatesIn(node, uri));
      for (const { value } of node.pairs) open.push(value);
    }
  }
  return found;
}

function duplicatesIn({ pairs }: MapNode, uri: string): readonly Diagnostic[] {
  if (pairs.length < 2) return [];
  const first = new Map<string, Pair>();
  return pairs.flatMap((pair) => {
    const key = pair.key.kind === 'scalar' ? pair.key.text.toLowerCase() : '';
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, pair);
      return [];
    }
    const place = { location: { uri, range: pair.key.range }, path: [] };
    const notes = [{ message: 'it stands here already', location: { uri, range: earlier.key.range } }];
    const message = `key \`${key}\` stands twice in one object; keep one of them`;
    return [report(jsonDuplicateKey, place, message, { notes, data: { key } })];
  });
}
