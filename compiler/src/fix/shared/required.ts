// Fixes that add a required member with a placeholder: the example of the reference page. Never safe, as somebody has to put
// the real value there.
import type { Example, Field, SpecNode } from '../../../../spec/model.ts';
import { config as configSpec } from '../../../../spec/shapes/config.ts';
import type { Path } from '../../diagnostic/diagnostic.ts';
import { insertEntry, insertValue } from '../../edit/insert.ts';
import { replaceText } from '../../edit/replace.ts';
import type { Data } from '../../edit/write-value.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Finding, Fix, FixDefinition } from '../fix.ts';
import { nodeOf, pairOf } from './find.ts';

interface Required {
  readonly code: string;
  /** The member, where the path of the finding does not end in it. */
  readonly member?: string;
  /** The whole path, where the finding is at another place. */
  readonly at?: Path;
  readonly placeholder?: string;
  readonly safe?: boolean;
}

/** A fix that adds the member at the end of the finding's path. */
export function required({ code, member, at, placeholder, safe = false }: Required): FixDefinition {
  return {
    code,
    fixes(finding): readonly Fix[] {
      const { path } = finding.diagnostic;
      const target = at ?? (member === undefined || path.at(-1) === member ? path : [...path, member]);
      const name = target.at(-1);
      const value = placeholder ?? exampleAt(target);
      if (typeof name !== 'string' || value === undefined) return [];
      const title = typeof value === 'string' ? `add \`${name}: ${value}\`` : `add \`${name}\``;
      return [{ title, edits: setMember(finding, target, value), safe, isPreferred: true }];
    },
  };
}

/** Gives the member at `path` a value, where it is missing, empty or an empty text. Makes mappings on the way as needed. */
export function setMember({ document }: Pick<Finding, 'document'>, path: Path, value: Data): readonly TextEdit[] {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const holder = nodeOf(document.root, path.slice(0, depth));
    const name = path[depth];
    if (holder === undefined || holder.kind === 'missing') continue;
    if (holder.kind !== 'map' || typeof name !== 'string') return [];
    const rest = path.slice(depth + 1);
    if (rest.some((step) => typeof step === 'number')) return [];
    const data = rest.reduceRight<Data>((inner, step) => ({ [step]: inner }), value);
    const pair = pairOf(holder, name);
    if (pair === undefined) return insertEntry(document, holder, name, data);
    if (pair.value.kind === 'missing') return insertValue(document, pair, data);
    const isEmpty = rest.length === 0 && pair.value.kind === 'scalar' && pair.value.text === '';
    return isEmpty && pair.value.kind === 'scalar' && typeof value === 'string'
      ? replaceText(document, pair.value, value)
      : [];
  }
  return [];
}

function exampleAt(path: Path): Data | undefined {
  let node: SpecNode = configSpec;
  let field: Field | undefined;
  for (const step of path) {
    if (typeof step === 'number') {
      if (node.kind !== 'list') return undefined;
      node = node.item;
      continue;
    }
    if (node.kind !== 'object') return undefined;
    field = node.fields[step];
    if (field === undefined) return undefined;
    node = field.node;
  }
  return field && plain(field.example);
}

function plain(example: Example): Data {
  return example;
}
