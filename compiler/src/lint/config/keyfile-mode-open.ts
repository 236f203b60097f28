import { usualFileMode } from '../../../../spec/os-paths.ts';
import { check } from '../../checks/shared/check.ts';
import { isButane } from '../../checks/shared/language.ts';
import { asWritable, shownMode } from '../../checks/shared/mode-words.ts';

const directory = /^\/etc\/NetworkManager\/system-connections\/[^/.][^/]*$/;
const othersBits = 0o077n;

export default check({
  code: 'keyfile-mode-open',
  severity: 'warning',
  docs: {
    what: 'A connection of NetworkManager can be read by others than root. Without a `mode` it can: that is 0644.',
    why: 'Such files may hold secrets, so NetworkManager ignores those that are open, and the network does not come up.',
    fix: 'Add `mode: 0600`.',
  },
  side: 'source',
  on: 'storage.files[]',
  run({ fields: { path, mode } }, context) {
    if (path === undefined || !directory.test(path.value)) return;
    const bits = BigInt(mode?.value ?? usualFileMode);
    if ((bits & othersBits) === 0n) return;
    const message =
      mode === undefined
        ? `as without a mode others can read it; add ${isButane(context) ? '`mode: 0600`' : 'the mode `384`, which is `0600` in octal'}`
        : `as with mode ${shownMode(mode)} others can read it; write ${asWritable('0600', mode, context)}`;
    context.report(mode ?? path, `NetworkManager ignores this connection, ${message}`);
  },
});
