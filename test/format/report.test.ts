// Twenty of five hundred random configs in odd styles, before and after, for the eye: `report.txt`. Look at it when it changes
// (`npx vitest run test/format/report -u` writes it anew).
import { expect, test } from 'vitest';
import { compile } from '../../compiler/src/compile.ts';
import { formatDocument } from '../../compiler/src/format/format.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { randomConfig } from '../fuzz/random-config.ts';

const shown = 20;
const configs = Array.from({ length: 500 }, (_, seed) => randomConfig(seed));

function formatted(text: string): string {
  const result = formatDocument(readDocument(text, '-'));
  return result.kind === 'formatted' ? result.text : result.kind;
}

test('five hundred configs in odd styles compile to the same', () => {
  const outputs = configs.map((text) => compile(text).output);
  expect(configs.filter((text, index) => compile(formatted(text)).output !== outputs[index])).toEqual([]);
  expect(outputs.filter((output) => output !== undefined).length).toBeGreaterThan(300);
});

test('the report shows what they look like', async () => {
  const parts = Array.from({ length: shown }, (_, index) => {
    const seed = index * (configs.length / shown);
    const before = configs[seed] ?? '';
    return `## ${seed}\n\n\`\`\`yaml\n${before.trimEnd()}\n\`\`\`\n\nbecomes\n\n\`\`\`yaml\n${formatted(before)}\`\`\`\n`;
  });
  await expect(`# Before and after\n\n${parts.join('\n')}`).toMatchFileSnapshot('report.txt');
});
