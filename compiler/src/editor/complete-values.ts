// Offers of values: closed sets of the language, and what the config and the files beside it define.
import { proposedValues } from '../../../spec/derive/describe.ts';
import type { Field, FieldRole } from '../../../spec/model.ts';
import { ignitionSpecs, specs, specsOf } from '../../../spec/resolve.ts';
import { machineConfigKind } from '../../../spec/shapes/machine-config.ts';
import type { Path } from '../diagnostic/diagnostic.ts';
import { mountOptions } from './data/mount-options.ts';
import { partitionTypes } from './data/partition-types.ts';
import {
  commonDevices,
  commonModes,
  commonShells,
  systemGroups,
  systemUnits,
  systemUsers,
} from './data/system-names.ts';
import { definedNames, devicePrefixes, type Name } from './names.ts';
import type { OfferKind } from './offer.ts';
import type { Place, Rules } from './places.ts';

/** A value to offer; how it is written at the cursor is settled later. */
export interface Value {
  readonly value: string;
  readonly doc?: string;
  readonly detail?: string;
  readonly kind: OfferKind;
  readonly rank: number;
  /** Written as it is even where texts are quoted. */
  readonly isBare?: boolean;
  /** What the client compares beside the value: the name of a partition type. */
  readonly alias?: string;
  readonly goesOn?: boolean;
}

export interface LocalEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}

export interface ValueContext {
  readonly rules: Rules;
  readonly path: Path;
  /** What stands at the cursor, without quotes. */
  readonly written: string;
  readonly names: readonly Name[];
  /** The texts of the member `key` of the mapping at `path`. */
  textAt(path: Path): string | undefined;
  /** Entries of a directory below the files directory; `''` is that itself. */
  list(directory: string): readonly LocalEntry[];
}

/** All values worth offering at a place that holds a text, a number or a truth value. */
export function valuesAt(place: Place, context: ValueContext): readonly Value[] {
  const { node, field, page } = place;
  if (node.kind === 'bool') return booleans(field);
  if (field === undefined) return [];
  if (page === 'variant') return variants();
  if (page === 'kind') return plain([machineConfigKind]);
  if (page === 'api_version') return plain(['machineconfiguration.openshift.io/v1']);
  if (page === 'version' || page === 'ignition.version') return versions(context);
  const closed: readonly Value[] = proposedValues(field, context.rules.point).map(({ value, doc }) => ({
    value,
    ...(doc === undefined ? {} : { doc }),
    kind: 'constant',
    rank: 1,
  }));
  const more = byRole(field.role, page, context);
  const known = new Set(closed.map(({ value }) => value));
  return [...closed, ...more.filter(({ value }) => !known.has(value))];
}

function booleans(field: Field | undefined): readonly Value[] {
  // What differs from the default comes first: the default needs no line.
  const isTrueDefault = field?.default?.startsWith('true') === true;
  return ['true', 'false'].map((value) => ({
    value,
    kind: 'constant',
    rank: (value === 'true') === isTrueDefault ? 2 : 1,
    isBare: true,
  }));
}

function variants(): readonly Value[] {
  return [...new Set(specs.map(({ variant }) => variant))].map((value) => ({ value, kind: 'constant', rank: 1 }));
}

/** Newest first; unfinished ones last. */
function versions({ rules, textAt }: ValueContext): readonly Value[] {
  const variant = textAt(['variant']);
  const chosen = specs.find((spec) => spec.variant === variant)?.variant ?? rules.spec?.variant;
  if (chosen === undefined) return newestFirst(ignitionSpecs, () => ({}));
  return newestFirst(specsOf(chosen), ({ ignition }) => ({ detail: `Ignition ${ignition.version}` }));
}

function newestFirst<S extends { readonly version: string; readonly experimental: boolean }>(
  list: readonly S[],
  more: (spec: S) => Partial<Value>,
): readonly Value[] {
  return [...list].reverse().map((spec, index) => ({
    value: spec.version,
    kind: 'constant',
    rank: (spec.experimental ? 3 : 1) + index / 100,
    ...more(spec),
  }));
}

function byRole(role: FieldRole | undefined, page: string, context: ValueContext): readonly Value[] {
  const { names, rules } = context;
  switch (role) {
    case 'mode':
      return modes(page);
    case 'user-name':
      return references(definedNames(names, 'user'), systemUsers, 'reference');
    case 'group-name':
      return references(definedNames(names, 'group'), systemGroups, 'reference');
    case 'unit-name':
      return references([], systemUnits, 'unit');
    case 'device':
      return devices(page, names);
    case 'partition-type':
      return partitionTypes.map(({ guid, name }) => ({
        value: guid,
        detail: name,
        kind: 'constant',
        rank: 1,
        alias: name,
      }));
    case 'mount-option':
      return mountValues(context);
    case 'local-file':
    case 'local-directory':
      return localPaths(role, context);
    default:
      if (rules.root !== undefined && /(?:fragments|override)(?:\[\])?$/.test(page)) {
        return localPaths('local-file', context);
      }
      return page.endsWith('.shell') ? plain(commonShells) : [];
  }
}

function plain(values: readonly string[]): readonly Value[] {
  return values.map((value) => ({ value, kind: 'value', rank: 2 }));
}

function modes(page: string): readonly Value[] {
  const isDirectory = /director|dir_mode/.test(page);
  const first = isDirectory ? ['0755', '0700', '0750'] : ['0644', '0600', '0755'];
  return [...first, ...commonModes.filter((mode) => !first.includes(mode))].map((value, index) => ({
    value,
    detail: permissions(value),
    kind: 'constant',
    rank: 1 + index / 100,
    isBare: true,
  }));
}

/** `0644` as `rw-r--r--`. */
export function permissions(octal: string): string {
  const bits = Number.parseInt(octal.replace(/^0o?/, '') || '0', 8);
  const letters = [6, 3, 0].map((shift) => {
    const part = (bits >> shift) & 7;
    return `${part & 4 ? 'r' : '-'}${part & 2 ? 'w' : '-'}${part & 1 ? 'x' : '-'}`;
  });
  const special = (group: number, bit: number, mark: string): void => {
    if (!(bits & bit)) return;
    const text = letters[group] ?? '';
    letters[group] = text.slice(0, 2) + (text.endsWith('x') ? mark : mark.toUpperCase());
  };
  special(0, 0o4000, 's');
  special(1, 0o2000, 's');
  special(2, 0o1000, 't');
  return letters.join('');
}

function references(defined: readonly string[], known: readonly string[], kind: OfferKind): readonly Value[] {
  return [
    ...defined.map((value): Value => ({ value, detail: 'defined in this config', kind, rank: 1 })),
    ...known.filter((value) => !defined.includes(value)).map((value): Value => ({ value, kind, rank: 3 })),
  ];
}

/** Devices that the config makes, where one of them can be meant, and the usual ways to name others. */
function devices(page: string, names: readonly Name[]): readonly Value[] {
  const made = devicePrefixes.flatMap(({ prefix, kind }) =>
    definedNames(names, kind).map(
      (name): Value => ({ value: prefix + name, detail: 'made by this config', kind: 'reference', rank: 1 }),
    ),
  );
  const written = names.flatMap(({ kind, text, isDefinition }) => {
    const prefix = devicePrefixes.find((each) => each.kind === kind)?.prefix;
    return isDefinition || prefix === undefined ? [] : [prefix + text];
  });
  const used = [...new Set(written)].map((value): Value => ({ value, kind: 'reference', rank: 2 }));
  const common = commonDevices.map(
    ({ value, doc }): Value => ({ value, doc, kind: 'value', rank: 3, goesOn: value.endsWith('/') }),
  );
  const all = page.startsWith('storage.disks') ? common : [...made, ...used, ...common];
  const seen = new Set<string>();
  return all.filter(({ value }) => !seen.has(value) && seen.add(value));
}

function mountValues({ path, textAt }: ValueContext): readonly Value[] {
  const index = path.findIndex((step) => step === 'mount_options' || step === 'mountOptions');
  const filesystem = path.slice(0, index < 0 ? path.length : index);
  const format = textAt([...filesystem, 'format']);
  return mountOptions(format).map(({ value, doc }) => ({ value, doc, kind: 'constant', rank: 1 }));
}

function localPaths(role: FieldRole, { written, list }: ValueContext): readonly Value[] {
  const directory = written.slice(0, written.lastIndexOf('/') + 1);
  if (directory.startsWith('/') || /(?:^|\/)\.\.\//.test(directory)) return [];
  return list(directory.replace(/\/$/, '')).flatMap(({ name, isDirectory }): readonly Value[] => {
    if (isDirectory && role === 'local-file') {
      return [{ value: `${directory}${name}/`, kind: 'folder', rank: 2, goesOn: true }];
    }
    if (!isDirectory && role === 'local-directory') return [];
    return [{ value: directory + name, kind: isDirectory ? 'folder' : 'file', rank: 1 }];
  });
}
