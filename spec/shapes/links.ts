// `storage.links`.
import { bool, shape, since, str } from '../dsl.ts';
import { nodePath, overwrite } from './node.ts';
import { owningGroup, owningUser } from './owner.ts';

const ofHardLinks = { note: 'Ignored, with a warning, for hard links.' };

export const link = shape({
  group: owningGroup('the symbolic link', ofHardLinks),
  overwrite: overwrite('.'),
  path: nodePath('the link', '/etc/localtime'),
  user: owningUser('the symbolic link', ofHardLinks),
  hard: bool({ doc: 'Make a hard link instead of a symbolic one.', example: true, default: 'false.' }),
  target: str({
    doc: 'What the link points to.',
    example: '../usr/share/zoneinfo/UTC',
    nullable: since('3.3.0'),
    structWith: ['hard'],
    required: since('3.3.0'),
    // A tree gives the target to a link that stands in it.
    supplied: since('3.1.0'),
    form: 'not empty since Ignition 3.3.0',
    role: 'path',
  }),
});
