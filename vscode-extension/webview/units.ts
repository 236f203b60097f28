// The tab of units: services, timers, mounts, quadlets and drop-ins, with how they are set and their texts.
import type { PlacedUnit } from '../../lsp/src/preview-protocol.ts';
import { showContents } from './contents-view.ts';
import { element } from './dom.ts';
import { text } from './host.ts';
import { originOf } from './place.ts';
import { type Row, table } from './table.ts';

export function unitsView(units: readonly PlacedUnit[]): HTMLElement {
  if (units.length === 0) return element('p', { class: 'empty' }, text('noUnits'));
  const area = element('section', { class: 'detail', 'aria-live': 'polite' });
  area.hidden = true;
  const describe = (unit: PlacedUnit): Row => {
    const { name, kind, contents } = unit;
    const row = { name, indent: kind === 'drop-in' ? 1 : 0, cells: [text(kind), stateOf(unit), originOf(unit, name)] };
    return contents === undefined ? row : { ...row, open: () => void showContents(area, name, contents) };
  };
  const list = table(text('units'), ['name', 'kind', 'state', 'origin'], units, describe);
  return element('div', { class: 'split' }, list, area);
}

function stateOf({ kind, enabled, masked }: PlacedUnit): string {
  if (masked) return text('masked');
  if (kind !== 'unit') return '';
  return enabled === undefined ? text('preset') : text(enabled ? 'enabled' : 'disabled');
}
