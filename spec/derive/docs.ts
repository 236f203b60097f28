// The reference pages: one Markdown page per variant with every field, since when it is there, and what it takes. Derived
// from the shapes; nothing is explained here that is not explained there.
import type { Point } from '../gate.ts';
import { holds, isOpen } from '../gate.ts';
import type { Field, FilterRule, Gate, ObjectNode, Variant } from '../model.ts';
import { type Spec, specsOf } from '../resolve.ts';
import { config } from '../shapes/config.ts';
import { childrenOf, exampleCode, memberPath, paragraphsOf, typeName } from './describe.ts';

/** The page of one variant. */
export function referencePage(variant: Variant): string {
  const specs = specsOf(variant);
  const name = config.fields.variant.values?.find(({ value }) => value === variant)?.doc;
  const lines = [
    `# Butane configs of variant ${variant}`,
    '',
    ...(name === undefined ? [] : [name, '']),
    ...versionTable(specs),
    ...rootTable(specs),
    ...sections(specs).flatMap((section) => sectionLines(section, specs)),
  ];
  return lines.join('\n');
}

function versionTable(specs: readonly Spec[]): readonly string[] {
  const rows = specs.map((spec) => [spec.version, spec.ignition.version, spec.stability]);
  const lines = ['## Versions', '', ...table(['Version', 'Writes Ignition', 'Status'], rows), ''];
  const hasRawMode = specs.some((spec) => spec.wrapper !== undefined);
  return hasRawMode ? [...lines, rawModeNote, ''] : lines;
}

const rawModeNote =
  'The output is a MachineConfig; in raw mode it is the Ignition config alone, and fields that are marked as refused pass.';

/** A part of the tree with a table of its own: a top-level section, or a list in one. */
interface Section {
  readonly path: string;
  readonly field: Field;
  readonly node: ObjectNode;
  /** Gates on the way from the root, the field's own included. */
  readonly gates: readonly (Gate | undefined)[];
  readonly level: number;
}

function sections(specs: readonly Spec[]): readonly Section[] {
  return Object.entries(config.fields).flatMap(([name, field]) => {
    const section = sectionOf(name, field, [field.gate], 2);
    if (section === undefined || !isInAny(section.gates, specs)) return [];
    const parts = Object.entries(section.node.fields).flatMap(([part, partField]) => {
      const path = memberPath(name, field.node, part);
      const inner = sectionOf(path, partField, [field.gate, partField.gate], 3);
      return inner !== undefined && isOwnSection(partField) && isInAny(inner.gates, specs) ? [inner] : [];
    });
    return [section, ...parts];
  });
}

function sectionOf(path: string, field: Field, gates: Section['gates'], level: number): Section | undefined {
  const node = field.outputOnly ? undefined : childrenOf(field.node);
  return node && { path, field, node, gates, level };
}

/** Lists of mappings in a section are long enough to stand alone; all else is a row of its section. */
function isOwnSection(field: Field): boolean {
  return field.node.kind === 'list' && field.node.item.kind === 'object';
}

function rootTable(specs: readonly Spec[]): readonly string[] {
  const rows = Object.entries(config.fields)
    .filter(([, field]) => isInAny([field.gate], specs))
    .map(([name, field]) => row({ name, path: name, field, gates: [field.gate] }, specs));
  return ['## Sections', '', ...table(columns, rows), ''];
}

function sectionLines(section: Section, specs: readonly Spec[]): readonly string[] {
  const { path, field, node, gates, level } = section;
  const rows = rowsBelow(node, '', path, field, gates, level === 2).filter((entry) => isInAny(entry.gates, specs));
  const title = `${'#'.repeat(level)} \`${path}${field.node.kind === 'list' ? '[]' : ''}\``;
  const since = sinceIn(gates, specs);
  const head = [title, '', `${field.doc}${since === 'all' ? '' : ` Since ${since}.`}`, ''];
  const refusals = refusalNotes(path, specs);
  if (refusals.length > 0) head.push(...refusals, '');
  return rows.length === 0
    ? head
    : [
        ...head,
        ...table(
          columns,
          rows.map((entry) => row(entry, specs)),
        ),
        '',
      ];
}

interface Entry {
  /** As it stands in the table: relative to the section. */
  readonly name: string;
  readonly path: string;
  readonly field: Field;
  readonly gates: readonly (Gate | undefined)[];
}

/** The fields of a section, nested ones as `contents.inline` and `append[].inline`. */
function rowsBelow(
  node: ObjectNode,
  prefix: string,
  path: string,
  owner: Field,
  gates: Section['gates'],
  splits: boolean,
): readonly Entry[] {
  return Object.entries(node.fields).flatMap(([name, field]) => {
    if (field.outputOnly) return [];
    const entry: Entry = {
      name: prefix + name,
      path: memberPath(path, owner.node, name),
      field,
      gates: [...gates, field.gate],
    };
    const inner = childrenOf(field.node);
    if (inner === undefined || (splits && isOwnSection(field))) return [entry];
    const below = `${entry.name}${field.node.kind === 'list' ? '[]' : ''}.`;
    return [entry, ...rowsBelow(inner, below, entry.path, field, entry.gates, false)];
  });
}

const columns = ['Field', 'Type', 'Since', 'Description', 'Allowed values', 'Default', 'Example'];

function row({ name, path, field, gates }: Entry, specs: readonly Spec[]): readonly string[] {
  const { default: byDefault, ...others } = field;
  const [doc = '', ...more] = paragraphsOf(others, 'source');
  const required = requiredNote(field, gates, specs);
  return [
    `\`${name}\``,
    typeName(field.node),
    sinceIn(gates, specs),
    [doc, ...required, ...more, ...refusalNotes(path, specs)].join(' '),
    allowedNote(field, gates, specs),
    byDefault ?? '',
    code(exampleCode(field)),
  ];
}

function requiredNote(field: Field, gates: Entry['gates'], specs: readonly Spec[]): readonly string[] {
  const open = openSpecs(gates, specs);
  const { required, supplied } = field;
  const refusing = required === undefined ? [] : open.filter((spec) => holds(required, spec.point));
  const first = refusing[0];
  if (first === undefined) return [];
  const since = refusing.length === open.length ? '' : ` since ${first.version}`;
  const bySugar = supplied !== undefined && open.some((spec) => isOpen(supplied, spec.point));
  return [`Required${since}${bySugar ? ' unless sugar supplies it' : ''}.`];
}

function allowedNote(field: Field, gates: Entry['gates'], specs: readonly Spec[]): string {
  if (field.suffixes !== undefined) return `ends in ${field.suffixes.map((suffix) => `\`${suffix}\``).join(', ')}`;
  const { valuesOpen } = field;
  const open = openSpecs(gates, specs);
  const listed = (field.values ?? []).flatMap(({ value, gate }) => {
    if (value === '' || !open.some((spec) => isOpen(gate, spec.point))) return [];
    const since = sinceIn([gate], open);
    return [`\`${value}\`${since === 'all' ? '' : ` (since ${since})`}`];
  });
  const others = valuesOpen === undefined ? [] : open.filter((spec) => isOpen(valuesOpen, spec.point));
  if (listed.length === 0 || others.length === open.length) return '';
  return listed.join(', ') + (others[0] === undefined ? '' : `; any text since ${others[0].version}`);
}

/** What the variant refuses here, with the versions. */
function refusalNotes(path: string, specs: readonly Spec[]): readonly string[] {
  const reasons = new Map<FilterRule, Spec[]>();
  for (const spec of specs) {
    for (const rule of spec.filters) {
      if (rule.path === path) reasons.set(rule, [...(reasons.get(rule) ?? []), spec]);
    }
  }
  return [...reasons].map(([rule, where]) => {
    return `**Refused${versionRange(where, specs)}:** ${rule.reason}.`;
  });
}

/** ` since 4.14.0`, ` up to 4.9.0`; nothing for all versions. What is refused is so in one run of versions. */
function versionRange(where: readonly Spec[], specs: readonly Spec[]): string {
  if (where.length === specs.length) return '';
  const [first, last] = [where[0], where.at(-1)];
  if (last === specs.at(-1)) return ` since ${first?.version ?? ''}`;
  if (first === specs[0]) return ` up to ${last?.version ?? ''}`;
  return ` from ${first?.version ?? ''} to ${last?.version ?? ''}`;
}

/** The first version of the variant in which all gates are open; `all` when that is every version. */
function sinceIn(gates: readonly (Gate | undefined)[], specs: readonly Spec[]): string {
  const open = openSpecs(gates, specs);
  return open.length === specs.length ? 'all' : (open[0]?.version ?? '');
}

function isInAny(gates: readonly (Gate | undefined)[], specs: readonly Spec[]): boolean {
  return openSpecs(gates, specs).length > 0;
}

function openSpecs(gates: readonly (Gate | undefined)[], specs: readonly Spec[]): readonly Spec[] {
  return specs.filter(({ point }: { readonly point: Point }) => gates.every((gate) => isOpen(gate, point)));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function code(text: string): string {
  return `\`${text}\``;
}
