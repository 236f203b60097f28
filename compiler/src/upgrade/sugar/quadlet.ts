// A file where Podman looks for Quadlets as an entry of `systemd.quadlets`, in specs that have it.
import { fieldsOf } from '../../../../spec/fields.ts';
import { quadletDirectories } from '../../../../spec/os-paths.ts';
import { quadlet as quadletSpec } from '../../../../spec/shapes/quadlets.ts';
import { systemd as systemdSpec } from '../../../../spec/shapes/systemd.ts';
import type { Document } from '../../document.ts';
import { insertEntry, insertItem } from '../../edit/insert.ts';
import type { Data } from '../../edit/write-value.ts';
import { nodeOf, pairOf } from '../../fix/shared/find.ts';
import type { Host } from '../../host.ts';
import { readDocument } from '../../read-document.ts';
import { quadletTemplate } from '../../sugar/quadlets.ts';
import type { MapNode, SyntaxNode } from '../../syntax/nodes.ts';
import { keyOf } from '../../syntax/resolve-scalar.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { attempt, type Sugared } from './attempt.ts';
import { removeListed } from './remove-listed.ts';

/** Replaces all files that can be, the last one first: so the others keep their places in the list. */
export function useQuadlets(state: Sugared, host: Host): Sugared {
  const hasQuadlets = [...fieldsOf(systemdSpec, state.config.spec.point, 'source')].some(
    ([name]) => name === 'quadlets',
  );
  const files = nodeOf(state.document.root, ['storage', 'files']);
  if (!hasQuadlets || files?.kind !== 'seq') return state;
  return files.items.reduceRight((at, _, index) => useQuadlet(at, index, host), state);
}

function useQuadlet(state: Sugared, index: number, host: Host): Sugared {
  const { document } = state;
  const file = nodeOf(document.root, ['storage', 'files', index]);
  const place = file?.kind === 'map' ? placeOf(textOf(pairOf(file, 'path')?.value)) : undefined;
  if (file?.kind !== 'map' || place === undefined) return state;
  const keep = (reason: string): Sugared => {
    const message = `the file of the quadlet \`${place.name}\` stays: ${reason}`;
    return { ...state, notes: [...state.notes, { message, range: file.range }] };
  };
  const contents = contentsOf(file);
  if (typeof contents === 'string') return keep(contents);
  const added = insertQuadlet(document, { ...place, ...contents });
  if (added === undefined) return keep('`systemd` is not written out');
  const next = readDocument(applyEdits(document.text, added), document.uri);
  const removal = removeListed(next, ['storage', 'files'], index);
  if (typeof removal === 'string') return keep(removal);
  const result = attempt(state, [added, removal], host);
  if (typeof result === 'string') return keep(result);
  const message = `\`systemd.quadlets\` takes the place of the file of \`${place.name}\``;
  const { range } = nodeOf(result.document.root, ['systemd', 'quadlets']) ?? result.document.root;
  return { ...result, notes: [...result.notes, { message, range: { start: range.start, end: range.start } }] };
}

/** What the sugar would have to say to make the path; undefined when it would not make it as a file. */
function placeOf(path: string | undefined): { readonly name: string; readonly rootful?: true } | undefined {
  const at = path?.lastIndexOf('/') ?? -1;
  if (path === undefined || at < 0) return undefined;
  const [directory, name] = [path.slice(0, at), path.slice(at + 1)];
  const suffixes: readonly string[] = quadletSpec.fields.name.suffixes ?? [];
  // An instance of a template would be a link.
  if (!suffixes.some((suffix) => name.endsWith(suffix)) || quadletTemplate(name) !== undefined) return undefined;
  if (directory === quadletDirectories.rootful) return { name, rootful: true };
  return directory === quadletDirectories.rootless ? { name } : undefined;
}

/** What the entry says of the text, or why it cannot. */
function contentsOf(file: MapNode): { readonly [key: string]: string } | string {
  const other = file.pairs
    .map(({ key }) => keyOf(key))
    .find((key) => !['path', 'mode', 'contents'].includes(key ?? ''));
  if (other !== undefined) return `a quadlet has no \`${other}\``;
  if (pairOf(file, 'mode') === undefined) return 'it has no `mode`, and the sugar would give it one';
  const contents = pairOf(file, 'contents')?.value;
  const [only, ...more] = contents?.kind === 'map' ? contents.pairs : [];
  const text = textOf(only?.value);
  const key = only && keyOf(only.key);
  if (text === undefined || more.length > 0 || (key !== 'inline' && key !== 'local')) {
    return 'its contents are more than a text or a local file';
  }
  return key === 'inline' ? { contents: text } : { contents_local: text };
}

function insertQuadlet(document: Document, entry: { readonly [key: string]: Data }): readonly TextEdit[] | undefined {
  const { root } = document;
  if (root.kind !== 'map') return undefined;
  const systemd = pairOf(root, 'systemd')?.value;
  if (systemd === undefined) return insertEntry(document, root, 'systemd', { quadlets: [entry] });
  if (systemd.kind !== 'map') return undefined;
  const quadlets = pairOf(systemd, 'quadlets')?.value;
  if (quadlets === undefined) return insertEntry(document, systemd, 'quadlets', [entry]);
  // In front: the last file is the first to come.
  return quadlets.kind === 'seq' ? insertItem(document, quadlets, entry, -1) : undefined;
}

function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && !node.anchor ? node.text : undefined;
}
