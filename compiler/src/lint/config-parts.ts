// What of a config, beside its texts, says which units there are. Light: nothing of a unit is read for it.
import { quadletDirectories, unitDirectory } from '../../../spec/os-paths.ts';
import type { Config } from '../config.ts';

/** Files and links that lie where systemd and Podman look, whatever is in them. */
export function plainPaths(config: Config): readonly string[] {
  const { files, links } = config.fields.storage?.fields ?? {};
  const paths = [...(files?.items ?? []), ...(links?.items ?? [])].map(({ fields }) => fields.path?.value ?? '');
  return paths.filter(
    (path) => path.startsWith(`${unitDirectory}/`) || path.startsWith(`${quadletDirectories.rootful}/`),
  );
}

/** Whether a config brings files that are not all known here. */
export function isOpen(config: Config): boolean {
  const { merge, replace } = config.fields.ignition?.fields.config?.fields ?? {};
  const hasTrees = (config.fields.storage?.fields.trees?.items.length ?? 0) > 0;
  return hasTrees || (merge?.items.length ?? 0) > 0 || replace !== undefined;
}
