import { leastRootSizeMiB } from '../../../spec/boot-layouts.ts';
import { check } from './shared/check.ts';

export default check({
  code: 'root-partition-too-small',
  severity: 'warning',
  docs: {
    what: 'The root partition is given less than 8 GiB.',
    why: 'The system keeps two or three versions of itself there; when it is full, updates fail, often only after months.',
    fix: `Give it at least \`size_mib: ${leastRootSizeMiB}\`, better more.`,
  },
  gate: { fcos: { since: '1.3.0' } },
  side: 'output',
  on: 'storage.disks[].partitions[]',
  run({ fields: { label, size_mib } }, context) {
    if (label?.value !== 'root' || size_mib === undefined) return;
    if (size_mib.value === 0 || size_mib.value >= leastRootSizeMiB) return;
    const message = `a root partition of ${size_mib.value} MiB leaves no room for updates; give it \`${leastRootSizeMiB}\` or more`;
    context.report(size_mib, message, { data: { least: leastRootSizeMiB } });
  },
});
