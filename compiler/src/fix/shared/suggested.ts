// Fixes that put the text in place which the finding itself proposes.
import { replaceText } from '../../edit/replace.ts';
import type { Fix, FixDefinition } from '../fix.ts';
import { scalarAt } from './find.ts';

interface Suggested {
  readonly code: string;
  readonly safe: boolean;
  /** The member of the finding's data that has the text. */
  readonly member?: string;
  /** Whether the text in the source is what the proposal was made from; sugar may have made something else of it. */
  readonly fits?: (text: string, proposal: string) => boolean;
}

/** A fix that replaces the scalar at the finding by the text that its data proposes. */
export function suggested({ code, safe, member = 'suggestion', fits = () => true }: Suggested): FixDefinition {
  return {
    code,
    fixes({ diagnostic, document }): readonly Fix[] {
      const proposal = diagnostic.data?.[member];
      const node = scalarAt(document.root, diagnostic.location.range);
      if (typeof proposal !== 'string' || node === undefined || !fits(node.text, proposal)) return [];
      return [
        { title: `write \`${proposal}\``, edits: replaceText(document, node, proposal), safe, isPreferred: true },
      ];
    },
  };
}
