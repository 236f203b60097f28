import { roleLabel } from '../../../spec/shapes/metadata.ts';
import { check } from './shared/check.ts';

export default check({
  code: 'machineconfig-role-required',
  severity: 'error',
  docs: {
    what: `The label \`${roleLabel}\` is missing or empty.`,
    why: 'The Machine Config Operator chooses the nodes by this label; without it the MachineConfig applies to no node at all.',
    fix: `Add it to \`metadata.labels\`: \`${roleLabel}: worker\`, or \`master\`, or the name of a pool of your own.`,
  },
  gate: { openshift: {} },
  side: 'source',
  on: '',
  run(config, context) {
    const role = config.fields.metadata?.fields.labels?.entries.get(roleLabel);
    if (role?.value || config.origin.at('metadata', 'labels', roleLabel).damaged) return;
    const message = `a MachineConfig needs the label \`${roleLabel}\`; add it to \`metadata.labels\` with the role of the nodes`;
    context.report(config.origin.at('metadata', 'labels'), message, { data: { label: roleLabel } });
  },
});
