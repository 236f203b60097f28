// The name of the service that Podman's generator makes of a quadlet.
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import type { UnitView } from '../unit-syntax/view.ts';

/** `db.volume` makes `db-volume.service`, unless `ServiceName=` says otherwise. `view`: its own text, where there is one. */
export function quadletServiceName(name: string, view?: UnitView): string {
  const dot = name.lastIndexOf('.');
  const kind = quadletKinds[name.slice(dot + 1)];
  if (kind === undefined) return `${name}.service`;
  const given = view?.last(kind.section, 'ServiceName')?.value.text;
  if (given !== undefined) return `${given}.service`;
  const base = name.slice(0, dot);
  const at = base.indexOf('@');
  // The suffix stands before the instance: `db@1.volume` makes `db-volume@1.service`.
  const plain = at < 0 ? `${base}${kind.suffix}` : `${base.slice(0, at)}${kind.suffix}${base.slice(at)}`;
  return `${plain}.service`;
}
