// The page of a field as Markdown, for hovers and completion: what the shapes say, nothing of its own.
import { exampleCode, isRequired, paragraphsOf, proposedValues, typeName } from '../../../spec/derive/describe.ts';
import { outName } from '../../../spec/fields.ts';
import type { Field } from '../../../spec/model.ts';
import { availability, type Place, type Rules } from './places.ts';

/** Type, requirement and versions of a field on one line. */
export function fieldSummary(field: Field, page: string, rules: Rules): string {
  const isNeeded = isRequired(field, rules.point, rules.side) ? ', required' : '';
  const { spec } = rules;
  const { since, until } = spec ? availability(page, spec) : {};
  const versions = [since && `since ${spec?.variant} ${since}`, until && `up to ${spec?.variant} ${until}`];
  return [`${typeName(field.node)}${isNeeded}`, ...versions.filter((text) => text !== undefined)].join(', ');
}

/** The whole page. */
export function describeField({ field, page }: Place, rules: Rules): string {
  if (field === undefined) return '';
  const refusal = rules.spec?.filters.find(({ path }) => path === page);
  const values = proposedValues(field, rules.point);
  const list = values.map(({ value, doc }) => `- \`${value}\`${doc === undefined ? '' : `: ${doc}`}`);
  return [
    `**${rules.side === 'output' ? outName(lastName(page), field) : lastName(page)}** — ${fieldSummary(field, page, rules)}`,
    ...paragraphsOf(field, rules.side, refusal),
    ...(list.length > 0 ? [list.join('\n')] : []),
    `Example: \`${exampleCode(field).replaceAll('\n', '\\n')}\``,
  ].join('\n\n');
}

function lastName(page: string): string {
  return page.split('.').at(-1)?.replaceAll('[]', '') ?? page;
}
