// Who owns what Ignition makes: `user` and `group` of files, directories, links and trees.
import { int, shape, shaped, str } from '../dsl.ts';
import type { Field } from '../model.ts';

const byDefault = '0 when neither id nor name is given.';

const userShape = shape({
  id: int({ doc: 'Numeric id of the owning user.', example: 1000, default: byDefault }),
  name: str({
    doc: 'Name of the owning user; it must exist on the machine.',
    example: 'core',
    role: 'user-name',
  }),
});

const groupShape = shape({
  id: int({ doc: 'Numeric id of the owning group.', example: 1000, default: byDefault }),
  name: str({
    doc: 'Name of the owning group; it must exist on the machine.',
    example: 'wheel',
    role: 'group-name',
  }),
});

/** `noun` is what is owned, as it stands in a sentence: `the file`. */
export function owningUser(noun: string, more: Pick<Field, 'gate' | 'note'> = {}) {
  return shaped(userShape, {
    doc: `Owning user of ${noun}; give \`id\` or \`name\`, not both.`,
    example: { name: 'core' },
    default: 'root.',
    ...more,
  });
}

export function owningGroup(noun: string, more: Pick<Field, 'gate' | 'note'> = {}) {
  return shaped(groupShape, {
    doc: `Owning group of ${noun}; give \`id\` or \`name\`, not both.`,
    example: { name: 'wheel' },
    default: 'root.',
    ...more,
  });
}
