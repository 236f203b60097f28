import { check } from '../../checks/shared/check.ts';
import { octal, quoted } from '../../checks/shared/words.ts';

const directory = /^\/etc\/NetworkManager\/system-connections\/[^/.][^/]*$/;
/** What Ignition gives a file that has no mode. */
const usualMode = 0o644n;
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
    const bits = mode === undefined ? usualMode : BigInt(mode.value);
    if ((bits & othersBits) === 0n) return;
    const given =
      mode === undefined
        ? 'without a mode others can read it'
        : `with mode ${quoted(octal(mode.value))} others can read it`;
    context.report(
      mode ?? path,
      `NetworkManager ignores this connection, as ${given}; ${mode === undefined ? 'add' : 'write'} \`mode: 0600\``,
    );
  },
});
