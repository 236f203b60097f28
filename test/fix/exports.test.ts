// What the library offers of this: the same functions as the command line uses, by its public entry.
import { expect, test } from 'vitest';
import * as kindling from '../../compiler/src/index.ts';

const text = 'variant: fcos\nversion: 1.6.0\nstorage:\n  files:\n  -   path: /a\n      mode: 644\n';

test('formats, mends and upgrades a text', () => {
  const check = (each: string) => kindling.analyze(kindling.readDocument(each, 'a.bu'), {});
  const { document, diagnostics } = check(text);
  const [diagnostic] = diagnostics;
  const [fix] = diagnostic ? kindling.fixesFor(diagnostic, document) : [];
  const mended = text.replace('644', '0644');
  expect(fix && kindling.applyEdits(text, fix.edits)).toBe(mended);
  expect(kindling.applyFixes(text, { unsafe: false, check }).document.text).toBe(mended);

  const formatted = kindling.formatDocument(document);
  expect(formatted.kind === 'formatted' && formatted.text).toContain('    - path: /a\n');
  const range = kindling.formatRange(document, { start: text.indexOf('path'), end: text.indexOf('mode') });
  expect(range.kind).toBe('formatted');

  const upgraded = kindling.upgradeDocument(document, { version: '1.5.0' }, {});
  expect(upgraded.kind === 'upgraded' && upgraded.text).toBe(text.replace('1.6.0', '1.5.0'));
});
