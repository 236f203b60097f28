import type { Directory, StorageFile } from '../config.ts';
import { type CheckContext, check, look } from './shared/check.ts';
import { type ModeOf, meantInOctal } from './shared/mode-words.ts';
import { octal } from './shared/words.ts';

export default check({
  code: 'mode-not-octal',
  severity: 'warning',
  docs: {
    what: 'A mode is written as a decimal number whose digits look like octal permission bits.',
    why: 'YAML reads `644` as the decimal number, which is `01204` in octal: a sticky bit and a strange set of permissions, not the `rw-r--r--` that was meant.',
    fix: 'Put a `0` in front of the digits: `mode: 0644`.',
  },
  looks: [
    look({ side: 'source', on: 'storage.files[]', run: (file, context) => examine(file, 'file', context) }),
    look({
      side: 'source',
      on: 'storage.directories[]',
      run: (directory, context) => examine(directory, 'directory', context),
    }),
  ],
});

function examine(node: StorageFile | Directory, of: ModeOf, context: CheckContext): void {
  const { mode } = node.fields;
  const meant = mode && meantInOctal(mode, of);
  if (mode === undefined || meant === undefined) return;
  const message = `mode \`${mode.value}\` is decimal and means \`${octal(mode.value)}\`; write \`${meant}\``;
  context.report(mode, message, { data: { octal: meant } });
}
