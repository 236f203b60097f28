// What to write instead of a value that is of another kind than its field, where a usual slip explains it.
import { fieldsOf, type Side } from '../../spec/fields.ts';
import type { Point } from '../../spec/gate.ts';
import type { ListNode, SpecNode } from '../../spec/model.ts';
import type { Binding } from './binding.ts';
import type { MapNode, ScalarNode, SyntaxNode } from './syntax/nodes.ts';
import { keyOf } from './syntax/resolve-scalar.ts';

/** Lower case, to be put behind a semicolon; undefined when the kinds that the message names say it all. */
export function mismatchAdvice(binding: Binding, node: SyntaxNode, point: Point, side: Side): string | undefined {
  const { spec } = binding;
  const has = (name: string, of: SpecNode | undefined = spec): boolean =>
    of?.kind === 'object' && fieldsOf(of, point, side).has(name);
  if (node.kind === 'scalar') {
    if (isQuotedWord(node, spec)) return 'remove the quotes';
    const key = /^(\w+):(?!\/\/)\S/.exec(node.text)?.[1];
    if (node.style === 'plain' && key !== undefined && (has(key) || has(key, itemOf(spec)))) {
      return 'put a blank behind the colon';
    }
    const origins = ['inline', 'local', 'source'].filter((name) => has(name)).map((name) => `\`${name}\``);
    if (origins.length > 1) return `put it behind ${origins.slice(0, -1).join(', ')} or ${origins.at(-1)}`;
    if (spec.kind === 'list') return listAdvice(node, spec);
    if (has('id') && has('name')) return `put it behind \`${/^\d+$/.test(node.text) ? 'id' : 'name'}\``;
    const list = binding.parent?.spec;
    const field = list?.kind === 'list' ? keyField(list) : undefined;
    return field === undefined ? undefined : `put it behind \`${field}\``;
  }
  if (node.kind !== 'map' || node.style === 'flow') return undefined;
  const first = keyOf(node.pairs[0]?.key ?? node);
  if (spec.kind === 'list') return /^-\w/.test(first ?? '') ? 'put a blank behind the dash' : undefined;
  return spec.kind === 'string' ? textAdvice(binding, node, first, has) : undefined;
}

/** Whether a number or a truth value was put into quotes; of a view of a tree, in the tree itself. */
export function isQuotedWord(node: ScalarNode, spec: SpecNode): boolean {
  const { style, text } = node.written ?? node;
  if (style !== 'single' && style !== 'double') return false;
  if (spec.kind === 'int') return /^(?:0o?)?\d{1,18}$/.test(text);
  return spec.kind === 'bool' && /^(?:true|false)$/.test(text);
}

function itemOf(spec: SpecNode): SpecNode | undefined {
  return spec.kind === 'list' ? spec.item : undefined;
}

/** Of a text where a list of texts should be. */
function listAdvice({ text }: ScalarNode, { item }: ListNode): string | undefined {
  if (item.kind !== 'string' || text === '' || text.includes('\n')) return undefined;
  const words = text.split(/\s*,\s*/);
  const isShort = text.length <= 60 && words.every((word) => /^[\w./@+-]+$/.test(word));
  return isShort ? `write \`[${words.join(', ')}]\`` : 'put it on a line of its own behind `- `';
}

/** The member that names an item, such as the path of a file. */
function keyField({ merge }: ListNode): string | undefined {
  return merge.by === 'key' && typeof merge.key === 'object' ? merge.key.field : undefined;
}

/** Of a mapping where a text should be. */
function textAdvice(
  { step, parent }: Binding,
  node: MapNode,
  first: string | undefined,
  has: (name: string, of?: SpecNode) => boolean,
): string | undefined {
  const local = `${step}_local`;
  if (first === 'local' && has(local, parent?.spec)) return `name the file behind \`${local}\``;
  // So it is written in other places, where a text may also come from elsewhere.
  if (first === 'inline') return 'write the text here itself, without `inline`';
  return node.pairs.length === 1 ? 'put quotes around it if it is one text' : undefined;
}
