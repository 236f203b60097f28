// The tab of disks: each disk and array as a bar, to scale, its pieces with what is stacked on them from the disk upwards. A piece
// is a stop of the Tab key with its whole story as its name; Enter leads to its source.
import type { PlacedLayer, PlacedPiece, PlacedVolume } from '../../lsp/src/preview-protocol.ts';
import { mibText, type Slice, slices } from './disk-scale.ts';
import { element, svg } from './dom.ts';
import { text } from './host.ts';
import { goTo, originOf } from './place.ts';

/** Pixels that a disk is wide at least; a narrower panel scrolls. */
const leastWidth = 420;
const padding = 32;
const least = 96;
const headHeight = 44;
const layerHeight = 24;

export function disksView(volumes: readonly PlacedVolume[]): HTMLElement {
  if (volumes.length === 0) return element('p', { class: 'empty' }, text('noDisks'));
  const labels = new Map(volumes.flatMap(({ pieces }) => pieces.map((piece) => [piece.id, shortName(piece)] as const)));
  const root = element('div', { class: 'disks' });
  const draw = (): void => {
    const width = Math.max(leastWidth, root.clientWidth - padding);
    const all = slices(
      volumes.map(({ pieces }) => pieces),
      width,
      least,
    );
    const drawn = volumes.map((volume, index) => volumeView(volume, all[index] ?? [], labels, width));
    root.replaceChildren(...drawn, element('p', { class: 'note' }, text('scale')));
  };
  draw();
  let drawnFor = 0;
  // Texts keep their size: a wider panel has room for more, not for larger ones.
  new ResizeObserver(() => {
    if (root.clientWidth === drawnFor || root.clientWidth === 0) return;
    drawnFor = root.clientWidth;
    draw();
  }).observe(root);
  return root;
}

function volumeView(
  volume: PlacedVolume,
  cut: readonly Slice[],
  labels: ReadonlyMap<string, string>,
  width: number,
): HTMLElement {
  const title = titleOf(volume);
  const notes = [
    ...(volume.wipesTable ? [text('wipes')] : []),
    ...(volume.members ? [text('members', volume.members.map((id) => labels.get(id) ?? id).join(', '))] : []),
    ...(volume.spares ? [text('spares', volume.spares)] : []),
  ];
  const head = element('h2', {}, title, ' ', originOf(volume, title));
  const said = notes.length > 0 ? element('p', { class: 'note' }, notes.join(' · ')) : undefined;
  return element('section', { class: 'volume', 'aria-label': title }, head, said, picture(volume, cut, title, width));
}

function titleOf({ kind, name, level = '' }: PlacedVolume): string {
  return kind === 'raid' ? text('array', name, level) : text(kind, name);
}

function picture({ pieces, kind }: PlacedVolume, cut: readonly Slice[], title: string, width: number): Element {
  if (pieces.length === 0) return element('p', { class: 'empty' }, text('free'));
  const layers = Math.max(1, ...pieces.map((piece) => piece.layers.length));
  const height = headHeight + layers * layerHeight;
  const extent = Math.max(width, ...cut.map(({ x, width: each }) => x + each));
  const made = svg(
    'svg',
    { viewBox: `0 0 ${extent} ${height}`, width: extent, height, role: 'group', 'aria-label': title, class: kind },
    hatching(),
  );
  for (const [index, piece] of pieces.entries()) {
    const slice = cut[index];
    if (slice) made.append(pieceView(piece, slice, height));
  }
  return element('div', { class: 'scroll' }, made);
}

/** The ground of pieces whose size is not given. */
function hatching(): Element {
  const line = svg('path', { d: 'M0 8 L8 0', class: 'hatch' });
  const pattern = svg('pattern', { id: 'open', width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, line);
  return svg('defs', {}, pattern);
}

function pieceView(piece: PlacedPiece, { x, width: wide }: Slice, height: number): Element {
  const { source } = piece;
  const story = storyOf(piece);
  const group = svg('g', {
    class: `piece${piece.isDeleted ? ' deleted' : ''}`,
    tabindex: 0,
    role: 'button',
    transform: `translate(${x} 0)`,
  });
  group.append(
    svg('title', {}, story),
    svg('rect', { class: 'ground', x: 1, y: 1, width: Math.max(0, wide - 2), height: height - 2, rx: 3 }),
  );
  if (piece.sizeMib === undefined) {
    group.append(
      svg('rect', {
        class: 'open',
        x: 1,
        y: 1,
        width: Math.max(0, wide - 2),
        height: headHeight - 2,
        fill: 'url(#open)',
      }),
    );
  }
  group.append(label(shortName(piece), wide, 18, 'name'), label(sizeOf(piece), wide, 36, 'size'));
  for (const [index, layer] of piece.layers.entries()) group.append(layerView(layer, index, wide, height));
  const go = (): void => {
    if (source) goTo(source);
  };
  group.addEventListener('click', go);
  group.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    go();
  });
  return group;
}

/** Layers are drawn from the ground up, as they lie on the disk. */
function layerView(layer: PlacedLayer, index: number, wide: number, height: number): Element {
  const top = height - (index + 1) * layerHeight;
  const box = svg('rect', { x: 4, y: top, width: Math.max(0, wide - 8), height: layerHeight - 3, rx: 2 });
  const words = label(layerText(layer), wide - 8, top + 15, 'layer-text');
  return svg('g', { class: `layer ${layer.kind}` }, box, words);
}

/** Pixels that a character takes, about. */
const character = 7.2;

function label(words: string, wide: number, y: number, kind: string): Element {
  const fits = Math.max(1, Math.floor((wide - 12) / character));
  const shown = words.length > fits ? `${words.slice(0, Math.max(1, fits - 1))}…` : words;
  return svg('text', { x: 8, y, class: kind }, shown);
}

function shortName({ label: name, number, id, layers }: PlacedPiece): string {
  if (name !== undefined) return number === undefined ? name : `${number} ${name}`;
  if (number !== undefined) return `${number}`;
  const mounted = layers.find(({ path }) => path !== undefined)?.path;
  return mounted ?? id.replace(/^\w+ /, '').split('/').at(-1) ?? id;
}

function sizeOf({ sizeMib, isDeleted, id }: PlacedPiece): string {
  if (isDeleted) return text('deleted');
  if (sizeMib !== undefined) return mibText(sizeMib);
  return id.startsWith('partition') ? text('rest') : text('unknownSize');
}

function layerText({ kind, name, format, path, unlock }: PlacedLayer): string {
  switch (kind) {
    case 'raid-member':
      return text('memberOf', name ?? '');
    case 'luks':
      return unlock ? `LUKS ${name ?? ''} (${unlock.join(', ')})` : `LUKS ${name ?? ''}`;
    case 'swap':
      return 'swap';
    default:
      return [path ?? name ?? '', format ?? ''].filter((part) => part !== '').join(' · ');
  }
}

function storyOf(piece: PlacedPiece): string {
  const layers = piece.layers.map((layer) => `${layerText(layer)}${layer.wipes ? ` (${text('wiped')})` : ''}`);
  return [shortName(piece), sizeOf(piece), ...layers].join(', ');
}
