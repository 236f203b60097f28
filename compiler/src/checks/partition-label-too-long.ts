import { check } from './shared/check.ts';
import { byteLength, quoted } from './shared/words.ts';

const limit = 36;

export default check({
  code: 'partition-label-too-long',
  severity: 'error',
  docs: {
    what: 'The label of a partition has more than 36 bytes.',
    why: 'A GPT partition table has room for 36 characters; Ignition counts the bytes of UTF-8, so that letters beyond ASCII count two to four.',
    fix: 'Shorten the label.',
  },
  side: 'output',
  on: 'storage.disks[].partitions[].label',
  run(label, context) {
    const length = byteLength(label);
    if (length <= limit) return;
    const message = `label ${quoted(label.value)} has ${length} bytes, and a partition label has room for ${limit}; shorten it`;
    context.report(label, message, { data: { length, limit } });
  },
});
