import { defineConflict } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-unit-name',
  severity: 'error',
  docs: {
    what: 'Two fragments have a unit, or a drop-in, of one name with different texts.',
    why: 'Only one text can be in the file. Ignition would take the one that is merged last.',
    fix: 'Rename one of them, put the difference into a drop-in, or say which one is to win with `override`.',
  },
  claims: ({ kind, path }) => kind === 'value' && /^systemd\.units\[\](\.dropins\[\])?\.contents$/.test(path),
  describe: ({ path, subject }) => {
    const what = path.includes('dropins') ? 'drop-in' : 'unit';
    return `the ${what} \`${subject}\` has different texts in different fragments`;
  },
});
