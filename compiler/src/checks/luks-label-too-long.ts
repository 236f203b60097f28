import { check } from './shared/check.ts';
import { byteLength, quoted } from './shared/words.ts';

const limit = 47;

export default check({
  code: 'luks-label-too-long',
  severity: 'error',
  docs: {
    what: 'The label of a LUKS volume has more than 47 bytes.',
    why: 'The LUKS2 header has 48 bytes for the label, the last of which is its end.',
    fix: 'Shorten the label. Letters beyond ASCII take two to four bytes each.',
  },
  side: 'output',
  on: 'storage.luks[].label',
  run(label, context) {
    const length = byteLength(label);
    if (length <= limit) return;
    const message = `label ${quoted(label.value)} has ${length} bytes, and a LUKS header has room for ${limit}; shorten it`;
    context.report(label, message, { data: { length, limit } });
  },
});
