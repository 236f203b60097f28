// Texts of a config that lead somewhere: local files and directories, and URLs of the web. From bindings alone.
import { append } from '../append.ts';
import type { Binding } from '../binding.ts';
import type { SourceRange } from '../text/range.ts';

export interface ConfigLink {
  readonly range: SourceRange;
  readonly kind: 'local' | 'web';
  /** A path below the files directory, or a URL. */
  readonly target: string;
}

export function linksOf(root: Binding): readonly ConfigLink[] {
  const links: ConfigLink[] = [];
  const open: Binding[] = [root];
  for (let binding = open.pop(); binding !== undefined; binding = open.pop()) {
    if (!binding.inPlace) continue;
    const link = linkOf(binding);
    if (link) links.push(link);
    append(open, binding.members?.values() ?? []);
    append(open, binding.items ?? []);
  }
  return links.sort((one, other) => one.range.start - other.range.start);
}

/** The local files that a config includes: `ignition.config.merge[].local` and `replace.local`. */
export function includesOf(root: Binding): readonly string[] {
  const config = root.members?.get('ignition')?.members?.get('config')?.members;
  const resources = [
    ...(config?.get('merge')?.items ?? []),
    ...(config?.has('replace') ? [config.get('replace')] : []),
  ];
  return resources.flatMap((resource) => {
    const local = resource?.members?.get('local')?.scalar;
    return local?.kind === 'text' && local.value !== '' ? [local.value] : [];
  });
}

function linkOf({ scalar, node, field, parent, document }: Binding): ConfigLink | undefined {
  if (scalar?.kind !== 'text' || node.kind !== 'scalar' || scalar.value === '') return undefined;
  const role = field?.role ?? parent?.field?.role;
  const { start, end } = node.valueRange;
  // The style of a view as JSON is not that of the text.
  const isQuoted = /^["']/.test(document.text.slice(start, start + 1));
  const range = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  if (role === 'local-file' || role === 'local-directory') return { range, kind: 'local', target: scalar.value };
  if (role === 'url' && /^https?:\/\/[^\s]+$/.test(scalar.value)) return { range, kind: 'web', target: scalar.value };
  return undefined;
}
