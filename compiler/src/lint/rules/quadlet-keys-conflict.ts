import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { lastOf, listOf, type PlacedAssignment, type ProjectUnit, placeOf } from '../project-unit.ts';
import { type UnitContext, unitRule } from '../rule.ts';

export default unitRule({
  code: 'quadlet-keys-conflict',
  severity: 'error',
  docs: {
    what: 'Two keys of a quadlet exclude each other, or one is of no use without another.',
    why: 'The generator refuses the file, and there is no service.',
    fix: 'Remove one of the two, or add the one that is missing, as the message says.',
  },
  of: ['quadlet'],
  check(unit, context) {
    const section = quadletKinds[unit.type]?.section;
    if (section === undefined) return;
    const last = (key: string) => lastOf(unit, section, key);
    const excludes = (key: string, other: string): void => {
      const [one, two] = [last(key), last(other)];
      if (one && two)
        context.report(placeOf(two), `\`${key}=\` and \`${other}=\` exclude each other; remove one of them`);
    };
    const needs = (key: string, other: string): void => {
      const one = last(key);
      if (one && !last(other))
        context.report(placeOf(one), `\`${key}=\` is of no use without \`${other}=\`; add that, or remove this`);
    };
    if (unit.type === 'container') {
      excludes('Image', 'Rootfs');
      excludes('ReloadCmd', 'ReloadSignal');
      needs('Group', 'User');
    }
    if (unit.type === 'volume' && last('Driver')?.assignment.value.text !== 'image') {
      needs('Type', 'Device');
      needs('Options', 'Device');
    }
    if (unit.type === 'network') checkSubnets(unit, context);
    checkMappings(unit, section, context);
  },
});

/** Gateways and ranges belong to subnets, one to each. */
function checkSubnets(unit: ProjectUnit, context: UnitContext): void {
  const count = listOf(unit, 'Network', 'Subnet').length;
  for (const key of ['Gateway', 'IPRange']) {
    const surplus: PlacedAssignment | undefined = listOf(unit, 'Network', key)[count];
    if (surplus === undefined) continue;
    context.report(
      placeOf(surplus),
      `each \`${key}=\` belongs to a \`Subnet=\`, and for this one there is none; add it, or remove this`,
    );
  }
}

const mappings = ['UserNS', 'UIDMap', 'GIDMap', 'SubUIDMap', 'SubGIDMap'];

/** The old way of mapping users and the new one. */
function checkMappings(unit: ProjectUnit, section: string, context: UnitContext): void {
  const explicit = mappings.find((key) => lastOf(unit, section, key));
  const users = lastOf(unit, section, 'RemapUsers');
  if (users?.assignment.value.text === 'manual' && unit.type === 'kube') {
    context.report(placeOf(users), '`RemapUsers=manual` cannot be used here; write `UserNS=` instead');
  }
  for (const key of ['RemapUsers', 'RemapUid', 'RemapGid']) {
    const old = lastOf(unit, section, key);
    if (old === undefined) continue;
    if (explicit)
      context.report(
        placeOf(old),
        `\`${key}=\` and \`${explicit}=\` exclude each other; remove \`${key}=\`, it is obsolete`,
      );
    else if (!users)
      context.report(
        placeOf(old),
        `\`${key}=\` is of no use without \`RemapUsers=\`; use \`UIDMap=\` and \`GIDMap=\` instead`,
      );
  }
}
