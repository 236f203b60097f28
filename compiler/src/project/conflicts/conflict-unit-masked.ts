import { defineConflict } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-unit-masked',
  severity: 'error',
  docs: {
    what: 'A unit is enabled in one fragment and masked in another.',
    why: 'A masked unit can never start, so that enabling it is in vain. Ignition would keep both.',
    fix: 'Remove `enabled` or `mask`, depending on which fragment is right; or write `mask: false` beside the `enabled` that is to win.',
  },
  claims: ({ kind, path }) => kind === 'void' && path === 'systemd.units[].mask',
  describe: ({ subject }) => `the unit \`${subject}\` is enabled and masked`,
});
