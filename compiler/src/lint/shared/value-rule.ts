// Rules about values of some kinds: the reader of the kind says what is wrong, the rule gives it a code and a page.
import type { ValueKind } from '../../../../spec/systemd/model.ts';
import { quadletEndings } from '../../../../spec/unit-endings.ts';
import type { DiagnosticDefinition } from '../../diagnostic/definition.ts';
import { readValue } from '../../embedded/unit-syntax/values/index.ts';
import { type TextRule, textRule } from '../rule.ts';
import { inlineComment } from './inline-comment.ts';
import { smartQuoted } from './smart-quotes.ts';
import { swallowedLine } from './swallowed-line.ts';

const quadletName = new RegExp(`\\.(?:${quadletEndings.join('|')})(?:\\s|$)`);

/** Podman's generator translates the names of quadlets in dependencies. */
function namesQuadlet(value: string): boolean {
  return quadletName.test(value);
}

/**
 * A warning, as systemd goes on without the value; an error where it refuses the unit. Nothing of a value that a
 * comment or another line became a part of: rules of their own say so.
 */
export function valueRule(
  definition: Omit<DiagnosticDefinition, 'severity'> & { readonly kinds: readonly ValueKind[] },
): TextRule {
  const { kinds, ...page } = definition;
  return textRule({
    ...page,
    severity: 'warning',
    of: ['systemd', 'quadlet'],
    check(view, context) {
      for (const kind of kinds) {
        for (const setting of view.ofKind(kind)) {
          const { section, assignment, directive } = setting;
          const { key, value, range } = assignment;
          if (inlineComment(setting) || swallowedLine(view, section, assignment)) continue;
          if (kind === 'environment' && smartQuoted(value.text)) continue;
          const fault = readValue(value.text, key, directive, context.releases.systemd);
          if (fault === undefined || (view.isQuadlet && namesQuadlet(value.text))) continue;
          const place = value.text === '' ? range : value.rangeOf(fault.start, fault.end);
          const severity = fault.isFatal ? ('error' as const) : ('warning' as const);
          context.report(place, `\`${key}=\`: ${fault.message}`, { severity });
        }
      }
    },
  });
}
