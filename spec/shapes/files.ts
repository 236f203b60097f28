// `storage.files`.
import { append, list, object, shape } from '../dsl.ts';
import { mode, nodePath, overwrite, permissionBits } from './node.ts';
import { owningGroup, owningUser } from './owner.ts';
import { resource } from './resource.ts';

const piece = resource('the piece');

const contents = resource('the contents', {
  source: {
    note: 'OpenShift takes only data URLs here.',
    sourceNote: 'Use at most one of `source`, `inline` and `local`; on OpenShift only the latter two make sense.',
  },
});

export const file = shape({
  group: owningGroup('the file'),
  overwrite: overwrite('; contents must then be given.'),
  path: nodePath('the file', '/etc/hostname'),
  user: owningUser('the file'),
  append: list(piece, append, {
    doc: 'Pieces added to the end of the file, in order.',
    example: [{ inline: 'one more line\n' }],
  }),
  contents: object(contents.fields, {
    doc: 'What the file holds. Without a source, an existing file is kept and a missing one is made empty.',
    example: { inline: 'node1\n' },
  }),
  mode: mode({
    doc: permissionBits,
    example: '0644',
    default: '0644, or that of an existing file that is kept (applied by Ignition).',
    note: 'OpenShift since 4.10.0 refuses bits above 0777.',
  }),
});
