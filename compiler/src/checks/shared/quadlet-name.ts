// Names of quadlets: the kinds that Podman's generator knows.
import { quadlet } from '../../../../spec/shapes/quadlets.ts';

/** The endings of quadlet names, with their dot. */
export const quadletSuffixes: readonly string[] = quadlet.fields.name.suffixes ?? [];

export function isQuadletName(name: string): boolean {
  return quadletSuffixes.some((suffix) => name.endsWith(suffix));
}
