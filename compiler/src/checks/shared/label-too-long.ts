// Labels of file systems: every format has a limit of its own.
import { type Check, check } from './check.ts';
import { byteLength, quoted } from './words.ts';

interface LabelLimit {
  readonly format: 'ext4' | 'btrfs' | 'xfs' | 'swap' | 'vfat';
  /** In bytes of UTF-8. */
  readonly limit: number;
  /** The tool that makes the file system. */
  readonly tool: string;
}

/** The check that labels of file systems of one format fit. */
export function labelTooLongCheck({ format, limit, tool }: LabelLimit): Check {
  return check({
    code: `filesystem-label-too-long-${format}`,
    severity: 'error',
    docs: {
      what: `The label of a filesystem of format \`${format}\` has more than ${limit} bytes.`,
      why: `There is room for ${limit} bytes on the device; \`${tool}\` refuses a longer label, and provisioning would fail.`,
      fix: `Shorten the label to ${limit} bytes. Letters beyond ASCII take two to four bytes each.`,
    },
    side: 'output',
    on: 'storage.filesystems[]',
    run({ fields: { format: given, label } }, context) {
      if (given?.value !== format || label === undefined) return;
      const length = byteLength(label);
      if (length <= limit) return;
      const message = `label ${quoted(label.value)} has ${length} bytes, and ${format} has room for ${limit}; shorten it`;
      context.report(label, message, { data: { length, limit } });
    },
  });
}
