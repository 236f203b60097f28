import { readValue } from '../../embedded/unit-syntax/values/index.ts';
import { textRule } from '../rule.ts';
import { inlineComment } from '../shared/inline-comment.ts';

export default textRule({
  code: 'unit-comment-inline',
  severity: 'warning',
  docs: {
    what: 'A comment stands behind a value.',
    why: 'systemd knows comments only on lines of their own (systemd.syntax(7)); behind a value it takes `#` and all that follows for a part of the value. `User=core # x` names a user that does not exist, `ExecStart=app # x` gives the program arguments.',
    fix: 'Put the comment on a line of its own, above. Quote a `#` that is meant as an argument.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const setting of view.settings) {
      const comment = inlineComment(setting);
      if (comment === undefined) continue;
      const { assignment, directive } = setting;
      const { key, value } = assignment;
      const isFatal = readValue(value.text, key, directive, context.releases.systemd)?.isFatal;
      const message = `this comment becomes a part of the value of \`${key}=\`; put it on a line of its own, above`;
      context.report(value.rangeOf(comment.start, comment.end), message, { severity: isFatal ? 'error' : 'warning' });
    }
  },
});
