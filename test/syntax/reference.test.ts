// Odd YAML texts with what the reference makes of them: refused, or its nodes in order, each with line and column, style,
// anchor, tag, and text or number of members. The data was written by the reference's own YAML reader.
import { describe, expect, test } from 'vitest';
import type { SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { resolveTag } from '../../compiler/src/syntax/resolve-scalar.ts';
import { LineIndex } from '../../compiler/src/text/line-index.ts';
import reference from './reference.json' with { type: 'json' };

interface Row {
  readonly text: string;
  readonly refused?: boolean;
  readonly nodes?: readonly string[];
}

describe.each(Object.entries(reference as Record<string, Row[]>))('%s', (_group, rows) => {
  test.each(rows.map((row) => [JSON.stringify(row.text).slice(0, 60), row] as const))('%s', (_name, row) => {
    const { root, problems } = parseYaml(row.text, 'x.bu');
    expect(problems.map(({ message }) => message).length > 0).toBe(row.refused ?? false);
    if (!row.nodes) return;
    const lines = new LineIndex(row.text);
    // An empty text has no node for the reference, a missing one for us.
    const nodes = row.nodes.length === 0 && root.kind === 'missing' ? [] : describeNodes(root, lines);
    expect(nodes).toEqual(row.nodes);
  });
});

function describeNodes(node: SyntaxNode, lines: LineIndex): string[] {
  const { line, column } = lines.at(node.range.start);
  const place = `${line}:${column}`;
  const anchor = node.anchor ? ` &${node.anchor.text}` : '';
  switch (node.kind) {
    case 'alias':
      return [`${place} *${node.name}`];
    case 'missing':
      return [`${place} plain${anchor} ${shortTag(resolveTag(node))} `];
    case 'scalar':
      return [`${place} ${node.style}${anchor} ${shortTag(resolveTag(node))} ${node.text}`];
    case 'seq': {
      const style = node.style === 'flow' ? '[]' : 'seq';
      const own = `${place} ${style}${anchor} ${explicitTag(node) ?? '!!seq'} ${node.items.length}`;
      return [own, ...node.items.flatMap((item) => describeNodes(item, lines))];
    }
    case 'map': {
      const style = node.style === 'flow' ? '{}' : 'map';
      const own = `${place} ${style}${anchor} ${explicitTag(node) ?? '!!map'} ${node.pairs.length}`;
      const members = node.pairs.flatMap(({ key, value }) => [key, value]);
      return [own, ...members.flatMap((member) => describeNodes(member, lines))];
    }
  }
}

function shortTag(tag: string): string {
  if (tag.startsWith('!<')) return tag.slice(2, -1);
  return tag.startsWith('!') || tag.includes(':') ? tag : `!!${tag}`;
}

function explicitTag(node: SyntaxNode): string | undefined {
  return node.tag?.text.replace('tag:yaml.org,2002:', '!!');
}
