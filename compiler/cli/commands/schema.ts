// `kindling schema`: the JSON Schema of a spec, for editors that know YAML or JSON but not Butane.
import { butaneSchema, ignitionSchema } from '../../../spec/derive/json-schema.ts';
import { nearestSpec } from '../../../spec/nearest.ts';
import { ignitionVersion, resolveSpec } from '../../../spec/resolve.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeOut } from '../output.ts';

/** Prints the schema of `fcos 1.6.0`, or of `ignition 3.5.0`. */
export function run(variant: string, version: string): number {
  writeOut(`${JSON.stringify(schemaOf(variant, version), undefined, 2)}\n`);
  return exitCodes.ok;
}

function schemaOf(variant: string, version: string): object {
  if (variant === 'ignition') {
    const ignition = ignitionVersion(version);
    if (ignition) return ignitionSchema(ignition);
    throw new Failure(`there is no Ignition version \`${version}\``);
  }
  const spec = resolveSpec(variant, version);
  if (spec) return butaneSchema(spec);
  const nearest = nearestSpec(variant, version);
  const suggestion = nearest ? `; did you mean \`${nearest.variant} ${nearest.version}\`?` : '';
  throw new Failure(`there is no spec \`${variant} ${version}\`${suggestion}`);
}
