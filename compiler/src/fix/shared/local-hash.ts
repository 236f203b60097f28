// The hash of a local file, for findings about a hash that cannot be right.
import { replaceText } from '../../edit/replace.ts';
import { isInputError } from '../../host.ts';
import { pathBelow } from '../../text/clean-path.ts';
import type { Finding, Fix } from '../fix.ts';
import { nodeOf, pairOf, scalarAt } from './find.ts';

/** Writes the hash of the file that `local` names beside `verification`. Not safe: the file may not be the one that was meant. */
export function localHash({ diagnostic, document, context }: Finding): readonly Fix[] {
  const { digest, host } = context;
  const node = scalarAt(document.root, diagnostic.location.range);
  const end = diagnostic.path.lastIndexOf('verification');
  const resource = end < 0 ? undefined : nodeOf(document.root, diagnostic.path.slice(0, end));
  const local = resource?.kind === 'map' ? pairOf(resource, 'local')?.value : undefined;
  if (node === undefined || local?.kind !== 'scalar' || digest === undefined || host?.inputs === undefined) return [];
  const path = pathBelow(host.inputs.root, local.text);
  const bytes = path === undefined ? undefined : host.inputs.file(path);
  if (bytes === undefined || isInputError(bytes)) return [];
  const title = `write the hash of \`${local.text}\``;
  const hash = `sha512-${digest('sha512', bytes)}`;
  return [{ title, edits: replaceText(document, node, hash), safe: false, isPreferred: true }];
}
