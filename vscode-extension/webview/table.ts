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

export function table(label: string, headings: readonly string[], rows: readonly Row[]): HTMLElement {
  const head = element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, text(heading))));
  const body = rows.map(({ name, shown, indent = 0, cells, open, isFaded }) => {
    const label = shown ?? (open ? button(name, open, { class: 'link' }) : name);
    const first = element('th', { scope: 'row' }, label);
    if (indent > 0) first.style.paddingInlineStart = `${0.4 + indent}em`;
    const others = cells.map((cell) => element('td', {}, cell));
    return element('tr', { class: isFaded ? 'faded' : undefined }, first, ...others);
  });
  const made = element(
    'table',
    {},
    element('caption', {}, label),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, made);
}
