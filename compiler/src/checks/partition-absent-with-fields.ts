import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'partition-absent-with-fields',
  severity: 'error',
  docs: {
    what: 'A partition that must not exist (`should_exist: false`) has a label, a start, a size or a GUID.',
    why: 'There is nothing that could have these properties; a partition to be deleted is found by its number alone.',
    fix: 'Keep `number` and `should_exist`, and remove the other fields.',
  },
  side: 'output',
  on: 'storage.disks[].partitions[]',
  run(partition, context) {
    const { should_exist, label, start_mib, size_mib, guid, type_guid } = partition.fields;
    if (should_exist?.value !== false) return;
    const texts = { guid, type_guid };
    const surplus = [
      ...Object.entries({ label, start_mib, size_mib }),
      ...Object.entries(texts).filter(([, text]) => text?.value !== ''),
    ].flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
    if (surplus.length === 0) return;
    const names = surplus.map(({ name }) => `\`${name}\``).join(', ');
    const notes = surplus.map(({ name, value }) => noteAt(value, `\`${name}\` is here`));
    const message = `a partition that must not exist goes by its \`number\` alone; remove ${names}`;
    context.report(partition, message, { notes, data: { members: surplus.map(({ name }) => name) } });
  },
});
