// Completion: what can stand at an offset of a config, half-typed and broken ones included. Puts the offers of keys, values,
// tasks and comments together; knows no protocol.
import type { Document } from '../document.ts';
import { fullCatalogue as catalogue, definitionOf } from '../full-catalogue.ts';
import { readDocument } from '../read-document.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import { keyOf } from '../syntax/resolve-scalar.ts';
import { keyOffers, mapKeyOffers } from './complete-keys.ts';
import { headerOffers, taskOffers } from './complete-tasks.ts';
import { type LocalEntry, type Value, valuesAt } from './complete-values.ts';
import { type Cursor, cursorAt, isJson } from './cursor.ts';
import { describeField } from './describe-field.ts';
import { lineAt } from './line.ts';
import { ignitionPage, yamlDocumentAt } from './machine-config.ts';
import type { Name } from './names.ts';
import type { Offer, Topic } from './offer.ts';
import { type Place, pathOfPage, placeAt, type Rules } from './places.ts';
import type { TextKind } from './recognise.ts';
import { rulesOf } from './rules-of.ts';

/** A text whose tree is made when it is asked for: offers of keys need none, and come right after a keystroke. */
export type Source = Pick<Document, 'text' | 'root'>;

/** What completion may ask for; each is made only when it is needed. */
export interface CompletionSources {
  names(): readonly Name[];
  list(directory: string): readonly LocalEntry[];
}

/** What can stand at `offset`, best first. */
export function complete(
  document: Source,
  offset: number,
  sources: CompletionSources,
  kind: TextKind = 'butane',
): readonly Offer[] {
  const { start, end } = kind === 'machine-config' ? yamlDocumentAt(document.text, offset) : { start: 0, end: 0 };
  if (end === 0 || (start === 0 && end === document.text.length)) return completeIn(document, offset, sources, kind);
  // Keys of other documents in the file are no siblings.
  const text = document.text.slice(start, end);
  const part: Source = {
    text,
    get root() {
      return readDocument(text, '').root;
    },
  };
  return completeIn(part, offset - start, sources, kind).map((offer) => {
    return { ...offer, replace: { start: offer.replace.start + start, end: offer.replace.end + start } };
  });
}

function completeIn(document: Source, offset: number, sources: CompletionSources, kind: TextKind): readonly Offer[] {
  const { text } = document;
  if (kind === 'ignition' && !isJson(text)) return text.trim() === '' ? [wholeConfig(offset)] : [];
  const cursor = cursorAt(text, offset);
  const rules = rulesOf(text, kind);
  if (cursor.kind === 'comment') return commentOffers(text, cursor);
  if (cursor.kind === 'none' || cursor.kind === 'text') return [];
  const place = placeAt(cursor.path, rules);
  if (place === undefined) return [];
  const scene: Scene = { document, cursor, rules, sources, isJson: isJson(text) };
  return cursor.kind === 'value' ? behindKey(place, scene) : atEntry(place, scene);
}

/** What every Ignition config is, where there is nothing yet. */
function wholeConfig(offset: number): Offer {
  return {
    label: '{"ignition": …}',
    kind: 'task',
    text: '{"ignition": {"version": ""}}',
    snippet: '{"ignition": {"version": "$0"\\}\\}',
    replace: { start: offset, end: offset },
    filter: '{',
    rank: 0,
    goesOn: true,
  };
}

interface Scene {
  readonly document: Source;
  readonly cursor: Cursor;
  readonly rules: Rules;
  readonly sources: CompletionSources;
  readonly isJson: boolean;
}

function atEntry(place: Place, scene: Scene): readonly Offer[] {
  const { cursor, rules, document, isJson } = scene;
  const { node } = place;
  const lineIndent = lineAt(document.text, cursor.word.start).indent;
  const context = { cursor, rules, lineIndent, isJson };
  if (node.kind === 'object') {
    if (cursor.isListItem) return [braces(cursor)];
    const isNew = rules.root === undefined && cursor.path.length === 0 && cursor.siblings.length === 0;
    const header = isNew && !isJson && rules.side === 'source' ? headerOffers(cursor) : [];
    return [...header, ...keyOffers(place, node, context), ...taskOffers(cursor, rules, lineIndent)];
  }
  if (node.kind === 'map') return mapKeyOffers(node, context);
  if (node.kind === 'list') {
    if (cursor.isFlow || cursor.hasColon) return [];
    const item: Place = { ...place, node: node.item, page: `${place.page}[]` };
    const tasks = taskOffers(cursor, rules, lineIndent);
    if (node.item.kind === 'object') return [...keyOffers(item, node.item, context, '- '), ...tasks];
    return [...textOffers(item, scene, '- '), ...tasks];
  }
  return textOffers(place, scene, '');
}

function braces(cursor: Cursor): Offer {
  return { label: '{}', kind: 'value', text: '{}', snippet: '{$0\\}', replace: cursor.word, rank: 1 };
}

function behindKey(place: Place, scene: Scene): readonly Offer[] {
  const { kind } = place.node;
  if (kind === 'object' || kind === 'list' || kind === 'map') return aliases(scene);
  return [...textOffers(place, scene, ''), ...aliases(scene)];
}

/** Anchors of the document, once a star is typed. */
function aliases({ cursor, document, sources }: Scene): readonly Offer[] {
  const written = document.text.slice(cursor.word.start, cursor.word.end);
  if (!written.startsWith('*')) return [];
  const anchors = sources.names().filter(({ kind, isDefinition }) => kind === 'anchor' && isDefinition);
  return anchors.map(({ text }) => ({
    label: `*${text}`,
    kind: 'reference',
    text: `*${text}`,
    replace: cursor.word,
    rank: 1,
  }));
}

function textOffers(place: Place, scene: Scene, dash: string): readonly Offer[] {
  const { cursor, document, rules, sources } = scene;
  const raw = document.text.slice(cursor.word.start, cursor.word.end);
  const context = {
    rules,
    path: cursor.path,
    written: raw.replace(/^["']|["']$/g, ''),
    get names() {
      return sources.names();
    },
    textAt: (path: readonly (string | number)[]) => textAt(document.root, path),
    list: (directory: string) => sources.list(directory),
  };
  const quote = scene.isJson ? '"' : (/^["']/.exec(raw)?.[0] ?? '');
  const taken = typeof cursor.path.at(-1) === 'number' ? itemTexts(document, cursor) : new Set();
  return valuesAt({ ...place, page: ignitionPage(place.page) }, context)
    .map((value) => (scene.isJson && place.field?.role === 'mode' ? decimal(value) : value))
    .filter(({ value }) => !taken.has(value) || value === context.written)
    .map((value) => valueOffer(value, cursor, dash, value.isBare === true && scene.isJson ? '' : quote, scene.isJson));
}

/** JSON knows no octal numbers. */
function decimal(value: Value): Value {
  return { ...value, value: String(Number.parseInt(value.value, 8)), alias: value.value };
}

function valueOffer(value: Value, cursor: Cursor, dash: string, quote: string, isJson: boolean): Offer {
  const bare = quote === '' && !isJson && needsQuotes(value) ? `"${value.value}"` : quote + value.value + quote;
  const text = dash + bare;
  const filter = value.alias === undefined ? bare : `${bare} ${value.alias}`;
  return {
    label: value.alias ?? dash + value.value,
    kind: value.kind,
    text,
    replace: cursor.word,
    ...(filter === value.value && dash === '' ? {} : { filter }),
    rank: value.rank,
    ...(value.detail === undefined && value.alias === undefined
      ? {}
      : { detail: value.alias ? value.value : value.detail }),
    ...(value.doc === undefined ? {} : { topic: { kind: 'text', text: value.doc } as const }),
    ...(value.goesOn ? { goesOn: true } : {}),
  } as Offer;
}

/** Texts that YAML would read as something else for our purposes: marks at the start that begin other things. */
function needsQuotes({ value }: Value): boolean {
  return /^[&*!|>%@`"'#{}[\],?-]\s*|: |\s#|:$/.test(value) && !/^-\S/.test(value);
}

/** Texts of the other items of a list: most lists are sets. */
function itemTexts({ root }: Source, cursor: Cursor): ReadonlySet<string> {
  const index = cursor.path.at(-1);
  if (typeof index !== 'number') return new Set();
  if (cursor.isFlow) return new Set(cursor.others);
  const list = nodeAt(root, cursor.path.slice(0, -1));
  if (list?.kind !== 'seq') return new Set();
  return new Set(list.items.flatMap((item, at) => (at !== index && item.kind === 'scalar' ? [item.text] : [])));
}

function textAt(root: SyntaxNode, path: readonly (string | number)[]): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.text : undefined;
}

function nodeAt(root: SyntaxNode, path: readonly (string | number)[]): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'alias') node = node.target;
    if (node?.kind === 'seq' && typeof step === 'number') node = node.items[step];
    else if (node?.kind === 'map') node = node.pairs.find(({ key }) => keyOf(key) === step)?.value;
    else return undefined;
  }
  return node;
}

/** In a comment: the codes that it may hide, and the words that begin such a comment. */
function commentOffers(text: string, cursor: Cursor): readonly Offer[] {
  const line = lineAt(text, cursor.word.start);
  const comment = text.slice(line.comment ?? line.start, cursor.word.start);
  const isDisabling = /kindling-disable(?:-file)?[\s,]/.test(comment);
  if (!isDisabling) {
    const words = ['kindling-disable', 'kindling-disable-file'];
    return words.map((label) => ({
      label,
      kind: 'code',
      text: `${label} `,
      replace: cursor.word,
      rank: 1,
      goesOn: true,
    }));
  }
  const written = new Set(comment.match(/[\w-]+/g));
  return catalogue
    .filter(({ code, severity }) => severity !== 'error' && !written.has(code))
    .map(({ code, severity }) => ({
      label: code,
      kind: 'code',
      text: code,
      replace: cursor.word,
      rank: 1,
      detail: severity,
      topic: { kind: 'code', code },
    }));
}

/** The page of an offer as Markdown. `text`: the document that it was made for. */
export function describeTopic(topic: Topic, text: string, kind: TextKind = 'butane'): string {
  if (topic.kind === 'text') return topic.text;
  if (topic.kind === 'code') return definitionOf(topic.code)?.docs.what ?? '';
  const rules = rulesOf(text, kind);
  const place = placeAt(pathOfPage(topic.page), { ...rules, side: 'source' }) ?? placeAt(pathOfPage(topic.page), rules);
  return place ? describeField({ ...place, page: topic.page }, rules) : '';
}
