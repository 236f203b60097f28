import { check } from './shared/check.ts';
import { quoted } from './shared/words.ts';

const form = /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;
const digitsOnly = /^[0-9A-Fa-f]{32}$/;

export default check({
  code: 'guid-invalid',
  severity: 'error',
  docs: {
    what: 'A GUID (`guid` or `type_guid` of a partition) is not of the form 8-4-4-4-12 hexadecimal digits.',
    why: 'The partition table holds GUIDs as numbers; a text that is none cannot be written there.',
    fix: 'Write a GUID such as `0FC63DAF-8483-4772-8E79-3D69D8477DE4`, or leave the field out: `guid` is then made up, and `type_guid` says Linux data.',
  },
  side: 'output',
  on: ['storage.disks[].partitions[].guid', 'storage.disks[].partitions[].type_guid'],
  run(guid, context) {
    if (guid.value === '' || form.test(guid.value)) return;
    const suggestion = withDashes(guid.value);
    const advice =
      suggestion === undefined ? 'write 8-4-4-4-12 hexadecimal digits' : `did you mean ${quoted(suggestion)}?`;
    const data = suggestion === undefined ? {} : { data: { suggestion } };
    context.report(guid, `${quoted(guid.value)} is not a GUID; ${advice}`, data);
  },
});

/** The GUID that a text is but for its dashes, blanks and braces. */
function withDashes(text: string): string | undefined {
  const digits = text.replace(/[-\s{}]/g, '');
  if (!digitsOnly.test(digits)) return undefined;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
