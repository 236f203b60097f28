// The tab of files: the tree that the config makes, with owner, mode, size and origin; a file's contents below it.
import type { PlacedFile } from '../../lsp/src/preview-protocol.ts';
import { sizeText } from '../src/size.ts';
import { showContents } from './contents-view.ts';
import { button, element } from './dom.ts';
import { type TreeRow, treeRows } from './file-tree.ts';
import { text } from './host.ts';
import { originOf } from './place.ts';
import { type Row, table } from './table.ts';

export function filesView(files: readonly PlacedFile[]): HTMLElement {
  if (files.length === 0) return element('p', { class: 'empty' }, text('noFiles'));
  const area = element('section', { class: 'detail', 'aria-live': 'polite' });
  area.hidden = true;
  const describe = ({ name, depth, item }: TreeRow<PlacedFile>): Row => {
    if (item === undefined) return { name, indent: depth, cells: ['', '', '', '', ''], isFaded: true };
    return { name, indent: depth, shown: nameOf(name, item, area), cells: cellsOf(item) };
  };
  const headings = ['path', 'mode', 'owner', 'group', 'size', 'origin'];
  const list = table(text('files'), headings, treeRows(files), describe);
  return element('div', { class: 'split' }, list, area);
}

function nameOf(name: string, file: PlacedFile, area: HTMLElement): HTMLElement {
  if (file.kind === 'link')
    return element('span', {}, name, element('span', { class: 'target' }, ` → ${file.target ?? ''}`));
  if (file.kind === 'directory') return element('span', {}, name);
  const open = (): void => {
    void showContents(area, file.path, file.contents);
    if (file.appended) area.append(element('p', {}, text('appended', file.appended)));
  };
  return button(name, open, { class: 'link', title: file.path });
}

function cellsOf(file: PlacedFile): readonly (HTMLElement | string)[] {
  const size = file.contents?.size;
  return [
    modeText(file),
    file.user ?? 'root',
    file.group ?? 'root',
    size === undefined ? (file.contents?.url === undefined ? '' : '…') : sizeText(size),
    originOf(file, file.path),
  ];
}

function modeText({ kind, mode }: PlacedFile): string {
  if (kind === 'link') return '';
  const bits = mode ?? (kind === 'directory' ? 0o755 : 0o644);
  return bits.toString(8).padStart(4, '0');
}
