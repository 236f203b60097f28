// A table of things that have contents: one row each, the name of the row opens its contents below the table.
import { button, element } from './dom.ts';
import { text } from './host.ts';

export interface Row {
  readonly name: string;
  /** What the name is shown as, when that is not the name itself: in a tree. */
  readonly shown?: HTMLElement;
  readonly indent?: number;
  readonly cells: readonly (HTMLElement | string)[];
  /** Shows more of it; absent for what has no more. */
  readonly open?: () => void;
  readonly isFaded?: boolean;
}

/** Rows that are made at once: more than anyone reads make the panel slow. */
const mostRows = 500;

/** `describe` is asked for an item when its row is made. */
export function table<Item>(
  label: string,
  headings: readonly string[],
  items: readonly Item[],
  describe: (item: Item) => Row,
): HTMLElement {
  const head = element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, text(heading))));
  const body = element('tbody');
  const more = button('', () => grow(), { class: 'more' });
  const grow = (): void => {
    const shown = body.childElementCount;
    body.append(...items.slice(shown, shown + mostRows).map((item) => rowOf(describe(item))));
    const left = items.length - body.childElementCount;
    more.textContent = text('more', left);
    more.hidden = left <= 0;
  };
  grow();
  const made = element('table', {}, element('caption', {}, label), element('thead', {}, head), body);
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, made, more);
}

function rowOf({ name, shown, indent = 0, cells, open, isFaded }: Row): HTMLElement {
  const first = element('th', { scope: 'row' }, shown ?? (open ? button(name, open, { class: 'link' }) : name));
  if (indent > 0) first.style.paddingInlineStart = `${0.4 + indent}em`;
  const others = cells.map((cell) => element('td', {}, cell));
  return element('tr', { class: isFaded ? 'faded' : undefined }, first, ...others);
}
