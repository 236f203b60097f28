// Offers of whole tasks where they fit: at the root, in their section, in their list.
import { newestStable, specs } from '../../../spec/resolve.ts';
import type { Cursor } from './cursor.ts';
import { type Task, tasks } from './data/tasks.ts';
import { escapeSnippet, type Offer } from './offer.ts';
import { placeAt, type Rules } from './places.ts';

const rank = 8;

/** `<1:core>`: a place to fill in. */
const places = /<(\d):([^>]*)>/g;

/** `lineIndent`: spaces in front of the text of the cursor's line, by which editors indent the lines of a snippet. */
export function taskOffers(cursor: Cursor, rules: Rules, lineIndent: number): readonly Offer[] {
  if (cursor.isFlow || cursor.hasColon || rules.side === 'output' || rules.root) return [];
  return tasks.flatMap((task) => {
    const lines = fitting(task, cursor, rules);
    if (lines === undefined) return [];
    const indent = ' '.repeat(Math.max(0, cursor.column - lineIndent));
    const indented = lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join('\n');
    const topic = { kind: 'text', text: task.doc } as const;
    return [offer(task.label, indented, cursor, task.doc, topic)];
  });
}

function offer(label: string, lines: string, cursor: Cursor, detail: string, topic: Offer['topic']): Offer {
  const text = lines.replace(places, '$2');
  const snippet = escapeSnippet(lines).replace(places, (_, index: string, text: string) => `\${${index}:${text}}`);
  const base = { label, kind: 'task', text, snippet, replace: cursor.word, rank, detail } as const;
  return topic === undefined ? base : { ...base, topic };
}

/** The lines of a task at the cursor; undefined where it does not fit or the spec lacks what it needs. */
function fitting(task: Task, cursor: Cursor, rules: Rules): readonly string[] | undefined {
  if (placeAt(task.at, rules) === undefined) return undefined;
  const names = cursor.path.filter((step) => typeof step === 'string');
  const isInItem = typeof cursor.path.at(-1) === 'number';
  if (names.some((name, index) => task.at[index] !== name)) return undefined;
  const missing = task.at.slice(names.length);
  if (isInItem) {
    // An item that has begun is no place for another one.
    const isNew = cursor.isItem && cursor.siblings.length === 0;
    return missing.length === 0 && task.kind === 'item' && isNew ? task.body : undefined;
  }
  const next = missing[0];
  if (next !== undefined && cursor.siblings.includes(next)) return undefined;
  if (next === undefined && task.kind === 'members' && hasMember(task, cursor)) return undefined;
  return wrap(task, missing);
}

function hasMember(task: Task, cursor: Cursor): boolean {
  return task.body.some((line) => cursor.siblings.includes(/^(\w+):/.exec(line)?.[1] ?? ''));
}

function wrap(task: Task, missing: readonly string[]): readonly string[] {
  const heads = missing.map((name, depth) => `${'  '.repeat(depth)}${name}:`);
  const indent = '  '.repeat(missing.length);
  const body = task.body.map((line, index) => {
    if (line === '') return '';
    if (task.kind === 'members') return indent + line;
    return `${indent}${index === 0 ? '- ' : '  '}${line}`;
  });
  return [...heads, ...body];
}

/** For a file in which nothing stands yet: the two lines that every config begins with. */
export function headerOffers(cursor: Cursor): readonly Offer[] {
  const variants = [...new Set(specs.map(({ variant }) => variant))];
  return variants.flatMap((variant) => {
    const newest = newestStable(variant);
    if (newest === undefined) return [];
    const lines = `variant: ${variant}\nversion: ${newest.version}\n`;
    return [{ ...offer(`new ${variant} config`, lines, cursor, `${variant} ${newest.version}`, undefined), rank: 0 }];
  });
}
