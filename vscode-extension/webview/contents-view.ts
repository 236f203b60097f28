// The contents of a file, unit or data URL, below what was chosen: text, or what is to be said of it.
import type { PlacedFile } from '../../lsp/src/preview-protocol.ts';
import { type Decoded, decodeBase64, mostShown } from './decode.ts';
import { button, element } from './dom.ts';
import { send, text } from './host.ts';

/** Fills `area` with the contents; what has to be unpacked comes a moment later. */
export async function showContents(area: HTMLElement, name: string, contents: PlacedFile['contents']): Promise<void> {
  const title = element('h2', {}, name);
  area.replaceChildren(title);
  area.hidden = false;
  if (contents === undefined) return;
  if (contents.url !== undefined) return area.append(element('p', {}, text('fetched', contents.url)));
  if (contents.isCut) return area.append(element('p', {}, text('tooLong')));
  const decoded = contents.text !== undefined ? { text: contents.text } : await decodeBase64(contents.base64 ?? '');
  if (area.firstChild === title) showDecoded(area, name, decoded);
}

export function showDecoded(area: HTMLElement, name: string, decoded: Decoded | undefined): void {
  if (decoded === undefined) return;
  if ('bytes' in decoded) {
    area.append(element('p', {}, text('binary', decoded.bytes)));
    return;
  }
  const open = button(text('openContents'), () => send({ kind: 'open', name, text: decoded.text }), { class: 'link' });
  const shown = decoded.text.length > mostShown ? `${decoded.text.slice(0, mostShown)}…` : decoded.text;
  area.append(open, element('pre', { tabindex: 0, 'aria-label': `${text('contents')}: ${name}` }, shown));
}
