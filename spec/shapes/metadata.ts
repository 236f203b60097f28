// The section `metadata`: what the MachineConfig is called and which nodes it is for.
import { map, shape, str } from '../dsl.ts';
import { notEmpty } from './patterns.ts';

/** The label that says which nodes a MachineConfig is for. */
export const roleLabel = 'machineconfiguration.openshift.io/role';

export const metadata = shape({
  name: str({
    doc: 'Name of the MachineConfig object.',
    example: '99-worker-custom',
    nullable: false,
    required: true,
    pattern: notEmpty,
    note: 'Needed in raw mode too.',
  }),
  labels: map([roleLabel], {
    doc: `Labels of the MachineConfig object. \`${roleLabel}\` names the pool of nodes, as a rule \`worker\` or \`master\`.`,
    example: { [roleLabel]: 'worker' },
    required: true,
    note: 'Needed in raw mode too.',
  }),
});
