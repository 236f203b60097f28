// The nearest variant and version that there is.
import { replaceText } from '../../edit/replace.ts';
import { defineFix } from '../fix.ts';
import { nodeOf } from '../shared/find.ts';

export default defineFix({
  code: 'spec-unknown',
  fixes({ diagnostic, document }) {
    const { variant, version } = diagnostic.data ?? {};
    const nodes = [nodeOf(document.root, ['variant']), nodeOf(document.root, ['version'])];
    const [variantNode, versionNode] = nodes;
    if (typeof variant !== 'string' || typeof version !== 'string') return [];
    if (variantNode?.kind !== 'scalar' || versionNode?.kind !== 'scalar') return [];
    const edits = [...replaceText(document, variantNode, variant), ...replaceText(document, versionNode, version)];
    return [{ title: `use \`${variant}\` ${version}`, edits, safe: false, isPreferred: true }];
  },
});
