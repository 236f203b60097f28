import { until } from '../../../spec/dsl.ts';
import type { OutInt } from '../output/nodes.ts';
import { type CheckContext, check, look } from './shared/check.ts';
import { asWritable, type ModeOf, meantInOctal, shownMode } from './shared/mode-words.ts';
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
  fixIsInMessages: true,
  gate: until('3.6.0'),
  yieldsTo: ['file-special-mode-unsupported', 'mode-decimal'],
  looks: [
    look({ side: 'output', on: 'storage.files[].mode', run: (mode, context) => examine(mode, 'file', context) }),
    look({
      side: 'output',
      on: 'storage.directories[].mode',
      run: (mode, context) => examine(mode, 'directory', context),
    }),
  ],
});

function examine(mode: OutInt, of: ModeOf, context: CheckContext): void {
  const bits = BigInt(mode.value) & specialBits;
  if (bits === 0n) return;
  // Whoever forgot the zero has set no special bits, and needs no newer version.
  const meant = meantInOctal(mode, of);
  const message =
    meant === undefined
      ? `the special bits \`${octal(bits)}\` of mode ${shownMode(mode)} are not applied before Ignition 3.6.0; remove them or use a newer version`
      : `mode ${shownMode(mode)} has special bits, which are not applied before Ignition 3.6.0; write ${asWritable(meant, mode, context)}`;
  context.report(mode, message, { data: { bits: Number(bits) } });
}
