// docs/editors.md says of each setting what the server's own data say.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultSettings, settingPages } from '../../lsp/src/settings.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/editors.md', import.meta.url)), 'utf8');

test.each(Object.entries(settingPages))('%s is documented', (name, { doc, values }) => {
  const initial = defaultSettings[name as keyof typeof defaultSettings];
  const choices = values ? ` (${values.map((value) => `\`${value}\``).join(', ')})` : '';
  expect(page).toContain(`| \`${name}\` | \`${initial === '' ? "''" : initial}\` | ${doc}${choices} |`);
});
