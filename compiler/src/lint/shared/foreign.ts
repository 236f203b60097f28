// Units of the system, as a user's manager sees them: not at all.
import { shippedUnits } from '../../../../spec/systemd/shipped-units.ts';
import type { Project } from '../project.ts';

/** Whether a name means a unit that the system has, and the manager that reads this project has not. */
export function isOnlyOfSystem(name: string, project: Project): boolean {
  return project.scope.manager === 'user' && shippedUnits.has(name) && !project.isKnown(name);
}
