// The lints of a build: each fragment once, with the configs inside it that it merges, together with what it is merged with in the
// targets that are built. Nothing here decides whether a target is built, so an error of a lint is a warning.
import { join, resolve } from 'node:path';
import { append } from '../../src/append.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import { createTextMemo } from '../../src/embedded/memo.ts';
import { isLint } from '../../src/lint/codes.ts';
import { lintWithMerged } from '../../src/lint/lint-with-merged.ts';
import { type Fragment, isRefused } from '../../src/project/fragment.ts';
import { readDocument } from '../../src/read-document.ts';
import { suppress } from '../../src/suppress.ts';
import type { BuiltTarget } from '../project/build-target.ts';
import { groupsAround, localFilesOf, partOf } from './neighbours.ts';

export interface BuildLints {
  readonly diagnostics: readonly Diagnostic[];
  /** The local files that findings are in. */
  readonly documents: ReadonlyMap<string, Document>;
}

/** Lints the fragments of targets. `base`: the folder of the project. */
export async function lintBuild(
  built: readonly BuiltTarget[],
  base: string,
  followOutside: boolean,
): Promise<BuildLints> {
  const directoryOf = ({ target }: BuiltTarget): string | undefined =>
    target.filesDir === undefined ? undefined : join(base, target.filesDir);
  const targets = built.map((each) =>
    each.fragments.map((fragment) => partOf(fragment, directoryOf(each), followOutside)),
  );
  // Targets share fragments: the first directory is as good as any.
  const fragments = new Map<Fragment, string | undefined>();
  for (const each of built) for (const fragment of each.fragments) fragments.set(fragment, directoryOf(each));
  const diagnostics: Diagnostic[] = [];
  const documents = new Map<string, Document>();
  const memo = createTextMemo();
  for (const [fragment, directory] of fragments) {
    const source = fragment.content?.source;
    if (source === undefined || isRefused(fragment)) continue;
    const around = groupsAround(resolve(fragment.name), targets);
    const host = localFilesOf(fragment, directory, followOutside);
    const found = await lintWithMerged({ source, root: fragment }, host, { memo, around });
    append(diagnostics, shown(fragment.document, found.diagnostics));
    const places = new Set(found.diagnostics.map(({ location }) => location.uri));
    // A report shows lines of documents; that the text is no YAML does not matter for that.
    for (const { uri, text } of found.files) if (places.has(uri)) documents.set(uri, readDocument(text, uri));
  }
  return { diagnostics, documents };
}

/** Without those that comments hide; whether a comment hides nothing is for `kindling check` to say. */
function shown(document: Document, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isHere = ({ location }: Diagnostic): boolean => location.uri === document.uri;
  const { kept } = suppress(document, diagnostics.filter(isHere), [], isLint);
  const elsewhere = diagnostics.filter((diagnostic) => !isHere(diagnostic));
  return [...kept, ...elsewhere].map((each) => (each.severity === 'error' ? { ...each, severity: 'warning' } : each));
}
