// What `explain` and `diff` are about: a target of a project, a project as a whole, a file, or either of them at a git revision.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import { mergeFreely } from '../../src/project/merge-freely.ts';
import type { Merged } from '../../src/project/merged.ts';
import { projectFile } from '../../src/project/project-file.ts';
import { nearest } from '../../src/text/edit-distance.ts';
import type { Location } from '../../src/text/range.ts';
import { exitCodes, Failure } from '../failure.ts';
import { buildTarget, documentsOfBuild, loadProject, nearestProject } from './build-target.ts';
import { FragmentFiles } from './fragment-files.ts';
import { documentsOf } from './report.ts';

/** Configs by name: the targets of a project, or the one of a file, which has no name. */
export interface Side {
  readonly configs: ReadonlyMap<string, Merged>;
  readonly diagnostics: readonly Diagnostic[];
  readonly documents: ReadonlyMap<string, Document>;
}

/** Reads a file or a project, or `REVISION:PATH` of the git repository of the current folder. */
export async function loadSide(argument: string): Promise<Side> {
  if (argument === '-') return loadFile(argument);
  if (existsSync(argument)) return loadPath(argument, argument);
  const revision = /^([^:]+)(?::(.*))?$/.exec(argument);
  if (revision?.[1] === undefined || !isRevision(revision[1])) {
    throw new Failure(`\`${argument}\` is neither a file nor a git revision`, exitCodes.usage);
  }
  return atRevision(revision[1], revision[2] ?? '');
}

/** `shown`: what messages call it. */
async function loadPath(path: string, shown: string): Promise<Side> {
  if (statSync(path).isDirectory()) {
    if (existsSync(join(path, projectFile))) return loadTargets(join(path, projectFile));
    throw new Failure(`\`${shown}\` is a folder without ${projectFile}; name a project or a config`, exitCodes.usage);
  }
  return basename(path) === projectFile ? loadTargets(path) : loadFile(path);
}

async function loadFile(path: string): Promise<Side> {
  const fragments = await new FragmentFiles({ filesDir: 'auto' }).read({ path }, undefined, 'embed');
  const merged = mergeFreely(fragments);
  return { configs: new Map([['', merged]]), diagnostics: merged.diagnostics, documents: documentsOf(fragments) };
}

async function loadTargets(path: string, only?: string): Promise<Side> {
  const project = loadProject(path);
  const files = new FragmentFiles({ filesDir: 'auto' });
  const targets = project.targets.filter(({ name }) => only === undefined || name === only);
  const built = [];
  for (const target of targets) built.push(await buildTarget(target, project, files));
  return {
    configs: new Map(built.map(({ target, merged }) => [target.name, merged])),
    diagnostics: [...project.diagnostics, ...built.flatMap(({ diagnostics }) => diagnostics)],
    documents: documentsOfBuild(project, built),
  };
}

/** A target of the project here, or a file. */
export async function loadTargetOrFile(name: string, projectPath: string | undefined): Promise<Side> {
  if (name === '-') return loadFile(name);
  if (projectPath === undefined && existsSync(name) && !statSync(name).isDirectory()) return loadFile(name);
  if (projectPath === undefined && nearestProject() === undefined) {
    const why = `there is no file \`${name}\`, and no ${projectFile} here or in a folder above that could have such a target`;
    throw new Failure(why, exitCodes.usage);
  }
  const project = loadProject(projectPath);
  const known = project.targets.map((target) => target.name);
  if (!known.includes(name)) {
    const meant = nearest(name, known);
    const advice = meant === undefined ? `there are ${known.join(', ')}` : `did you mean \`${meant}\`?`;
    throw new Failure(`\`${name}\` is neither a file nor a target; ${advice}`, exitCodes.usage);
  }
  return loadTargets(project.path, name);
}

function isRevision(name: string): boolean {
  // A name that begins with a dash would be a flag.
  return !name.startsWith('-') && git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).status === 0;
}

/** The whole tree of the revision is laid out, because a config may need any file of it. */
async function atRevision(revision: string, path: string): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-'));
  try {
    const top = git(['rev-parse', '--show-toplevel']).stdout.toString().trim();
    const prefix = git(['rev-parse', '--show-prefix']).stdout.toString().trim();
    const archive = git(['archive', '--format=tar', revision], top);
    const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
    if (archive.status !== 0 || unpacked.status !== 0) throw new Failure(`cannot read the git revision ${revision}`);
    const inner = path.startsWith('./') || path === '' ? join(prefix, path) : path;
    const wanted = resolve(folder, inner);
    if (!existsSync(wanted)) throw new Failure(`\`${path}\` is not in the git revision ${revision}`, exitCodes.usage);
    return renamed(await loadPath(wanted, `${revision}:${path}`), folder, `${revision}:`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was found in a folder that nobody knows, told as if it stood in the revision. */
function renamed(side: Side, folder: string, revision: string): Side {
  const short = (text: string): string => text.replaceAll(`${folder}/`, revision);
  const at = (location: Location): Location => ({ ...location, uri: short(location.uri) });
  const diagnostics = side.diagnostics.map((each): Diagnostic => {
    const notes = (each.notes ?? []).map((note) => ({
      message: short(note.message),
      ...(note.location ? { location: at(note.location) } : {}),
    }));
    return { ...each, message: short(each.message), location: at(each.location), notes };
  });
  const documents = new Map([...side.documents].map(([uri, document]) => [short(uri), document] as const));
  return { ...side, diagnostics, documents };
}

const mebibyte = 1024 * 1024;

function git(args: readonly string[], cwd?: string) {
  return spawnSync('git', args, { maxBuffer: 1024 * mebibyte, ...(cwd === undefined ? {} : { cwd }) });
}
