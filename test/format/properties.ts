// What holds of every formatted document.
import { formatDocument } from '../../compiler/src/format/format.ts';
import { isSameTree } from '../../compiler/src/format/same-tree.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { applyEdits } from '../../compiler/src/text/edit.ts';
import { commentsOf } from '../edit/operations.ts';

/** What is wrong with how a document is formatted; undefined when nothing is. */
export function faultOfFormat(text: string): string | undefined {
  const document = readDocument(text, '-');
  const result = formatDocument(document);
  if (result.kind === 'broken') return document.problems.length > 0 ? undefined : 'not broken';
  if (result.kind === 'left') return result.reason.includes('report') ? result.reason : undefined;
  if (applyEdits(text, result.edits) !== result.text) return 'the edits make another text';
  const after = readDocument(result.text, '-');
  if (!isSameTree(document.root, after.root)) return 'another tree';
  if (commentsOf(text).join('\n') !== commentsOf(result.text).join('\n')) return 'other comments';
  const again = formatDocument(after);
  if (again.kind !== 'formatted' || again.text !== result.text) return 'not stable';
  return undefined;
}
