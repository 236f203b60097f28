import { roleLabel } from '../../../../spec/shapes/metadata.ts';
import { defineConflict } from './shared/conflict.ts';
import { showValue } from './shared/show-value.ts';

export default defineConflict({
  code: 'conflict-role',
  severity: 'error',
  docs: {
    what: 'MachineConfigs for different roles are to be merged.',
    why: 'A MachineConfig goes to the nodes of one role. What is meant for the workers would come to the control plane, or the other way round.',
    fix: 'Build a target for each role. What they have in common goes into a fragment of `variant: fcos` with the same Ignition version, which needs no role and which each target lists beside its `openshift` fragment.',
  },
  always: true,
  claims: ({ path, subject }) => path === 'metadata.labels' && subject === roleLabel,
  describe: ({ given, path }, context) => {
    const roles = given.map(({ from, value }) => `${showValue(value, path) ?? 'empty'} in ${context.nameOf(from)}`);
    return `the role is ${roles.join(' and ')}`;
  },
});
