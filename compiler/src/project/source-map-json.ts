// A source map as JSON, for tools: where each printed value comes from, by JSON pointer and by offset.
//
//     { "version": 1,
//       "sources": ["../base.d/motd.bu"],
//       "mappings": [
//         { "pointer": "/storage/files/0/mode",
//           "output": [120, 123],                 offsets in the output, UTF-16, end behind the last character
//           "source": 0,                          index in `sources`
//           "range": [58, 62],                    offsets in that source
//           "line": 6, "column": 13,              of the start, from 1; columns are code points
//           "by": "with_mount_unit" } ] }         the sugar that made the value; absent when it is written as such
//
// A value without an entry of its own has the origin of the nearest one around it. Of a MachineConfig the pointers are those of
// the YAML as JSON.
import type { Document } from '../document.ts';
import type { PrintNode } from '../output/print-node.ts';
import { sortedMembers } from '../output/print-yaml.ts';
import type { PrintedMerge } from './merged.ts';

/** The text of the map, with a final line feed. `rename` gives the names that sources have in it. */
export function sourceMapJson(
  { tree, isYaml, sourceMap }: PrintedMerge,
  documents: ReadonlyMap<string, Document>,
  rename: (name: string) => string,
): string {
  const pointers = pointersOf(tree, isYaml);
  const names: string[] = [];
  const index = new Map<string, number>();
  const mappings = sourceMap.segments.map(({ output, origin: { location, by } }, at) => {
    const { uri, range } = location;
    let source = index.get(uri);
    if (source === undefined) {
      source = names.length;
      index.set(uri, source);
      names.push(rename(uri));
    }
    return {
      pointer: pointers[at],
      output: [output.start, output.end],
      source,
      range: [range.start, range.end],
      ...documents.get(uri)?.lines.at(range.start),
      ...(by === undefined ? {} : { by }),
    };
  });
  const lines = mappings.map((mapping) => `  ${JSON.stringify(mapping)}`);
  return `{"version":1,"sources":${JSON.stringify(names)},"mappings":[\n${lines.join(',\n')}\n]}\n`;
}

/** The pointers of all values with an origin, in the order in which they are printed. */
export function pointersOf(root: PrintNode, isYaml: boolean): readonly string[] {
  const pointers: string[] = [];
  const visit = (node: PrintNode, pointer: string): void => {
    if (node.origin) pointers.push(pointer);
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, `${pointer}/${index}`);
    if (node.kind !== 'object') return;
    for (const { key, value } of isYaml ? sortedMembers(node) : node.members)
      visit(value, `${pointer}/${escapePointer(key)}`);
  };
  visit(root, '');
  return pointers;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
