// Outputs that must not be written: they would overwrite another output, or what the project is made of. Looks at the disk for links and
// patterns, and reads no config.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import projectInvalid from '../../src/diagnostic/codes/project-invalid.ts';
import { report } from '../../src/diagnostic/definition.ts';
import type { Diagnostic, DiagnosticNote } from '../../src/diagnostic/diagnostic.ts';
import type { BuiltTarget, LoadedProject } from './build-target.ts';
import { fragmentsAt } from './find-fragments.ts';

/** Something that a build may not write to. */
interface Taken {
  /** `a fragment of the target \`one\``. */
  readonly what: string;
  readonly notes?: readonly DiagnosticNote[];
}

/**
 * A finding for each output that is a source of the project, whether of a target that is built or not, or the output of another target.
 * @param localPaths files that fragments have asked for
 */
export function outputFaults(
  built: readonly BuiltTarget[],
  project: LoadedProject,
  localPaths: ReadonlySet<string>,
  withMaps: boolean,
): readonly Diagnostic[] {
  const taken = sourcesOf(project, localPaths);
  return built.flatMap(({ target, output, merged }) => {
    const hasMap = (withMaps || target.sourceMap) && merged.result !== undefined;
    const faults = (hasMap ? [output, `${output}.map.json`] : [output]).flatMap((path) => {
      const known = taken.get(realPath(path));
      if (known === undefined) return [];
      const what = path === output ? 'output' : 'source map';
      const message = `the ${what} \`${path}\` of \`${target.name}\` is ${known.what}, which would be overwritten; write it to another file`;
      return [report(projectInvalid, target.outputPlace, message, { notes: known.notes ?? [] })];
    });
    const { location } = target.outputPlace;
    taken.set(realPath(output), {
      what: `the output of \`${target.name}\` too`,
      notes: [{ message: `the output of \`${target.name}\` is named here`, location }],
    });
    return faults;
  });
}

function sourcesOf(project: LoadedProject, localPaths: ReadonlySet<string>): Map<string, Taken> {
  const taken = new Map<string, Taken>([[realPath(project.path), { what: 'the project itself' }]]);
  for (const path of localPaths) taken.set(realPath(path), { what: 'a local file of a fragment' });
  for (const { name, fragments } of project.targets) {
    for (const { text } of fragments) {
      for (const { path } of fragmentsAt(text, project.base)) {
        taken.set(realPath(path), { what: `a fragment of the target \`${name}\`` });
      }
    }
  }
  return taken;
}

/** The path behind all links; of a file that is not there yet, that of its folder. */
export function realPath(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    return dirname(full) === full ? full : join(realPath(dirname(full)), basename(full));
  }
}
