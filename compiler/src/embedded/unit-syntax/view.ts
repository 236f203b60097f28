// A unit file as rules look at it: the tree, what its name says, and its settings by directive. Built once for each text and
// name; knows systemd's sections, judges nothing.
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import type { Directive, ValueKind } from '../../../../spec/systemd/model.ts';
import { directivesOf, sectionsOf } from '../../../../spec/systemd/sections.ts';
import type { EmbeddedText } from '../language.ts';
import { parseUnit } from './grammar.ts';
import type { Assignment, Section, UnitTree } from './tree.ts';
import { type UnitFileName, unitFileName } from './unit-file-name.ts';

/** An assignment whose directive is known in its section. */
export interface Setting {
  readonly section: string;
  readonly assignment: Assignment;
  readonly directive: Directive;
}

export interface UnitView {
  readonly tree: UnitTree;
  readonly file: UnitFileName;
  readonly isQuadlet: boolean;
  /** The text was not read; the tree is empty. */
  readonly isTooLarge: boolean;
  /** Sections that the type of the unit may have. */
  readonly allowed: readonly string[];
  /** Known settings in source order. */
  readonly settings: readonly Setting[];
  /** Settings of a kind. */
  ofKind(kind: ValueKind): readonly Setting[];
  /** Assignments of a directive, in all sections of that name, in source order; empty values included. */
  all(section: string, key: string): readonly Assignment[];
  /** The value that counts in the end: of several the last; empty is as good as none. */
  last(section: string, key: string): Assignment | undefined;
  /** Values of a list: an empty one forgets what stands before it. */
  list(section: string, key: string): readonly Assignment[];
  sections(name: string): readonly Section[];
}

/** No unit is as long as this by hand; longer texts are not read, so that time stays bounded. */
export const mostText = 1 << 20;

/** The view of a text; use `viewOfText` where it may have been made before. */
export function unitView({ path, text }: EmbeddedText): UnitView {
  if (text.length > mostText) return { ...viewOf(parseUnit(''), unitFileName(path)), isTooLarge: true };
  const file = unitFileName(path);
  // Podman lets blanks follow the backslash; exchanged with it they are nothing, and no offset moves.
  const isQuadlet = Object.hasOwn(quadletKinds, file.type);
  return viewOf(parseUnit(isQuadlet ? text.replace(/\\([ \t]+)(?=\r?\n)/g, '$1\\') : text), file);
}

/** A quadlet becomes a service: these of its sections are systemd's. */
const serviceSections = ['Unit', 'Service', 'Install'];

const none: ReadonlyMap<string, Directive> = new Map();

/** A view of a tree that is there already. */
export function viewOf(tree: UnitTree, file: UnitFileName): UnitView {
  const isQuadlet = Object.hasOwn(quadletKinds, file.type);
  const allowed = new Set(isQuadlet ? serviceSections : sectionsOf(file.type));
  const settings: Setting[] = [];
  const byKind = new Map<ValueKind, Setting[]>();
  const byKey = new Map<string, Assignment[]>();
  const bySection = new Map<string, Section[]>();
  for (const section of tree.sections) {
    add(bySection, section.name, section);
    // What stands in a section that the type does not have is ignored as a whole.
    const directives = allowed.has(section.name) ? directivesOf(section.name) : none;
    for (const assignment of section.assignments) {
      add(byKey, `${section.name}.${assignment.key}`, assignment);
      const directive = directives.get(assignment.key);
      if (directive === undefined) continue;
      const setting = { section: section.name, assignment, directive };
      settings.push(setting);
      add(byKind, directive.is, setting);
    }
  }
  const all = (section: string, key: string): readonly Assignment[] => byKey.get(`${section}.${key}`) ?? [];
  return {
    tree,
    file,
    isQuadlet,
    isTooLarge: false,
    allowed: [...allowed],
    settings,
    ofKind: (kind) => byKind.get(kind) ?? [],
    all,
    last: (section, key) => {
      const found = all(section, key).at(-1);
      return found === undefined || found.value.text === '' ? undefined : found;
    },
    list: (section, key) => afterReset(all(section, key)),
    sections: (name) => bySection.get(name) ?? [],
  };
}

function afterReset(assignments: readonly Assignment[]): readonly Assignment[] {
  const reset = assignments.findLastIndex(({ value }) => value.text === '');
  return assignments.slice(reset + 1);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
