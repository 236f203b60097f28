import { check, memberPlace } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';
import { mayBeFilledIn } from './shared/failed-trees.ts';
import { isButane } from './shared/language.ts';

export default check({
  code: 'overwrite-without-source',
  severity: 'error',
  docs: {
    what: 'A file has `overwrite: true` and no contents.',
    why: '`overwrite` deletes what is at the path, and there is nothing to put in its place. Ignition refuses that, because as a rule the contents were forgotten.',
    fix: 'Give `contents` (in Butane `inline: ""`, in Ignition JSON the source `data:,` makes an empty file), or remove `overwrite` to keep the existing file.',
  },
  fixIsInMessages: true,
  side: 'output',
  on: 'storage.files[]',
  run(file, context) {
    const { overwrite, contents } = file.fields;
    if (overwrite?.value !== true || contents?.fields.source !== undefined) return;
    if (isDamaged(file, 'contents') || (contents && memberPlace(contents, 'source').damaged)) return;
    if (mayBeFilledIn(file, context)) return;
    const empty = isButane(context) ? '`contents: {inline: ""}`' : '`"contents": {"source": "data:,"}`';
    context.report(overwrite, `\`overwrite\` needs contents to write; add \`contents\`, or ${empty} for an empty file`);
  },
});
