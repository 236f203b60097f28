import { type CheckContext, check, look } from '../../checks/shared/check.ts';
import { isButane } from '../../checks/shared/language.ts';
import { asWritable, type ModeOf, meantInOctal, shownMode } from '../../checks/shared/mode-words.ts';
import type { OutInt } from '../../output/nodes.ts';

export default check({
  code: 'mode-decimal',
  severity: 'warning',
  docs: {
    what: 'A mode in Ignition JSON or a MachineConfig is a decimal number whose digits look like octal permission bits.',
    why: 'Ignition reads `644` as the decimal number, which is `01204` in octal: a sticky bit and a strange set of permissions, not the `rw-r--r--` that was meant. It says nothing about it.',
    fix: 'Write the decimal number of the permissions: `420` for `0644`, `493` for `0755`, `384` for `0600`. A MachineConfig in YAML takes `0644` too.',
  },
  fixIsInMessages: true,
  // Their messages say it too.
  yieldsTo: ['file-special-mode-unsupported', 'file-mode-illegal'],
  looks: [
    look({ side: 'source', on: 'storage.files[].mode', run: (mode, context) => examine(mode, 'file', context) }),
    look({
      side: 'source',
      on: 'storage.directories[].mode',
      run: (mode, context) => examine(mode, 'directory', context),
    }),
  ],
});

function examine(mode: OutInt, of: ModeOf, context: CheckContext): void {
  const meant = meantInOctal(mode, of);
  // Of a Butane config the compiler says it, as the reference does.
  if (meant === undefined || isButane(context)) return;
  const message = `mode ${shownMode(mode)} is decimal; write ${asWritable(meant, mode, context)}`;
  context.report(mode, message, { data: { octal: meant } });
}
