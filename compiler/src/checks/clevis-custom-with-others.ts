import { holds } from '../../../spec/gate.ts';
import { clevis as clevisField } from '../../../spec/shapes/clevis.ts';
import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'clevis-custom-with-others',
  severity: 'error',
  docs: {
    what: 'Clevis is set up both by hand (`custom`) and with `tang`, `tpm2` or `threshold`.',
    why: 'From `tang`, `tpm2` and `threshold` Ignition makes a configuration of its own, and a volume is bound to one configuration.',
    fix: 'Put everything into `custom.config`, or remove `custom`.',
  },
  side: 'output',
  on: 'storage.luks[].clevis',
  run(clevis, context) {
    const { custom, tang, threshold, tpm2 } = clevis.fields;
    // Where `custom` can be absent, an empty one counts as well.
    const isPresent = holds(clevisField.node.fields.custom.nullable, context.point);
    if (custom === undefined || !(isPresent || custom.fields.pin?.value)) return;
    const other =
      tang && tang.items.length > 0
        ? { name: 'tang', value: tang }
        : tpm2?.value === true
          ? { name: 'tpm2', value: tpm2 }
          : threshold?.value
            ? { name: 'threshold', value: threshold }
            : undefined;
    if (other === undefined) return;
    const message = `\`custom\` cannot be combined with \`${other.name}\`; put all into \`custom.config\`, or remove \`custom\``;
    const notes = [noteAt(custom, '`custom` is here'), noteAt(other.value, `\`${other.name}\` is here`)];
    context.report(clevis, message, { notes });
  },
});
