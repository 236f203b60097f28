// The page of a code, for editors that show it by themselves.
import { rulePage } from '../diagnostic/pages.ts';
import { definitionOf } from '../full-catalogue.ts';

/** Markdown; undefined when there is no such code. */
export function rulePageOf(code: string): string | undefined {
  const definition = definitionOf(code);
  return definition && rulePage(definition);
}
