// `kindling schema`: the JSON Schema of a spec, for editors that know YAML or JSON but not Butane; and that of `kindling.yaml`.
import { butaneSchema, ignitionSchema } from '../../../spec/derive/json-schema.ts';
import { projectSchema } from '../../../spec/derive/project-schema.ts';
import { nearestSpec } from '../../../spec/nearest.ts';
import { ignitionVersion, resolveSpec } from '../../../spec/resolve.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeOut } from '../output.ts';

/** Prints the schema of `fcos 1.6.0`, of `ignition 3.5.0`, or of `project`. */
export function run(variant: string, version: string | undefined): number {
  writeOut(`${JSON.stringify(schemaOf(variant, version), undefined, 2)}\n`);
  return exitCodes.ok;
}

function schemaOf(variant: string, version: string | undefined): object {
  if (variant === 'project') {
    if (version === undefined) return projectSchema();
    throw new Failure('`project` has no versions: `kindling schema project`', exitCodes.usage);
  }
  if (version === undefined)
    throw new Failure(`which version of \`${variant}\`? Such as \`kindling schema fcos 1.6.0\``, exitCodes.usage);
  if (variant === 'ignition') {
    const ignition = ignitionVersion(version);
    if (ignition) return ignitionSchema(ignition);
    throw new Failure(`there is no Ignition version \`${version}\``, exitCodes.usage);
  }
  const spec = resolveSpec(variant, version);
  if (spec) return butaneSchema(spec);
  const nearest = nearestSpec(variant, version);
  const suggestion = nearest ? `; did you mean \`${nearest.variant} ${nearest.version}\`?` : '';
  throw new Failure(`there is no spec \`${variant} ${version}\`${suggestion}`, exitCodes.usage);
}
