// Keys that stand twice in one object of JSON. Ignition takes them in silence; nobody writes them on purpose.
import { append } from '../append.ts';
import { foldKey } from '../bind-json.ts';
import jsonDuplicateKey from '../diagnostic/codes/json-duplicate-key.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import type { MapNode, Pair, SyntaxNode } from '../syntax/nodes.ts';

/** A finding for each key that an object had already. Keys count as one as Ignition reads them, mostly without regard to case. */
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
    if (pair.key.kind !== 'scalar') return [];
    const key = pair.key.text;
    const folded = foldKey(key);
    const earlier = first.get(folded);
    if (earlier === undefined) {
      first.set(folded, pair);
      return [];
    }
    const place = { location: { uri, range: pair.key.range }, path: [] };
    const notes = [{ message: 'it stands here already', location: { uri, range: earlier.key.range } }];
    const message = `key \`${key}\` stands twice in one object; keep one of them`;
    return [report(jsonDuplicateKey, place, message, { notes, data: { key } })];
  });
}
