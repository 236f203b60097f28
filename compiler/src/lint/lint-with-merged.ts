// The lints of a config and of the Ignition configs that it merges or is replaced by, each inside its own text.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { relocate } from '../diagnostic/relocate.ts';
import { mergedTexts, type PlacedText } from '../embedded/texts.ts';
import type { Host } from '../host.ts';
import { LineIndex } from '../text/line-index.ts';
import { readIgnition, validateIgnition } from '../validate-ignition.ts';
import { type LintedConfig, type LintOptions, type LintResult, lint } from './lint.ts';
import { neighbourOf } from './neighbour.ts';

/** The lints of a config and of what it merges. Never throws and never rejects. */
export async function lintWithMerged(config: LintedConfig, host: Host, options: LintOptions = {}): Promise<LintResult> {
  const texts = mergedTexts(config.source, host);
  if (texts.length === 0) return lint(config, host, options);
  const outer = neighbourOf(config.source, host);
  const around = (options.around ?? [[]]).map((others) => (outer ? [outer, ...others] : others));
  const own = await lint(config, host, options);
  // Without the memo: what it knows of a text is that of this round, and each of these would be a round.
  const { memo: _, ...rest } = options;
  const found = await Promise.all(texts.map((placed) => lintText(placed, { ...rest, around })));
  const merged = texts.flatMap((placed, index) => (found[index] ?? []).map((each) => place(each, placed)));
  const files = texts.flatMap(({ uri, text: { text } }) =>
    uri === undefined ? [] : [{ uri, text, lines: new LineIndex(text) }],
  );
  const isHere = ({ location }: Diagnostic): boolean => location.uri === config.root.document.uri;
  const all = [...own.diagnostics, ...merged];
  return {
    diagnostics: [...all.filter(isHere).sort(byPlace), ...all.filter((each) => !isHere(each))],
    files: [...own.files, ...files],
  };
}

/** The lints of an Ignition config, in offsets of its text; none of one whose version is not known. */
async function lintText({ text }: PlacedText, options: LintOptions): Promise<readonly Diagnostic[]> {
  const { config, root } = validateIgnition(readIgnition(text.text, ''));
  if (config === undefined || root === undefined) return [];
  return (await lint({ source: config, root }, {}, options)).diagnostics;
}

function place(diagnostic: Diagnostic, { locate, path }: PlacedText): Diagnostic {
  return { ...relocate(diagnostic, ({ range }) => locate(range)), path: [...path, ...diagnostic.path] };
}

function byPlace({ location: { range: one } }: Diagnostic, { location: { range: other } }: Diagnostic): number {
  return one.start - other.start || one.end - other.end;
}
