// Of which type a service is, be it written as a unit or made of a quadlet.
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { type ProjectUnit, settingOf } from '../project-unit.ts';

/** `Type=` as it is written, or what the generator makes it; undefined for other units, or where systemd chooses. */
export function serviceTypeOf(unit: ProjectUnit): string | undefined {
  const { type } = unit;
  if (type === 'service') return settingOf(unit, 'Service', 'Type');
  if (!Object.hasOwn(quadletKinds, type)) return undefined;
  // The generator writes the type of pods anew, whatever the file says.
  if (type === 'pod') return 'forking';
  return settingOf(unit, 'Service', 'Type') ?? (type === 'container' || type === 'kube' ? 'notify' : 'oneshot');
}
