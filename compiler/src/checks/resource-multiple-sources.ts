import { isOpen } from '../../../spec/gate.ts';
import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { allResources, sinceOneShape } from './shared/resources.ts';

/** The reference marks the last one in this order; its oldest spec has another order. */
const order = ['local', 'inline', 'source'] as const;
const oldestOrder = ['source', 'inline'] as const;

export default check({
  code: 'resource-multiple-sources',
  severity: 'error',
  docs: {
    what: 'A resource has more than one of `source`, `inline` and `local`.',
    why: 'Each of them says where the data comes from, and only one can be right; an empty text counts too.',
    fix: 'Keep one: `source` for a URL that the machine fetches, `inline` for text in the config, `local` for a file of the files directory.',
  },
  side: 'source',
  on: allResources,
  run({ fields }, context) {
    const names = isOpen(sinceOneShape, context.point) ? order : oldestOrder;
    const given = names.flatMap((name) => {
      const value = fields[name];
      return value === undefined ? [] : [{ name, value }];
    });
    const last = given.at(-1);
    const others = given.slice(0, -1);
    if (last === undefined || others.length === 0) return;
    const notes = others.map(({ name, value }) => noteAt(value, `\`${name}\` is here`));
    const rivals = others.map(({ name }) => `\`${name}\``).join(' and ');
    const message = `\`${last.name}\` cannot stand beside ${rivals}: a resource has one origin; keep only one of them`;
    context.report(last.value, message, { notes, data: { members: given.map(({ name }) => name) } });
  },
});
