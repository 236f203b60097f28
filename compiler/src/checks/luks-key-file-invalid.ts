import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { sourceOf } from './shared/resources.ts';
import { sourceFault } from './shared/source-fault.ts';

export default check({
  code: 'luks-key-file-invalid',
  severity: 'error',
  docs: {
    what: 'The `key_file` of a LUKS volume has a source that cannot be fetched. What is wrong with it is a finding of its own.',
    why: 'Without its key the volume can be neither made nor opened.',
    fix: 'Mend the URL, or in Butane use `local` or `inline`.',
  },
  side: 'output',
  on: 'storage.luks[]',
  run(volume, context) {
    const keyFile = volume.fields.key_file;
    const source = keyFile && sourceOf(keyFile);
    if (source === undefined || sourceFault(source, context) === undefined) return;
    // Placed where the reference places it: at the volume as a whole.
    const message = 'the key of this volume cannot be fetched, because the `source` of its `key_file` is faulty';
    context.report(volume.origin.at('keys'), message, { notes: [noteAt(source, '`source` is here')] });
  },
});
