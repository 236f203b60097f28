// All examples: every range lies in its document, and whatever is offered replaces what is there.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeFiles } from '../../lsp/node-files.ts';
import { clientTraits } from '../../lsp/src/client-traits.ts';
import { offersAt } from '../../lsp/src/features/completion.ts';
import { Session } from '../../lsp/src/session.ts';
import { type LspPosition, type LspRange, usualCapabilities } from './client.ts';
import { startClient } from './harness.ts';

describe('all examples', () => {
  const examples = new URL('../../examples/', import.meta.url);
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^([^/]+)\/\1\.bu$/.test(name),
  );

  test.each(files)('%s: every range lies in the document', async (name) => {
    const file = new URL(name, examples);
    const at = pathToFileURL(file.pathname).href;
    const text = readFileSync(file, 'utf8');
    const client = await startClient({ capabilities: usualCapabilities });
    client.open(at, text);
    expect(await client.published(at, 1)).toEqual([]);
    const textDocument = { uri: at };
    const whole = ['documentSymbol', 'foldingRange', 'documentLink', 'semanticTokens/full'];
    for (const method of whole) await client.request(`textDocument/${method}`, { textDocument });
    const lines = text.split('\n');
    for (let line = 0; line < lines.length; line += 3) {
      const position = { line, character: Math.ceil((lines[line] ?? '').length / 2) };
      for (const method of ['hover', 'completion', 'definition', 'documentHighlight']) {
        await client.request(`textDocument/${method}`, { textDocument, position });
      }
      await client.request('textDocument/selectionRange', { textDocument, positions: [position] });
    }
    const outside = client.messages
      .flatMap((message) => rangesIn(message.result))
      .filter((range) => !isInside(range, lines));
    expect(outside).toEqual([]);
  });
});

test('completion inside and outside of embedded texts, at every fifth offset, also when the rest is gone', async () => {
  const file = new URL('../../examples/nas/nas.bu', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const session = new Session(nodeFiles(), clientTraits({}), [], true);
  for (const [version, config] of [text, text.slice(0, 5300), text.slice(0, 6001)].entries()) {
    const snapshot = session.open('file:///workspace/x.bu', 'butane', version, config);
    for (let offset = version; offset <= config.length; offset += 5) {
      for (const { replace } of await offersAt(snapshot, offset, session)) {
        if (replace.start > offset || replace.end < offset)
          expect.fail(`an offer at ${offset} replaces something else`);
      }
    }
  }
});

function rangesIn(value: unknown): readonly LspRange[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => (key === 'uri' ? [] : rangesIn(member)));
  return 'start' in value && 'end' in value ? [value as LspRange, ...inner] : inner;
}

function isInside({ start, end }: LspRange, lines: readonly string[]): boolean {
  const fits = ({ line, character }: LspPosition): boolean => {
    const text = lines[line];
    return text !== undefined && character >= 0 && character <= text.length;
  };
  const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return fits(start) && fits(end) && isOrdered;
}
