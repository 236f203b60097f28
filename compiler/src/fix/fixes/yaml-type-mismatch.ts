// A truth value or number without the quotes that make it a text; a list around a single text.
import { isInFlow } from '../../edit/source.ts';
import { readsAsPlain } from '../../edit/write-scalar.ts';
import { insertion } from '../../text/edit.ts';
import { defineFix, type Fix } from '../fix.ts';
import { scalarAt } from '../shared/find.ts';

export default defineFix({
  code: 'yaml-type-mismatch',
  fixes({ diagnostic, document }): readonly Fix[] {
    const node = scalarAt(document.root, diagnostic.location.range);
    const expected = diagnostic.data?.expected;
    if (node === undefined || node.tag !== undefined) return [];
    const text = node.text.trim();
    const isQuoted = node.style !== 'plain';
    const unquoted = (title: string, written: string): readonly Fix[] => {
      return [{ title, edits: [{ range: node.valueRange, text: written }], safe: true, isPreferred: true }];
    };
    if (expected === 'bool' && /^(?:true|false)$/i.test(text) && isOneLine(document.text, node.valueRange)) {
      return unquoted('remove the quotes', text.toLowerCase());
    }
    if (expected === 'int' && isQuoted && /^(?:0|[1-9]\d{0,17}|0o?[0-7]{1,6})$/.test(text)) {
      return unquoted('remove the quotes', text);
    }
    if (expected !== 'list' || node.style === 'literal' || node.style === 'folded') return [];
    // What is plain outside of brackets need not be so inside.
    if (!isQuoted && !readsAsPlain(node.text, { inFlow: true, isKey: false })) return [];
    if (isInFlow(node) && !isQuoted && /[,[\]{}]/.test(text)) return [];
    const { start, end } = node.range;
    return [
      { title: 'make it a list', edits: [insertion(start, '['), insertion(end, ']')], safe: true, isPreferred: true },
    ];
  },
});

function isOneLine(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return !text.slice(start, end).includes('\n');
}
