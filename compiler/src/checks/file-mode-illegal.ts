import type { OutInt } from '../output/nodes.ts';
import { type CheckContext, check, look } from './shared/check.ts';
import { asWritable, type ModeOf, meantInOctal, shownMode } from './shared/mode-words.ts';

const largestMode = 0o7777;

export default check({
  code: 'file-mode-illegal',
  severity: 'error',
  docs: {
    what: 'A mode is negative or greater than `07777`.',
    why: 'Permissions have twelve bits; Ignition refuses a number that is none.',
    fix: 'Write the permissions in octal with a leading zero, such as `0644` for files and `0755` for programs and directories.',
  },
  yieldsTo: ['file-special-mode-unsupported'],
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
  if (mode.value >= 0 && mode.value <= largestMode) return;
  const meant = meantInOctal(mode, of);
  const advice = `write ${meant === undefined ? 'octal permissions such as `0644`' : asWritable(meant, mode, context)}`;
  // Nobody writes a negative mode in octal.
  const shown = mode.value < 0 ? `\`${mode.value}\`` : shownMode(mode);
  context.report(mode, `mode ${shown} is outside \`0\` to \`07777\`; ${advice}`);
}
