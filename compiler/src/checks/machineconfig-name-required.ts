import { check } from './shared/check.ts';

export default check({
  code: 'machineconfig-name-required',
  severity: 'error',
  docs: {
    what: 'The config has no `metadata.name`.',
    why: 'A MachineConfig is an object of the cluster, and the cluster refuses an object without a name.',
    fix: 'Set `metadata.name`, by custom two digits, the role and what it is for: `99-worker-storage`. Of several MachineConfigs the later name wins.',
  },
  gate: { openshift: {} },
  side: 'source',
  on: '',
  run(config, context) {
    if (config.fields.metadata?.fields.name?.value) return;
    const message = 'a MachineConfig needs `metadata.name`; add one such as `99-worker-custom`';
    context.report(config.origin.at('metadata', 'name'), message);
  },
});
