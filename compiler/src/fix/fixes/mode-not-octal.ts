// A mode with the zero that makes its digits octal.
import { replaceVerbatim } from '../../edit/replace.ts';
import { defineFix } from '../fix.ts';
import { scalarAt } from '../shared/find.ts';

export default defineFix({
  code: 'mode-not-octal',
  fixes({ diagnostic, document }) {
    const octal = diagnostic.data?.octal;
    const node = scalarAt(document.root, diagnostic.location.range);
    if (typeof octal !== 'string' || node === undefined || node.tag !== undefined) return [];
    return [
      { title: `write \`${octal}\``, edits: replaceVerbatim(document, node, octal), safe: true, isPreferred: true },
    ];
  },
});
