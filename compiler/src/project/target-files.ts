// The files that a target of a project is made of, and what is wrong with them, wherever files are found: on a disk or in an
// editor. Whoever calls expands the patterns; this reads nothing.
import projectFragmentMissing from '../diagnostic/codes/project-fragment-missing.ts';
import projectInvalid from '../diagnostic/codes/project-invalid.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { isMachineConfigFormat, type MergeResult } from './merged.ts';
import type { Pattern, Project, Target } from './project.ts';

/** How files of some kind are found and told apart. */
export interface FilesOfPatterns<File> {
  /** The files that a pattern stands for, in their order; none where nothing matches. */
  expand(pattern: Pattern): readonly File[];
  /** The same for two files that are one. */
  keyOf(file: File): string;
}

export interface TargetFiles<File> {
  readonly target: Target;
  /** Each file once, where it comes first. */
  readonly fragments: readonly File[];
  /** Keys of those that win over the others. */
  readonly overriding: ReadonlySet<string>;
  /** Patterns that match nothing, overrides that are no fragments. */
  readonly missing: readonly Diagnostic[];
}

/** The files of a target. */
export function targetFiles<File>(target: Target, { expand, keyOf }: FilesOfPatterns<File>): TargetFiles<File> {
  const missing: Diagnostic[] = [];
  const found = (pattern: Pattern): readonly File[] => {
    const files = expand(pattern);
    if (files.length === 0) {
      missing.push(report(projectFragmentMissing, pattern.place, `no file matches \`${pattern.text}\``));
    }
    return files;
  };
  const fragments = new Map<string, File>();
  for (const file of target.fragments.flatMap(found)) {
    if (!fragments.has(keyOf(file))) fragments.set(keyOf(file), file);
  }
  const overriding = target.override.flatMap((pattern) => {
    const keys = found(pattern).map(keyOf);
    if (keys.length > 0 && !keys.some((key) => fragments.has(key))) missing.push(strayOverride(pattern, target));
    return keys;
  });
  return { target, fragments: [...fragments.values()], overriding: new Set(overriding), missing };
}

/** What is to override has to be a fragment of the target; anything else is a slip. */
function strayOverride({ text, place }: Pattern, { name }: Target): Diagnostic {
  const message = `\`${text}\` is to override, but it is no fragment of the target \`${name}\`; list it under \`fragments\` too`;
  return report(projectFragmentMissing, place, message);
}

/** A MachineConfig has a name and a role, which only a MachineConfig among the fragments can give. */
export function formatFindings(
  { name, format }: Target,
  { document }: Project,
  result: MergeResult | undefined,
): readonly Diagnostic[] {
  if (format !== 'machine-config' || result === undefined || result.isMachineConfig) return [];
  const place = { location: { uri: document.uri, range: document.root.range }, path: ['targets'] };
  const message = `the target \`${name}\` is to be a MachineConfig, but none of its fragments is one; add an \`openshift\` config with \`metadata\``;
  return [report(projectInvalid, place, message)];
}

/** Where the result of a target is written, relative to the folder of the project. */
export function outputPath({ name, output, format }: Target, isMachineConfig: boolean): string {
  return output ?? `${name}.${isMachineConfigFormat(format, isMachineConfig) ? 'yaml' : 'ign'}`;
}
