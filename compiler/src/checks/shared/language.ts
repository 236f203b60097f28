// Which language a config is written in: advice for Butane has keys that Ignition JSON and MachineConfigs do not know.
import type { CheckContext } from './check.ts';

/** Whether the config is a Butane one: only these name a variant. */
export function isButane({ config }: Pick<CheckContext, 'config'>): boolean {
  return config.fields.variant !== undefined;
}
