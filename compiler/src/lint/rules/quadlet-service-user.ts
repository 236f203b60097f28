import { placeOf, writtenOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

/** Values that change nothing. */
const harmless: { readonly [key: string]: RegExp } = {
  User: /^(?:root|0)?$/,
  Group: /^(?:root|0)?$/,
  DynamicUser: /^(?:n|no|f|false|off|0)?$/i,
};

export default unitRule({
  code: 'quadlet-service-user',
  severity: 'warning',
  docs: {
    what: '`[Service]` of a quadlet has `User=`, `Group=` or `DynamicUser=`.',
    why: 'Podman does not support services that run it as another user (podman-systemd.unit(5)), and newer generators warn of it.',
    fix: 'For the user inside of the container write `User=` under `[Container]`. For a rootless container, put the quadlet where that user’s quadlets are.',
  },
  of: ['quadlet'],
  check(unit, context) {
    for (const [key, pattern] of Object.entries(harmless)) {
      const found = writtenOf(unit, 'Service', key);
      if (found === undefined || pattern.test(found.assignment.value.text)) continue;
      const inside = key !== 'DynamicUser' && unit.type === 'container';
      const advice = inside
        ? `for the user inside of it write \`${key}=\` under \`[Container]\`; for a rootless one put the file among the quadlets of that user`
        : 'put the file among the quadlets of a user to run it as that user';
      context.report(placeOf(found), `Podman does not support \`${key}=\` in \`[Service]\`; ${advice}`);
    }
  },
});
