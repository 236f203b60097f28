// What the path of a unit file says: the unit, its type, whether it is a template or an instance, and whether the file is a
// drop-in. Works on the path as it will be on the machine.

export interface UnitFileName {
  /** `app@1.service`; of a drop-in, the unit whose directory it lies in. */
  readonly unit: string;
  /** The ending without its dot: `service`, `container`. */
  readonly type: string;
  readonly isDropin: boolean;
  /** `app@.service` of `app@1.service`, and of itself. */
  readonly template?: string;
  /** What stands between `@` and the ending; empty for the template itself. */
  readonly instance?: string;
}

export function unitFileName(path: string): UnitFileName {
  const parts = path.split('/');
  const base = parts.at(-1) ?? '';
  const directory = parts.at(-2) ?? '';
  const isDropin = directory.endsWith('.d') && base.endsWith('.conf');
  const unit = isDropin ? directory.slice(0, -2) : base;
  const dot = unit.lastIndexOf('.');
  // `service.d` holds drop-ins for all services.
  const type = dot < 0 ? (isDropin ? unit : '') : unit.slice(dot + 1);
  const at = unit.indexOf('@');
  if (at <= 0 || dot < at) return { unit, type, isDropin };
  return { unit, type, isDropin, template: `${unit.slice(0, at)}@.${type}`, instance: unit.slice(at + 1, dot) };
}
