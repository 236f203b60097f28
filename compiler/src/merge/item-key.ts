// What makes an item of a list unique, as data of the spec says. Used by merging and by the search for duplicates.
import type { ItemKey } from '../../../spec/model.ts';
import type { OutNode, OutText } from '../output/nodes.ts';

/** The key of a list item; equal keys are the same entry. Absent members count as empty. */
export function itemKey(item: OutNode, key: ItemKey): string {
  if (key === 'value') return item.kind === 'text' ? textKey(item) : '';
  if (item.kind !== 'object') return '';
  if (key === 'partition') return partitionKey(item.fields.number, item.fields.label);
  const member = item.fields[key.field];
  return member?.kind === 'text' ? textKey(member) : '';
}

/** A partition goes by its number; one without a number by its label, when it has one. */
function partitionKey(number: OutNode | undefined, label: OutNode | undefined): string {
  if (number?.kind === 'int' && number.value !== 0) return `number:${number.value}`;
  return label?.kind === 'text' ? `label:${textKey(label)}` : '';
}

/** Texts that are not UTF-8 differ by their bytes, though all bad bytes look alike as characters. */
function textKey(text: OutText): string {
  return text.bytes ? `\0${Array.from(text.bytes).join(' ')}` : text.value;
}
