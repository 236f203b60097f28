// What a config makes of a machine, for those who show it: files, units, users, disks, each with the place in the source that
// made it. A view of the analysed config; never judges, never unpacks, never reads a file.
import type { AnalyzedConfig } from '../analyze.ts';
import { type FilePreview, filesOf } from './files.ts';
import { layoutOf, type VolumePreview } from './layout.ts';
import { type UnitPreview, unitsOf } from './units.ts';
import { type GroupPreview, groupsOf, type UserPreview, usersOf } from './users.ts';

export interface Preview {
  /** By path. */
  readonly files: readonly FilePreview[];
  /** In the order of the config, drop-ins after their unit. */
  readonly units: readonly UnitPreview[];
  readonly users: readonly UserPreview[];
  readonly groups: readonly GroupPreview[];
  /** Disks, then arrays, then other devices. */
  readonly volumes: readonly VolumePreview[];
}

/** `config` is meaningful when it has no errors; with errors the preview shows what is there. */
export function previewOf({ output }: AnalyzedConfig): Preview {
  return {
    files: filesOf(output),
    units: unitsOf(output),
    users: usersOf(output),
    groups: groupsOf(output),
    volumes: layoutOf(output),
  };
}
