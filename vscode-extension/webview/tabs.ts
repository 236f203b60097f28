// Tabs as the ARIA practices have them: one stop of the Tab key, arrow keys among them, each with its panel.
import { element } from './dom.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** How many there are, shown beside the label. */
  readonly count?: number;
  /** Makes what the panel shows, when it is first shown. */
  readonly content: () => HTMLElement;
}

export class Tabs {
  readonly root = element('div', { class: 'tabs' });
  readonly #onChoose: (id: string) => void;
  #tabs: readonly Tab[] = [];
  #chosen: string;

  constructor(chosen: string, onChoose: (id: string) => void) {
    this.#chosen = chosen;
    this.#onChoose = onChoose;
  }

  get chosen(): string {
    return this.#chosen;
  }

  show(tabs: readonly Tab[], label: string): void {
    const hadFocus =
      this.root.contains(document.activeElement) && document.activeElement?.getAttribute('role') === 'tab';
    this.#tabs = tabs;
    if (!tabs.some(({ id }) => id === this.#chosen)) this.#chosen = tabs[0]?.id ?? '';
    const list = element('div', { role: 'tablist', 'aria-label': label }, ...tabs.map((tab) => this.#head(tab)));
    list.addEventListener('keydown', (event) => this.#key(event));
    this.root.replaceChildren(list, ...tabs.map((tab) => this.#panel(tab)));
    if (hadFocus) this.#focus();
  }

  choose(id: string): void {
    this.#chosen = id;
    for (const head of this.root.querySelectorAll('[role=tab]')) {
      const isChosen = head.id === `tab-${id}`;
      head.setAttribute('aria-selected', String(isChosen));
      head.setAttribute('tabindex', isChosen ? '0' : '-1');
    }
    for (const panel of this.root.querySelectorAll<HTMLElement>('[role=tabpanel]')) {
      panel.hidden = panel.id !== `panel-${id}`;
      const tab = panel.hidden || panel.firstChild ? undefined : this.#tabs.find((each) => each.id === id);
      if (tab) panel.append(tab.content());
    }
    this.#onChoose(id);
  }

  #head({ id, label, count }: Tab): HTMLElement {
    const isChosen = id === this.#chosen;
    const head = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-selected': String(isChosen),
        'aria-controls': `panel-${id}`,
        tabindex: isChosen ? 0 : -1,
      },
      label,
      count === undefined ? undefined : element('span', { class: 'count' }, ` ${count}`),
    );
    head.addEventListener('click', () => this.choose(id));
    return head;
  }

  #panel({ id, content }: Tab): HTMLElement {
    const panel = element('div', { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` });
    panel.hidden = id !== this.#chosen;
    if (!panel.hidden) panel.append(content());
    return panel;
  }

  #key(event: KeyboardEvent): void {
    const at = this.#tabs.findIndex(({ id }) => id === this.#chosen);
    const count = this.#tabs.length;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % count,
      ArrowLeft: (at + count - 1) % count,
      Home: 0,
      End: count - 1,
    };
    const tab = this.#tabs[targets[event.key] ?? -1];
    if (tab === undefined) return;
    event.preventDefault();
    this.choose(tab.id);
    this.#focus();
  }

  #focus(): void {
    this.root.querySelector<HTMLElement>(`#tab-${this.#chosen}`)?.focus();
  }
}
