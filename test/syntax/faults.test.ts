// Faults of YAML with their exact place, marked in the text: «the fault» and ‹what a note points at›. Each text has one fault
// only, and the tree keeps what stands before and behind it.
import { describe, expect, test } from 'vitest';
import type { SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import faults from './faults.json' with { type: 'json' };

interface Row {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly message: string;
  readonly note?: string;
  readonly tree: unknown;
}

/** The text without marks, and the ranges that they enclose. */
function unmark(marked: string): { text: string; fault: unknown; note: unknown } {
  const places = new Map<string, number>();
  let text = '';
  for (const unit of marked.split('')) {
    if ('«»‹›'.includes(unit)) places.set(unit, text.length);
    else text += unit;
  }
  const range = (open: string, close: string) => ({ start: places.get(open), end: places.get(close) });
  return { text, fault: range('«', '»'), note: places.has('‹') ? range('‹', '›') : undefined };
}

function plain(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [String(plain(key)), plain(value)]));
    case 'seq':
      return node.items.map(plain);
    case 'scalar':
      return node.text;
    case 'alias':
      return `*${node.name}`;
    case 'missing':
      return null;
  }
}

describe.each(Object.entries(faults as Record<string, Row[]>))('%s', (_group, rows) => {
  test.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    const { text, fault, note } = unmark(row.text);
    const { root, problems } = parseYaml(text, 'x.bu');
    expect(problems.map(({ code, message }) => ({ code, message }))).toEqual([
      { code: row.code, message: row.message },
    ]);
    expect(problems[0]?.severity).toBe('error');
    expect(problems[0]?.location).toEqual({ uri: 'x.bu', range: fault });
    const notes = row.note ? [{ message: row.note, location: { uri: 'x.bu', range: note } }] : undefined;
    expect(problems[0]?.notes).toEqual(notes);
    expect(plain(root)).toEqual(row.tree);
  });
});
