// Where something comes from, as a link to its source: the line, and the sugar that made it.
import type { SourcePlace } from '../../lsp/src/preview-protocol.ts';
import { button, element } from './dom.ts';
import { send, text } from './host.ts';

interface Made {
  readonly source?: SourcePlace;
  readonly by?: string;
}

export function originOf({ source, by }: Made, what: string): HTMLElement {
  const sugar = by === undefined ? undefined : element('span', { class: 'by' }, text('madeBy', by));
  if (source === undefined) return element('span', {}, sugar ?? '');
  const line = text('line', source.range.start.line + 1);
  const link = button(line, () => goTo(source), {
    class: 'link',
    'aria-label': `${text('goToSource')}: ${what}, ${line}`,
  });
  return element('span', { class: 'origin' }, link, sugar && ' ', sugar);
}

export function goTo(place: SourcePlace, focus = true): void {
  send({ kind: 'reveal', place, focus });
}
