// A selection inside of an embedded text formats that text, where it stands, and nothing around it.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../compiler/src/index.ts';
import type { LspPosition, LspRange } from './client.ts';
import { offsetIn, startClient, withCursor } from './harness.ts';

const uri = 'file:///workspace/x.bu';
const head = 'variant: fcos\nversion: 1.5.0\n';
const merge = `${head}ignition:\n  config:\n    merge:\n      - inline: `;

describe('formatting of a selection', () => {
  /** The document after the request; `¦` before and behind the selection. */
  async function format(marked: string): Promise<string> {
    const { text: half, position: start } = withCursor(marked);
    const { text, position: end } = withCursor(half);
    const client = await startClient();
    client.open(uri, text);
    const edits = await client.request<readonly { range: LspRange; newText: string }[]>(
      'textDocument/rangeFormatting',
      { textDocument: { uri }, range: { start, end }, options: { tabSize: 2, insertSpaces: true } },
    );
    const offset = (position: LspPosition): number => offsetIn(text, position);
    return [...edits]
      .sort((one, other) => offset(other.range.start) - offset(one.range.start))
      .reduce(
        (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
        text,
      );
  }
  const behind = 'storage:\n  files:\n      -   path:   /a\n';

  test('inside of a merged config formats that config, and nothing around it', async () => {
    const pretty =
      '|\n          {\n            "ignition": {\n              "version": "3.4.0"\n            },\n            "storage": {}\n          }\n';
    const text = '{"ignition":{"version":"3.4.0"},"storage":{}}';
    expect(await format(`${merge}|\n          ${text.replace('"st', '¦"st¦')}\n${behind}`)).toBe(
      merge + pretty + behind,
    );
    // Blanks in front of the first line that are content.
    expect(await format(`${merge}|2\n            ${text.replace('"st', '¦"st¦')}\n${behind}`)).toBe(
      merge + pretty + behind,
    );
    expect(await format(`${merge}>\n          ${text.replace('"st', '¦"st¦')}\n${behind}`)).toBe(
      merge + pretty + behind,
    );
  });

  test('one line in quotes becomes a block, with the comment behind it', async () => {
    const block = ' # c\n          {\n            "a": 1\n          }\n';
    expect(await format(`${merge}'{"a"¦:¦1}' # c\n${behind}`)).toBe(`${merge}|-${block}${behind}`);
    expect(await format(`${merge}"{\\"a\\"¦:¦1}" # c\n${behind}`)).toBe(`${merge}|-${block}${behind}`);
    expect(await format(`${merge}&a '{"a"¦:¦1}' # c`)).toBe(`${merge}&a |-${block.trimEnd()}`);
  });

  test('what is no JSON, or in braces of YAML, stays', async () => {
    for (const text of [
      `${merge}|\n          {"a"¦:¦1,}\n`,
      `${head}ignition: {config: {replace: {inline: '{"a"¦:¦1}'}}}\n`,
      `${merge}|\n          {\n            "a"¦:¦ 1\n          }\n`,
    ]) {
      expect(await format(text)).toBe(text.replaceAll('¦', ''));
    }
  });

  test('a unit', async () => {
    const unit = `${head}systemd:\n  units:\n    - name: a.service\n      contents: |\n        `;
    expect(await format(`${unit}[Unit]\n        Desc¦ript¦ion = x\n        [Service]\n${behind}`)).toBe(
      `${unit}[Unit]\n        Description=x\n\n        [Service]\n${behind}`,
    );
  });

  test('a selection of more than that formats the document, and changes no text', async () => {
    const text = `${merge}|\n          {"a":1}\n¦${behind}¦`;
    const formatted = await format(text);
    expect(formatted).toContain('{"a":1}');
    expect(formatted).toContain('- path: /a');
    expect(readDocument(formatted, 'a.bu').problems).toEqual([]);
  });
});
