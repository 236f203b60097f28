// A config that is merged with the one that is linted, for one machine: its units and Quadlets count as defined there.
import type { Config } from '../config.ts';
import { embeddedTexts, type PlacedText } from '../embedded/texts.ts';
import type { Host } from '../host.ts';
import { isOpen, plainPaths } from './config-parts.ts';

export interface Neighbour {
  readonly config: Config;
  readonly texts: readonly PlacedText[];
}

/** A config as a neighbour, to be made once and given to many runs; undefined when it brings nothing that units could need. */
export function neighbourOf(config: Config, host: Host): Neighbour | undefined {
  const { units, quadlets } = config.fields.systemd?.fields ?? {};
  const texts = embeddedTexts(config, host);
  const hasUnits = (units?.items.length ?? 0) + (quadlets?.items.length ?? 0) > 0;
  const matters = hasUnits || texts.length > 0 || plainPaths(config).length > 0 || isOpen(config);
  return matters ? { config, texts } : undefined;
}
