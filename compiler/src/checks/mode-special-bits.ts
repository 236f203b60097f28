import { until } from '../../../spec/dsl.ts';
import { check } from './shared/check.ts';
import { octal } from './shared/words.ts';

const specialBits = 0o7000n;

export default check({
  code: 'mode-special-bits',
  severity: 'warning',
  docs: {
    what: 'A mode has the setuid, setgid or sticky bit, in a version that does not apply them.',
    why: 'Before Ignition 3.6.0 these bits are silently lost: the file or directory gets the other nine bits alone.',
    fix: 'Use a version that writes Ignition 3.6.0 or later (fcos 1.7.0, for example), set the bits with a systemd unit or a tmpfiles.d entry, or remove them.',
  },
  gate: until('3.6.0'),
  yieldsTo: ['file-special-mode-unsupported'],
  side: 'output',
  on: ['storage.files[].mode', 'storage.directories[].mode'],
  run(mode, context) {
    const bits = BigInt(mode.value) & specialBits;
    if (bits === 0n) return;
    const message = `the special bits \`${octal(bits)}\` of mode \`${octal(mode.value)}\` are not applied before Ignition 3.6.0; remove them or use a newer version`;
    context.report(mode, message, { data: { bits: Number(bits) } });
  },
});
