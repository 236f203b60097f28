// `storage.directories`.
import { shape } from '../dsl.ts';
import { mode, nodePath, overwrite, permissionBits } from './node.ts';
import { owningGroup, owningUser } from './owner.ts';

export const directory = shape({
  group: owningGroup('the directory'),
  overwrite: overwrite(
    '. When false, an existing directory only gets owner and mode; anything else there is an error.',
  ),
  path: nodePath('the directory', '/opt/app'),
  user: owningUser('the directory'),
  mode: mode({
    doc: permissionBits,
    example: '0755',
    default: '0755, or that of an existing directory (applied by Ignition).',
  }),
});
