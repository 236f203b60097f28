import { hasSpecifier } from '../../embedded/unit-syntax/values/fault.ts';
import { cleanPath } from '../../text/clean-path.ts';
import { escapeSystemdPath } from '../../text/systemd-escape.ts';
import { lastOf, placeOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

const directives: { readonly [type: string]: readonly [section: string, key: string] } = {
  mount: ['Mount', 'Where'],
  automount: ['Automount', 'Where'],
  swap: ['Swap', 'What'],
};

export default unitRule({
  code: 'unit-name-mismatch',
  severity: 'error',
  docs: {
    what: 'The name of a mount, automount or swap unit is not that of its path.',
    why: 'systemd refuses it: it finds such units by their path.',
    fix: 'Name the unit after the path: `/var/lib/data` is `var-lib-data.mount`. `systemd-escape --path --suffix=mount PATH` says the name.',
  },
  of: ['systemd'],
  check(unit, context) {
    const [section, key] = directives[unit.type] ?? [];
    if (section === undefined || key === undefined) return;
    const path = lastOf(unit, section, key);
    const value = path?.assignment.value.text ?? '';
    if (path === undefined || !value.startsWith('/') || hasSpecifier(value) || value.split('/').includes('..')) return;
    // A comment behind the path is another rule's business.
    if (/[ \t]#+[ \t]/.test(value)) return;
    const name = `${escapeSystemdPath(cleanPath(value))}.${unit.type}`;
    if (name === unit.name) return;
    const message = `a unit with \`${key}=${value}\` must be named \`${name}\`, and this one is \`${unit.name}\`; rename it or change the path`;
    context.report(placeOf(path), message);
  },
});
