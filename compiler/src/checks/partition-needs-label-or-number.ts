import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';

export default check({
  code: 'partition-needs-label-or-number',
  severity: 'error',
  docs: {
    what: 'A partition has neither a number nor a label.',
    why: 'Nothing else tells whether it exists already, so that every run of Ignition would make another one.',
    fix: 'Set `label`, `number`, or both.',
  },
  side: 'output',
  on: 'storage.disks[].partitions[]',
  run(partition, context) {
    const { number, label } = partition.fields;
    if (number?.value || label !== undefined || isDamaged(partition, 'number', 'label')) return;
    context.report(partition, 'the partition has neither `label` nor `number`; give it one of them');
  },
});
