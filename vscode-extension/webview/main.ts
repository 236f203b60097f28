// The preview panel's page: what the extension sends is shown in tabs; nothing is computed here that the server knows.
import type { FromPanel, ToPanel } from '../src/preview/messages.ts';
import { sizeText } from '../src/size.ts';
import { disksView } from './disks.ts';
import { button, element } from './dom.ts';
import { filesView } from './files.ts';
import { keep, keptState, send, setStrings, text } from './host.ts';
import { OutputView } from './output.ts';
import { type Tab, Tabs } from './tabs.ts';
import { unitsView } from './units.ts';
import { usersView } from './users.ts';

type Shown = Extract<ToPanel, { kind: 'show' }>;

const root = document.getElementById('root') ?? document.body;
const output = new OutputView();
const tabs = new Tabs(keptState().tab ?? 'output', (tab) => keep({ tab }));
const bar = element('header', { class: 'bar' });
const notice = element('div', { class: 'notice', role: 'status' });
let isBuilt = false;

function hear(message: ToPanel): void {
  switch (message.kind) {
    case 'strings':
      setStrings(message.strings);
      break;
    case 'nothing':
      isBuilt = false;
      root.replaceChildren(element('p', { class: 'empty' }, text('nothing')));
      root.removeAttribute('aria-busy');
      break;
    case 'show':
      show(message);
      break;
    case 'cursor':
      output.follow(message.uri, message.line);
  }
}

function show(shown: Shown): void {
  const { output: compiled, about } = shown;
  const preview = about?.preview;
  const words = about?.spec === undefined ? text('noSpec') : about.errors > 0 ? text('errors', about.errors) : '';
  notice.replaceChildren(words);
  notice.hidden = words === '';
  bar.replaceChildren(...barParts(shown));
  // The last good output stays in sight, faded, while the config has errors.
  if (compiled?.text !== undefined) output.show(compiled);
  output.root.classList.toggle('stale', compiled?.text === undefined);
  const made: readonly Tab[] = [
    { id: 'output', label: text('output'), content: () => output.root },
    {
      id: 'files',
      label: text('files'),
      count: preview?.files.length ?? 0,
      content: () => filesView(preview?.files ?? []),
    },
    {
      id: 'units',
      label: text('units'),
      count: preview?.units.length ?? 0,
      content: () => unitsView(preview?.units ?? []),
    },
    {
      id: 'users',
      label: text('users'),
      count: preview?.users.length ?? 0,
      content: () => usersView(preview?.users ?? [], preview?.groups ?? []),
    },
    {
      id: 'disks',
      label: text('disks'),
      count: preview?.volumes.length ?? 0,
      content: () => disksView(preview?.volumes ?? []),
    },
  ];
  tabs.show(made, text('tabs'));
  if (!isBuilt) root.replaceChildren(bar, notice, tabs.root);
  isBuilt = true;
  root.removeAttribute('aria-busy');
}

function barParts({ name, output: compiled, about, limit }: Shown): readonly (HTMLElement | string)[] {
  const size = compiled?.size;
  const isOver = size !== undefined && limit > 0 && size > limit;
  const said = size === undefined ? '' : limit > 0 ? text('ofLimit', sizeText(size), sizeText(limit)) : sizeText(size);
  const command = (name: 'compile' | 'compileBeside'): FromPanel => ({ kind: 'command', command: name });
  return [
    element('h1', {}, name),
    element('span', { class: 'spec' }, about?.spec ?? ''),
    element('span', { class: isOver ? 'size over' : 'size' }, said),
    element(
      'span',
      { class: 'actions' },
      button(text('beside'), () => send(command('compileBeside')), { disabled: size === undefined }),
      button(text('compile'), () => send(command('compile')), { disabled: size === undefined }),
    ),
  ];
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => hear(data));
send({ kind: 'ready' });
