// One scalar as the formatter writes it: without quotes that it does not need, with its lines in their columns. The value, its
// type included, never changes.
import { blockIndent } from '../edit/replace.ts';
import { lineEnd } from '../edit/source.ts';
import { canBeLiteral, canBePlain, writeLiteral } from '../edit/write-scalar.ts';
import type { ScalarNode } from '../syntax/nodes.ts';

export interface ScalarPlace {
  readonly inFlow: boolean;
  readonly isKey: boolean;
  /** Column of the entry that holds the scalar: of its key or dash; -1 at the root. */
  readonly column: number;
  readonly lineBreak: string;
}

/** The scalar without anchor and tag. */
export function formatScalar(text: string, node: ScalarNode, place: ScalarPlace): string {
  if (node.style === 'literal' || node.style === 'folded') return formatBlock(text, node, place);
  const written = text.slice(node.valueRange.start, node.valueRange.end);
  if (node.style === 'plain') return reindented(written, node, place);
  if (node.tag === undefined && !mayBeTemplate(node.text)) {
    if (!written.includes('\n') && canBePlain(node.text, place)) return node.text;
    const isText = !place.inFlow && !place.isKey && node.style === 'double';
    if (isText && /\n[^\n]/.test(node.text) && canBeLiteral(node.text) && place.column >= 0) {
      return writeLiteral(node.text, place.column + 2, place.lineBreak);
    }
  }
  return reindented(written, node, place);
}

/** Quotes around the hole of a template are there for what will be put into it. */
function mayBeTemplate(text: string): boolean {
  return /[$%{]\{|\{[%#]/.test(text);
}

/** A scalar over several lines: the further ones stand two columns deeper than the entry. */
function reindented(written: string, node: ScalarNode, { column, lineBreak }: ScalarPlace): string {
  if (!written.includes('\n')) return written;
  const pad = ' '.repeat(column + 2);
  const lines = written.split(/\r?\n/).map((line, index) => {
    const body = index === 0 ? line : line.replace(/^[ \t]+/, '');
    // Blanks at the end of a line are not part of the value, unless they are escaped.
    const bare = body.replace(/[ \t]+$/, '');
    const kept = node.style === 'double' && bare.endsWith('\\') ? body : bare;
    return index === 0 || kept === '' ? kept : pad + kept;
  });
  return lines.join(lineBreak);
}

function formatBlock(text: string, node: ScalarNode, { column, lineBreak }: ScalarPlace): string {
  const { start } = node.valueRange;
  // A block without a line ends before a comment, which is then one like any other.
  const header = text.slice(start, Math.min(lineEnd(text, start), node.valueRange.end));
  const [indicators = '|'] = /^[|>][\d+-]*/.exec(header) ?? [];
  const comment = header.slice(indicators.length).trim();
  const increment = /\d/.exec(indicators)?.[0];
  const pad = ' '.repeat(Math.max(column, 0) + (increment === undefined ? 2 : Number(increment)));
  const trailing = /\n*$/.exec(node.text)?.[0].length ?? 0;
  // At the end of a text without a line break the scalar lacks one too; now that one comes, it must not count.
  const isUnended = trailing === 0 && node.text !== '' && !indicators.includes('-');
  const shown = isUnended ? `${indicators.replace('+', '')}-` : indicators;
  const head = comment === '' ? shown : `${shown} ${comment}`;
  const body = blockLines(text, node).map((line) => (line === '' ? '' : pad + line));
  const isEmpty = node.text.length === trailing;
  const blanks = indicators.includes('+') ? Math.max(0, isEmpty ? trailing : trailing - 1) : 0;
  return [head, ...body, ...Array.from({ length: blanks }, () => '')].join(lineBreak);
}

/** The lines of a block scalar without their indentation, up to the last one that is not blank. */
function blockLines(text: string, node: ScalarNode): readonly string[] {
  const body = node.text.replace(/\n+$/, '');
  if (body === '') return [];
  if (node.style === 'literal') return body.split('\n');
  const headerEnd = lineEnd(text, node.valueRange.start);
  const indent = blockIndent(text, node) ?? 0;
  const lines = text.slice(headerEnd, node.range.end).split(/\r?\n/).slice(1);
  return lines.map((line) => line.slice(indent));
}
