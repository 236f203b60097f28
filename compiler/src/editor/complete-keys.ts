// Offers of keys: those that the language has here and the mapping lacks, the required ones first, with what comes behind them.
import { isRequired } from '../../../spec/derive/describe.ts';
import { fieldsOf } from '../../../spec/fields.ts';
import type { Field, ListNode, MapNode, ObjectNode } from '../../../spec/model.ts';
import type { Cursor } from './cursor.ts';
import { fieldSummary } from './describe-field.ts';
import { escapeSnippet, type Offer } from './offer.ts';
import { type Place, type Rules, writtenName } from './places.ts';

export interface KeyContext {
  readonly cursor: Cursor;
  readonly rules: Rules;
  /** Spaces in front of the text of the cursor's line: editors indent the lines of a snippet by as many. */
  readonly lineIndent: number;
  readonly isJson: boolean;
}

const ranks = { required: 0, usual: 2, refused: 6 } as const;

/** The keys of an object. `dash`: what is offered is a new item of a list, and needs one. */
export function keyOffers(place: Place, node: ObjectNode, context: KeyContext, dash = ''): readonly Offer[] {
  const { cursor, rules } = context;
  const present = new Set(cursor.siblings);
  const prefix = place.page === '' ? '' : `${place.page}.`;
  return [...fieldsOf(node, rules.point, rules.side)].flatMap(([source, field]) => {
    const name = writtenName(source, field, rules);
    if (present.has(name)) return [];
    const page = prefix + source;
    const isRefused = rules.spec?.filters.some(({ path }) => path === page) === true;
    const isNeeded = isRequired(field, rules.point, rules.side);
    return [
      {
        label: dash + name,
        kind: 'key' as const,
        ...written(name, field, context, dash),
        replace: cursor.word,
        ...(context.isJson ? { filter: `"${name}"` } : {}),
        rank: isRefused ? ranks.refused : isNeeded ? ranks.required : ranks.usual,
        detail: isRefused ? `refused by ${rules.spec?.variant}` : fieldSummary(field, page, rules),
        topic: { kind: 'field' as const, page },
        goesOn: true,
      },
    ];
  });
}

/** The keys that a free mapping must have. */
export function mapKeyOffers(node: MapNode, { cursor, isJson }: KeyContext): readonly Offer[] {
  const present = new Set(cursor.siblings);
  return (node.required ?? [])
    .filter((name) => !present.has(name))
    .map((name) => {
      const key = isJson ? `"${name}"` : name;
      const text = cursor.hasColon ? key : `${key}: `;
      return { label: name, kind: 'key', text, replace: cursor.word, rank: 0, detail: 'required', goesOn: true };
    });
}

function written(name: string, field: Field, context: KeyContext, dash: string): Pick<Offer, 'text' | 'snippet'> {
  const { cursor, isJson } = context;
  const key = isJson ? `"${name}"` : name;
  if (cursor.hasColon) return { text: dash + key };
  const { node } = field;
  const isNested = node.kind === 'list' || node.kind === 'object' || node.kind === 'map';
  if (!isNested) return { text: `${dash}${key}: ` };
  if (cursor.isFlow) {
    const [open, close] = node.kind === 'list' ? ['[', ']'] : ['{', '}'];
    return { text: `${key}: ${open}${close}`, snippet: `${escapeSnippet(key)}: ${open}$0${escapeSnippet(close)}` };
  }
  return { text: `${dash}${key}:`, snippet: nestedSnippet(dash + key, node, cursor.column + dash.length, context) };
}

function nestedSnippet(
  head: string,
  node: ListNode | ObjectNode | MapNode,
  column: number,
  { rules, lineIndent }: KeyContext,
): string {
  const indent = ' '.repeat(Math.max(0, column - lineIndent) + 2);
  if (node.kind !== 'list') return `${head}:\n${indent}$0`;
  const item = node.item.kind === 'object' ? requiredKey(node.item, rules) : undefined;
  return `${head}:\n${indent}- ${item === undefined ? '$0' : `${item}: $0`}`;
}

/** The one key that every item needs, when there is just one plain one. */
function requiredKey(node: ObjectNode, rules: Rules): string | undefined {
  const needed = [...fieldsOf(node, rules.point, rules.side)].filter(
    ([name, field]) => field.node.kind === 'string' && (isRequired(field, rules.point, rules.side) || name === 'name'),
  );
  const first = needed[0];
  return first && writtenName(first[0], first[1], rules);
}
