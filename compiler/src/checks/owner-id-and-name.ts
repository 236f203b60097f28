import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'owner-id-and-name',
  severity: 'error',
  docs: {
    what: 'An owner (`user` or `group`) is given both by number and by name.',
    why: 'The two could mean different accounts, and nothing says which of them counts.',
    fix: 'Keep `name` where the account exists on the machine when Ignition runs, `id` otherwise.',
  },
  side: 'output',
  on: [
    'storage.files[].user',
    'storage.files[].group',
    'storage.directories[].user',
    'storage.directories[].group',
    'storage.links[].user',
    'storage.links[].group',
  ],
  run(owner, context) {
    const { id, name } = owner.fields;
    if (id === undefined || name === undefined || name.value === '') return;
    const message = `the owner has both \`id\` ${id.value} and \`name\` ${quoted(name.value)}; keep one of them`;
    context.report(owner, message, { notes: [noteAt(id, '`id` is here'), noteAt(name, '`name` is here')] });
  },
});
