// `storage.trees`: local directories copied into the config. Nothing of it is left in Ignition JSON.
import { shape, since, str } from '../dsl.ts';
import { mode } from './node.ts';
import { owningGroup, owningUser } from './owner.ts';

const owned = {
  gate: since('3.6.0'),
  note: 'Setting it also makes the directories of the tree explicit.',
};

export const tree = shape({
  group: owningGroup('everything made from the tree', owned),
  local: str({
    doc: 'Top directory of the tree, relative to the files directory.',
    example: 'tree',
    nullable: false,
    required: true,
    form: 'path that does not lead out of the files directory',
    role: 'local-directory',
  }),
  path: str({
    doc: 'Where the tree goes on the machine.',
    example: '/etc/app',
    default: '`/`.',
    form: 'absolute path; an empty text counts as absent',
    role: 'path',
  }),
  user: owningUser('everything made from the tree', owned),
  file_mode: mode({
    doc: 'Permission bits for every file of the tree.',
    example: '0644',
    gate: since('3.6.0'),
    default: '0755 when any execute bit is set on the local file, else 0644.',
  }),
  dir_mode: mode({
    doc: 'Permission bits for every directory of the tree; setting it makes the directories explicit.',
    example: '0755',
    gate: since('3.6.0'),
    default: 'Directories are not listed; 0755 when they are listed because of `user` or `group`.',
  }),
});
