// What is left of the findings in a document once its comments have hidden some, in the order in which it is shown.
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import { isLint } from './lint/codes.ts';
import { bySourceOrder } from './source-order.ts';
import { suppress } from './suppress.ts';

export interface LeftFindings {
  /** In source order; those in other files after those of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many are hidden. */
  readonly hidden: number;
}

/**
 * @param codes all codes that there are, for what is said of comments
 * @param isTemplate what a comment in a template hides may show up only in what the template renders
 */
export function afterComments(
  document: Document,
  found: readonly Diagnostic[],
  codes: readonly string[],
  isTemplate: boolean,
): LeftFindings {
  const isHere = ({ location }: Diagnostic): boolean => location.uri === document.uri;
  const { kept, hidden, unused } = suppress(document, found.filter(isHere), codes, isLint);
  const here = [...kept, ...(isTemplate ? [] : unused)].sort(bySourceOrder);
  return { diagnostics: [...here, ...found.filter((each) => !isHere(each))], hidden: hidden.length };
}
