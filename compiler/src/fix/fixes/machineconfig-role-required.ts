// A role for a MachineConfig, to be checked.
import { roleLabel } from '../../../../spec/shapes/metadata.ts';
import { defineFix } from '../fix.ts';
import { setMember } from '../shared/required.ts';

export default defineFix({
  code: 'machineconfig-role-required',
  fixes: (finding) => [
    {
      title: `add the label \`${roleLabel}: worker\``,
      edits: setMember(finding, ['metadata', 'labels', roleLabel], 'worker'),
      safe: false,
      isPreferred: true,
    },
  ],
});
