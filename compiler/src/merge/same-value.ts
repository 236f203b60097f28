// Whether two values say the same, wherever they come from; and which of several that do is taken.
import { decodeDataUrl } from '../output/data-url.ts';
import type { OutNode } from '../output/nodes.ts';
import { type Given, withLast } from './fold-context.ts';

/** Equal values. Data URLs are equal when their bytes are. */
export function sameValue(one: OutNode, other: OutNode): boolean {
  if (one === other) return true;
  switch (one.kind) {
    case 'text':
      return other.kind === 'text' && sameText(textOf(one), textOf(other));
    case 'int':
      return other.kind === 'int' && BigInt(one.value) === BigInt(other.value);
    case 'bool':
      return other.kind === 'bool' && one.value === other.value;
    case 'list':
      return other.kind === 'list' && sameItems(one.items, other.items);
    case 'map':
      return other.kind === 'map' && sameEntries([...one.entries], [...other.entries]);
    case 'object': {
      if (other.kind !== 'object') return false;
      const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
      return [...names].every((name) => sameMember(one.fields[name], other.fields[name]));
    }
  }
}

function sameMember(one: OutNode | undefined, other: OutNode | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameValue(one, other);
}

function sameItems(one: readonly OutNode[], other: readonly OutNode[]): boolean {
  return one.length === other.length && one.every((item, index) => sameMember(item, other[index]));
}

type Entry = readonly [string, OutNode];

function sameEntries(one: readonly Entry[], other: readonly Entry[]): boolean {
  const values = new Map(other);
  return one.length === other.length && one.every(([key, value]) => sameMember(value, values.get(key)));
}

/** Bytes that are no UTF-8 tell texts apart that look alike. */
function textOf({ value, bytes }: Extract<OutNode, { kind: 'text' }>): string {
  return bytes ? `\0${Array.from(bytes).join(' ')}` : value;
}

const dataUrl = /^data:/i;

function sameText(one: string, other: string): boolean {
  if (one === other) return true;
  if (!dataUrl.test(one) || !dataUrl.test(other)) return false;
  const [left, right] = [decodeDataUrl(one), decodeDataUrl(other)];
  if ('error' in left || 'error' in right || left.bytes.length !== right.bytes.length) return false;
  return left.bytes.every((byte, index) => byte === right.bytes[index]);
}

/** Of values that say the same, the one that is taken whatever their order: the shortest in its texts, the first of these. */
export function canonical(given: readonly Given[]): OutNode {
  const { value: last } = withLast(given);
  if (last.kind === 'int' || last.kind === 'bool') return last;
  let best: OutNode = last;
  let bestText = textsOf(last);
  for (const { value } of given) {
    const text = textsOf(value);
    if (text.length > bestText.length || (text.length === bestText.length && text >= bestText)) continue;
    best = value;
    bestText = text;
  }
  return best;
}

/** All texts in a value, one behind the other. */
function textsOf(value: OutNode): string {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'list':
      return value.items.map(textsOf).join('\0');
    case 'object':
      return Object.entries(value.fields)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, member]) => (member ? textsOf(member) : ''))
        .join('\0');
    default:
      return '';
  }
}

/** Whether all lists of keys are the same, order included. */
export function sameSequence(lists: readonly (readonly string[])[]): boolean {
  const [first = []] = lists;
  return lists.every((list) => list.length === first.length && list.every((key, index) => key === first[index]));
}
