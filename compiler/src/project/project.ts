// Reads `kindling.yaml`. It is bound by the compiler's own walk and not by a JSON Schema validator: that gives the exact place and
// path of each fault, suggestions for misspelled keys and the same messages as everywhere, and no generated code. Never looks at
// files; patterns are handed on.
import { project as projectSpec } from '../../../spec/shapes/project.ts';
import { append } from '../append.ts';
import { bind } from '../bind.ts';
import type { Binding } from '../binding.ts';
import { decode } from '../decode.ts';
import projectInvalid from '../diagnostic/codes/project-invalid.ts';
import projectUnknownKey from '../diagnostic/codes/project-unknown-key.ts';
import { type DiagnosticPlace, report } from '../diagnostic/definition.ts';
import type { Diagnostic, Path } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { laterDocumentFindings } from '../later-document.ts';
import type { Out, OutText } from '../output/nodes.ts';
import { readDocument } from '../read-document.ts';
import { cleanPath } from '../text/clean-path.ts';
import { nearest } from '../text/edit-distance.ts';
import { type OutputFormat, outputFormats } from './merged.ts';

export interface Project {
  readonly document: Document;
  readonly targets: readonly Target[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Target {
  readonly name: string;
  /** Where it is named. */
  readonly place: DiagnosticPlace;
  /** Files and globs, relative to the folder of the project; those of all targets first. */
  readonly fragments: readonly Pattern[];
  readonly override: readonly Pattern[];
  /** Undefined: found for each fragment. */
  readonly filesDir: string | undefined;
  readonly output: string | undefined;
  /** Where the output is named, or what it is named after. */
  readonly outputPlace: DiagnosticPlace;
  readonly format: OutputFormat;
  readonly flatten: boolean;
  readonly sourceMap: boolean;
}

export interface Pattern {
  readonly text: string;
  readonly place: DiagnosticPlace;
}

type Values = Out<typeof projectSpec>;
type TargetValues = NonNullable<Values['fields']['targets']>['items'][number];

/** Reads a project file. Targets that make no sense are reported and left out. */
export function readProject(input: string | Uint8Array, name: string): Project {
  const document = readDocument(input, name);
  const { root, problems } = bind(document, projectSpec, {}, 'source');
  const unknown = unknownKeys(root);
  const diagnostics: Diagnostic[] = [
    ...document.problems,
    ...problems,
    ...unknown,
    ...laterDocumentFindings(document, 'error'),
  ];
  if (root.status === 'wrong-kind') return { document, targets: [], diagnostics };
  const values = decode(root, projectSpec, {});
  const items = values.fields.targets?.items ?? [];
  if (items.length === 0 && diagnostics.length === 0) {
    diagnostics.push(
      report(projectInvalid, root.at('targets'), 'the project has no `targets`; add one with a `name` and `fragments`'),
    );
  }
  const names = new Map<string, TargetValues>();
  const told = keysByParent([...problems, ...unknown]);
  const targets = items.flatMap((item): readonly Target[] => {
    const faults = targetFaults(item, values, names);
    // What is there under another name, or as something else, has been told already.
    append(
      diagnostics,
      faults.filter(({ path }) => !isToldAlready(path, told)),
    );
    return faults.length > 0 ? [] : [targetOf(item, values)];
  });
  return { document, targets, diagnostics };
}

/** The keys that findings are about, by the path of what these are in. */
function keysByParent(known: readonly Diagnostic[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { path } of known) {
    const parent = JSON.stringify(path.slice(0, -1));
    const key = String(path.at(-1));
    const list = keys.get(parent);
    if (list) list.push(key);
    else keys.set(parent, [key]);
  }
  return keys;
}

/** Whether something is known of a key of this path, or of one that is nearly spelled so. */
function isToldAlready(path: Path, told: ReadonlyMap<string, readonly string[]>): boolean {
  const key = String(path.at(-1) ?? '');
  const known = told.get(JSON.stringify(path.slice(0, -1))) ?? [];
  return known.some((each) => nearest(each, [key]) !== undefined);
}

function targetFaults(
  item: TargetValues,
  { fields: shared }: Values,
  names: Map<string, TargetValues>,
): readonly Diagnostic[] {
  const { name, fragments, format, output } = item.fields;
  const faults: Diagnostic[] = [];
  const fault = (member: 'name' | 'fragments' | 'format', message: string, notes: Diagnostic['notes'] = []): void => {
    faults.push(report(projectInvalid, item.fields[member]?.origin.at() ?? item.origin.at(member), message, { notes }));
  };
  const text = name?.value ?? '';
  const earlier = names.get(text);
  if (text === '') fault('name', 'the target has no `name`; give it one, by which it can be built');
  else if (earlier) {
    const location = earlier.fields.name?.origin.location ?? earlier.origin.location;
    fault('name', `there is a target \`${text}\` already; give this one another name`, [
      { message: 'it is defined here', location },
    ]);
  } else names.set(text, item);
  if (output === undefined && leadsOutside(text)) {
    fault(
      'name',
      `the output of \`${text}\` would be outside of the project; use a plain name, or say where with \`output\``,
    );
  }
  if ((fragments?.items.length ?? 0) + (shared.fragments?.items.length ?? 0) === 0) {
    fault('fragments', 'the target has no `fragments`; list files or globs such as `base.d/*.bu`');
  }
  if (format && !isFormat(format.value)) {
    const meant = nearest(format.value, outputFormats);
    const advice =
      meant === undefined
        ? `use ${outputFormats.map((each) => `\`${each}\``).join(', ')}`
        : `did you mean \`${meant}\`?`;
    fault('format', `there is no format \`${format.value}\`; ${advice}`);
  }
  return faults;
}

/** Whether a name that becomes the name of a file is a path to somewhere else. */
function leadsOutside(name: string): boolean {
  return name.startsWith('/') || /^\.\.(\/|$)/.test(cleanPath(name.replaceAll('\\', '/')));
}

function targetOf({ fields, origin }: TargetValues, { fields: shared }: Values): Target {
  const format = fields.format?.value ?? 'auto';
  return {
    name: fields.name?.value ?? '',
    place: (fields.name?.origin ?? origin).at(),
    fragments: [...patterns(shared.fragments?.items), ...patterns(fields.fragments?.items)],
    override: [...patterns(shared.override?.items), ...patterns(fields.override?.items)],
    filesDir: fields['files-dir']?.value ?? shared['files-dir']?.value,
    output: fields.output?.value,
    outputPlace: (fields.output ?? fields.name ?? { origin }).origin.at(),
    format: isFormat(format) ? format : 'auto',
    flatten: fields.flatten?.value === true,
    sourceMap: fields['source-map']?.value === true,
  };
}

function patterns(texts: readonly OutText[] = []): readonly Pattern[] {
  return texts.map(({ value, origin }) => ({ text: value, place: origin.at() }));
}

function isFormat(text: string): text is OutputFormat {
  return outputFormats.some((format) => format === text);
}

function unknownKeys(binding: Binding): readonly Diagnostic[] {
  const { spec, document } = binding;
  const own = (binding.unknown ?? []).map(({ pair, key }) => {
    const names = spec.kind === 'object' ? Object.keys(spec.fields) : [];
    const meant = nearest(key, names);
    const advice =
      meant === undefined ? `known are ${names.map((name) => `\`${name}\``).join(', ')}` : `did you mean \`${meant}\`?`;
    const place = { location: { uri: document.uri, range: pair.key.range }, path: [...binding.path, key] };
    return report(projectUnknownKey, place, `there is no key \`${key}\` here; ${advice}`);
  });
  const inner = [...(binding.members?.values() ?? []), ...(binding.items ?? [])];
  return [...own, ...inner.flatMap(unknownKeys)];
}
