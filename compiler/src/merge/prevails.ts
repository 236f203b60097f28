// Values that win whichever config says them, as data of the spec says.
import type { OutNode } from '../output/nodes.ts';

/** Whether a value wins over those that do not, wherever they come from. */
export function prevails(value: OutNode, winning: readonly (string | boolean)[] | undefined): boolean {
  return (value.kind === 'text' || value.kind === 'bool') && winning?.includes(value.value) === true;
}
