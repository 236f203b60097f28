// The local files and directories that a config names, found by the shape of the document alone: for those who look for the
// files directory before the config is analyzed. Never resolves or reads anything.
import type { SpecNode } from '../../spec/model.ts';
import { config } from '../../spec/shapes/config.ts';
import { append } from './append.ts';
import type { Document } from './document.ts';
import type { SyntaxNode } from './syntax/nodes.ts';
import { keyOf } from './syntax/resolve-scalar.ts';

/** The names as they are written, each once, in source order. */
export function localNames({ root }: Document): readonly string[] {
  const names = new Set<string>();
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'seq') append(open, [...node.items].reverse());
    if (node.kind !== 'map') continue;
    for (const { key, value } of [...node.pairs].reverse()) {
      if (localKeys.has(keyOf(key) ?? '')) addTexts(value, names);
      open.push(value);
    }
  }
  return [...names];
}

/** The names of all fields, anywhere in the language, whose text or list of texts names files of the files directory. */
const localKeys: ReadonlySet<string> = new Set(localFieldNames(config));

function localFieldNames(node: SpecNode): readonly string[] {
  if (node.kind === 'list') return localFieldNames(node.item);
  if (node.kind !== 'object') return [];
  return Object.entries(node.fields).flatMap(([name, field]) => {
    const isLocal = field.role === 'local-file' || field.role === 'local-directory';
    return [...(isLocal ? [name] : []), ...localFieldNames(field.node)];
  });
}

function addTexts(value: SyntaxNode, names: Set<string>): void {
  for (const each of value.kind === 'seq' ? value.items : [value]) {
    const text = each.kind === 'alias' ? each.target : each;
    if (text?.kind === 'scalar' && text.text !== '') names.add(text.text);
  }
}
