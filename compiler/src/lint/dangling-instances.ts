// Instances of Quadlet templates become links to their templates. An instance has no text that a language could look into, so
// what is wrong with it is said here: a link that leads nowhere.
import { quadletDirectories } from '../../../spec/os-paths.ts';
import type { Config, Quadlet } from '../config.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { quadletTemplate } from '../sugar/quadlets.ts';
import { isOpen, plainPaths } from './config-parts.ts';
import { definitionOf } from './rule.ts';
import quadletTemplateMissing from './rules/quadlet-template-missing.ts';

/** `around`: for each machine that the config is for, the configs that are merged with it there. */
export function danglingInstances(config: Config, around: readonly (readonly Config[])[]): readonly Diagnostic[] {
  const machines = around.length === 0 ? [[config]] : around.map((others) => [config, ...others]);
  return quadletsOf(config).flatMap((quadlet) => {
    const { name, contents, contents_local: local } = quadlet.fields;
    const template = quadletTemplate(name?.value ?? '');
    // An instance with a text is an error of the compiler's.
    if (name === undefined || template === undefined || contents !== undefined || local !== undefined) return [];
    const path = `${directoryOf(quadlet)}/${template}`;
    if (machines.some((configs) => configs.some((each) => isOpen(each) || pathsOf(each).has(path)))) return [];
    const definition = definitionOf(quadletTemplateMissing);
    const message = `\`${name.value}\` becomes a link to \`${template}\`, which is not in this config; add the template`;
    return [report(definition, name.origin.at(), message, { severity: 'warning' })];
  });
}

function quadletsOf(config: Config): readonly Quadlet[] {
  return config.fields.systemd?.fields.quadlets?.items ?? [];
}

function directoryOf({ fields }: Quadlet): string {
  return quadletDirectories[fields.rootful?.value ? 'rootful' : 'rootless'];
}

/** Where there are Quadlets on the machine. */
function pathsOf(config: Config): ReadonlySet<string> {
  const made = quadletsOf(config).map((quadlet) => `${directoryOf(quadlet)}/${quadlet.fields.name?.value ?? ''}`);
  return new Set([...made, ...plainPaths(config).map(({ path }) => path)]);
}
