import type { Directory, StorageFile } from '../config.ts';
import { type CheckContext, check, look } from './shared/check.ts';
import { isUsualMode } from './shared/usual-mode.ts';

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

function examine(node: StorageFile | Directory, kind: 'file' | 'directory', context: CheckContext): void {
  const { mode } = node.fields;
  if (mode === undefined) return;
  const digits = String(mode.value);
  if (!/^[0-7]{1,4}$/.test(digits)) return;
  const meant = Number.parseInt(digits, 8);
  if (isUsualMode(Number(mode.value), kind) || !isUsualMode(meant, kind)) return;
  const octal = `0${digits}`;
  const actual = `0${Number(mode.value).toString(8)}`;
  context.report(mode, `mode \`${digits}\` is decimal and means \`${actual}\`; write \`${octal}\``, {
    data: { octal },
  });
}
