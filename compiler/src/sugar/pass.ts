// What a sugar pass is: a function from the config so far to the config with one sugar expanded. One file a pass; their
// order is `order.ts`.
import type { Point } from '../../../spec/gate.ts';
import type { Config } from '../config.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Host } from '../host.ts';

export interface SugarContext {
  /** The config as the user wrote it, before any pass. */
  readonly source: Config;
  readonly point: Point;
  readonly host: Host;
  readonly report: (diagnostic: Diagnostic) => void;
}

export type SugarPass = (config: Config, context: SugarContext) => Config;
