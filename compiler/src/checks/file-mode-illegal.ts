import { check } from './shared/check.ts';
import { octal } from './shared/words.ts';

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
  side: 'output',
  on: ['storage.files[].mode', 'storage.directories[].mode'],
  run(mode, context) {
    if (mode.value >= 0 && mode.value <= largestMode) return;
    // Nobody writes a negative mode in octal.
    const shown = mode.value < 0 ? String(mode.value) : octal(mode.value);
    const message = `mode \`${shown}\` is outside \`0\` to \`07777\`; write octal permissions such as \`0644\``;
    context.report(mode, message);
  },
});
