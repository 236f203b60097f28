// The colours of the editor: each token of the fixtures with its scopes, beside its line; `vitest -u` writes them anew. Other
// languages' grammars are stand-ins here that colour nothing: only where they begin and end is this grammar's business.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const fixtures = 'test/vscode/grammar/fixtures';
const syntaxes = 'vscode-extension/syntaxes';

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const loaded = oniguruma.loadWASM(wasm);

const registry = new textmate.Registry({
  onigLib: loaded.then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async (scopeName) => {
    const name = /^source\.(butane|ignition)$/.exec(scopeName)?.[1];
    if (name === undefined) return textmate.parseRawGrammar(JSON.stringify({ scopeName, patterns: [] }), 'x.json');
    const path = `${syntaxes}/${name}.tmLanguage.json`;
    return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
  },
});

/** Each line, and below it its tokens with their scopes but for the root's. */
async function coloured(scopeName: string, text: string): Promise<string> {
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`there is no grammar ${scopeName}`);
  let state = textmate.INITIAL;
  const lines = text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const shown = tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const own = scopes.slice(1).join(' ');
      const piece = line.slice(startIndex, endIndex);
      return own === '' || piece.trim() === '' ? [] : [`    ${JSON.stringify(piece)} ${own}`];
    });
    return [`|${line}`, ...shown].join('\n');
  });
  return `${lines.join('\n')}\n`;
}

for (const fixture of readdirSync(fixtures).filter((name) => name.endsWith('.bu'))) {
  test(`colours ${fixture}`, async () => {
    const text = await coloured('source.butane', readFileSync(`${fixtures}/${fixture}`, 'utf8'));
    await expect(text).toMatchFileSnapshot(`fixtures/${fixture}.scopes`);
  });
}

test('colours Ignition as JSON', async () => {
  expect(await coloured('source.ignition', '{}')).toBe('|{}\n');
});

test('what follows a block scalar is out of it, whatever stood in it', async () => {
  const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.bu'),
  );
  expect(examples.length).toBeGreaterThan(5);
  for (const example of examples) {
    const text = `${readFileSync(`examples/${example}`, 'utf8').trimEnd()}\nlast_key: 1\n`;
    const lines = (await coloured('source.butane', text)).split('\n|');
    const last = lines.find((line) => line.startsWith('last_key')) ?? '';
    expect(last, example).toContain('    "last_key" entity.name.tag.butane');
  }
});

test('a long line takes no long time', async () => {
  const grammar = await registry.loadGrammar('source.butane');
  // Quadratic at worst in pieces that nest; an editor stops at 20,000 characters anyway.
  for (const piece of ['b: - x', 'a: "', "'", '{a: [', 'a#', ' - ', '{{ ', '$', 'a:b', '& ', '0']) {
    const start = performance.now();
    grammar?.tokenizeLine2(`a: ${piece.repeat(5000 / piece.length)}`, textmate.INITIAL);
    expect(performance.now() - start, piece).toBeLessThan(3000);
  }
});
