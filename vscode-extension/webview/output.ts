// The compiled output as a list of lines of which only those in sight exist: configs of megabytes stay quick. The arrow keys move,
// Enter leads to the source, and the line of the editor's cursor is marked.
import type { OutputResult } from '../../lsp/src/protocol.ts';
import { showDecoded } from './contents-view.ts';
import { decodeDataUrl } from './decode.ts';
import { element } from './dom.ts';
import { text } from './host.ts';
import { dataUrlIn, tokensOf } from './output-tokens.ts';
import { goTo, originOf } from './place.ts';
import { SourceLines, segmentsOf } from './source-lines.ts';

/** Pixels; the style sheet gives lines the same height. */
const lineHeight = 19;
/** Lines above and below those in sight that exist too. */
const margin = 20;

export class OutputView {
  readonly root: HTMLElement;
  readonly #list = element('div', { class: 'lines', role: 'listbox', tabindex: 0 });
  readonly #space = element('div', { class: 'space', role: 'presentation' });
  readonly #detail = element('section', { class: 'detail', 'aria-live': 'polite' });
  #lines: readonly string[] = [];
  #language: 'json' | 'yaml' = 'json';
  #source = new SourceLines([]);
  #marked: ReadonlySet<number> = new Set();
  #active = 0;

  constructor() {
    this.#list.append(this.#space);
    this.#detail.hidden = true;
    this.root = element('div', { class: 'output' }, this.#list, this.#detail);
    this.#list.addEventListener('scroll', () => this.#draw());
    this.#list.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('click', (event) => this.#click(event));
    new ResizeObserver(() => this.#draw()).observe(this.#list);
  }

  show({ text: output = '', languageId, map }: OutputResult): void {
    this.#list.setAttribute('aria-label', `${text('output')}, ${text('lines', output.split('\n').length)}`);
    this.#detail.setAttribute('aria-label', text('decoded'));
    this.#lines = output.split('\n');
    this.#language = languageId;
    this.#source = new SourceLines(map ? segmentsOf(map) : []);
    this.#active = Math.min(this.#active, this.#lines.length - 1);
    this.#space.style.height = `${this.#lines.length * lineHeight}px`;
    this.#draw();
  }

  /** Marks what a line of a source became, and brings it into sight. */
  follow(uri: string, line: number): void {
    const lines = this.#source.linesOf(uri, line);
    this.#marked = new Set(lines);
    const [first] = lines;
    if (first !== undefined) {
      this.#active = first;
      this.#intoSight(first);
    }
    this.#draw();
  }

  #intoSight(line: number): void {
    const { scrollTop, clientHeight } = this.#list;
    const top = line * lineHeight;
    if (top < scrollTop || top + lineHeight > scrollTop + clientHeight) {
      this.#list.scrollTop = Math.max(0, top - clientHeight / 3);
    }
  }

  #draw(): void {
    const first = Math.max(0, Math.floor(this.#list.scrollTop / lineHeight) - margin);
    const last = Math.min(this.#lines.length, first + Math.ceil(this.#list.clientHeight / lineHeight) + 2 * margin);
    const rows: HTMLElement[] = [];
    for (let line = first; line < last; line++) rows.push(this.#row(line));
    this.#space.replaceChildren(...rows);
    this.#list.setAttribute('aria-activedescendant', `line-${this.#active}`);
  }

  #row(line: number): HTMLElement {
    const pieces = tokensOf(this.#lines[line] ?? '', this.#language);
    const row = element(
      'div',
      {
        id: `line-${line}`,
        role: 'option',
        class: `line${this.#marked.has(line) ? ' marked' : ''}${line === this.#active ? ' active' : ''}`,
        'aria-selected': line === this.#active ? 'true' : 'false',
        'aria-setsize': this.#lines.length,
        'aria-posinset': line + 1,
        'data-line': line,
      },
      ...pieces.map(({ kind, text: piece }) => element('span', { class: kind }, piece)),
    );
    row.style.top = `${line * lineHeight}px`;
    return row;
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest('[data-line]') : null;
    const line = Number(target?.getAttribute('data-line') ?? -1);
    // Text that is being selected is not meant as a click.
    if (line < 0 || (document.getSelection()?.toString() ?? '') !== '') return;
    this.#choose(line);
    this.#reveal(false);
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.#list.clientHeight / lineHeight) - 1);
    const last = this.#lines.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      this.#choose(Math.max(0, Math.min(last, to)));
      this.#intoSight(this.#active);
    } else if (event.key === 'Enter' || event.key === ' ') this.#reveal(event.key === 'Enter');
    else return;
    event.preventDefault();
  }

  #choose(line: number): void {
    this.#active = line;
    this.#draw();
    void this.#decode(line);
  }

  #reveal(focus: boolean): void {
    const segment = this.#source.segmentAt(this.#active);
    if (segment) goTo(segment.source, focus);
  }

  /** What the line's data URL holds, below the list, and where it comes from. */
  async #decode(line: number): Promise<void> {
    const url = dataUrlIn(this.#lines[line] ?? '');
    const area = this.#detail;
    area.hidden = url === undefined;
    if (url === undefined) return;
    const title = element('h2', {}, text('decoded'));
    area.replaceChildren(title);
    const decoded = await decodeDataUrl(url);
    if (area.firstChild !== title) return;
    const segment = this.#source.segmentAt(line);
    if (segment) area.append(originOf(segment, text('decoded')), ' ');
    showDecoded(area, text('decoded'), decoded);
  }
}
