// The tab of users and groups: who gets in, and how.
import type { PlacedGroup, PlacedUser } from '../../lsp/src/preview-protocol.ts';
import { element } from './dom.ts';
import { text } from './host.ts';
import { originOf } from './place.ts';
import { type Row, table } from './table.ts';

export function usersView(users: readonly PlacedUser[], groups: readonly PlacedGroup[]): HTMLElement {
  if (users.length + groups.length === 0) return element('p', { class: 'empty' }, text('noUsers'));
  const ofUser = (user: PlacedUser): Row => ({
    name: user.uid === undefined ? user.name : `${user.name} (${user.uid})`,
    cells: [accessOf(user), user.groups.join(', '), stateOf(user), originOf(user, user.name)],
  });
  const ofGroup = (group: PlacedGroup): Row => ({
    name: group.gid === undefined ? group.name : `${group.name} (${group.gid})`,
    cells: [stateOf(group), originOf(group, group.name)],
  });
  return element(
    'div',
    {},
    users.length > 0 ? table(text('users'), ['name', 'access', 'groups', 'state', 'origin'], users, ofUser) : undefined,
    groups.length > 0 ? table(text('groups'), ['name', 'state', 'origin'], groups, ofGroup) : undefined,
  );
}

function accessOf({ keys, hasPassword, isAbsent }: PlacedUser): HTMLElement | string {
  if (isAbsent) return '';
  const ways = [
    ...(hasPassword ? [text('password')] : []),
    ...keys.map(({ kind, comment }) => (comment === '' ? kind : `${kind} ${comment}`)),
  ];
  if (ways.length === 0) return text('locked');
  return element('ul', {}, ...ways.map((way) => element('li', {}, way)));
}

function stateOf({ isAbsent, isSystem }: PlacedUser | PlacedGroup): string {
  return isAbsent ? text('removed') : isSystem ? text('system') : '';
}
