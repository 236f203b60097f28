import { check } from '../../checks/shared/check.ts';
import { writtenMode } from '../../checks/shared/mode-words.ts';
import { octal } from '../../checks/shared/words.ts';

export default check({
  code: 'mode-digit-invalid',
  severity: 'warning',
  docs: {
    what: 'A mode begins with a zero, as octal numbers do, and has the digit 8 or 9, which they do not have.',
    why: 'YAML then reads a decimal number: `0888` is 888, and the file gets the permissions `01570`, which nobody meant.',
    fix: 'Write octal digits, `0` to `7`: one each for the owner, the group and all others, such as `0644`.',
  },
  fixIsInMessages: true,
  side: 'source',
  on: ['storage.files[].mode', 'storage.directories[].mode', 'storage.trees[].file_mode', 'storage.trees[].dir_mode'],
  run(mode, context) {
    const { text } = writtenMode(mode) ?? { text: '' };
    const digit = /^[-+]?0[0-9_]*$/.test(text) ? /[89]/.exec(text)?.[0] : undefined;
    if (digit === undefined) return;
    const reading = `it is read as decimal ${mode.value}, \`${octal(mode.value)}\` in octal`;
    context.report(
      mode,
      `\`${text}\` is no octal number: \`${digit}\` is no octal digit, and ${reading}; write the digits \`0\` to \`7\``,
    );
  },
});
