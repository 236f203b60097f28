import { unitTypes } from '../../../../spec/systemd/sections.ts';
import { readAliases } from '../../embedded/unit-syntax/values/names.ts';
import { textRule } from '../rule.ts';
import { inlineComment } from '../shared/inline-comment.ts';

export default textRule({
  code: 'unit-alias-invalid',
  severity: 'warning',
  docs: {
    what: '`Alias=` gives a unit a name that ends otherwise than its own, or that is none.',
    why: 'An alias is a link to the unit and must have the same ending (systemd.unit(5)); systemd does not make another one when the unit is enabled.',
    fix: 'Write names with the ending of the unit, with blanks between them. To start a service with a target use `WantedBy=`.',
  },
  of: ['systemd'],
  check(view, context) {
    const { type } = view.file;
    if (!Object.hasOwn(unitTypes, type)) return;
    for (const setting of view.ofKind('aliases')) {
      const { value } = setting.assignment;
      const fault = inlineComment(setting) ? undefined : readAliases(value.text, type);
      if (fault) context.report(value.rangeOf(fault.start, fault.end), `\`Alias=\`: ${fault.message}`);
    }
  },
});
