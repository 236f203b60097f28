// Lints: everything about a config that neither Butane nor Ignition would say. Loaded when it is asked for, never by a plain
// compile; loads the languages whose texts the config has, and only those.
import { append } from '../append.ts';
import type { Config } from '../config.ts';
import { type DiagnosticDefinition, report } from '../diagnostic/definition.ts';
import type { Diagnostic, DiagnosticNote } from '../diagnostic/diagnostic.ts';
import type { EmbeddedLanguage, InnerFinding, Releases } from '../embedded/language.ts';
import { createTextMemo, type TextMemo } from '../embedded/memo.ts';
import { embeddedTexts, type PlacedText } from '../embedded/texts.ts';
import type { Host } from '../host.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Neighbour } from './neighbour.ts';

export interface LintOptions {
  /** The programs that will read the units; absent: the newest that are known. */
  readonly releases?: Releases;
  /** Codes that are switched off. */
  readonly off?: ReadonlySet<string>;
  /** What earlier runs know of texts; give the same one again while a document is edited. */
  readonly memo?: TextMemo;
  /** For each machine that the config is for, the other configs that are merged with it there. */
  readonly around?: readonly (readonly Neighbour[])[];
}

/** A local file that findings point into. */
export interface LintedFile {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
}

export interface LintResult {
  /** In source order; those inside local files come last. */
  readonly diagnostics: readonly Diagnostic[];
  /** The local files that were looked into: a renderer needs their lines. */
  readonly files: readonly LintedFile[];
}

/** What lints need of a config that has been analyzed. */
export interface LintedConfig {
  /** What the user wrote. */
  readonly source: Config;
  readonly root: { readonly document: { readonly uri: string } };
}

/** The lints of a config that has been analyzed. Never throws and never rejects. */
export async function lint(config: LintedConfig, host: Host, options: LintOptions = {}): Promise<LintResult> {
  const { releases = {}, off = new Set(), memo = createTextMemo(), around = [] } = options;
  const texts = embeddedTexts(config.source, host).map((placed) => sameText(placed, memo));
  const { units, quadlets } = config.source.fields.systemd?.fields ?? {};
  const hasQuadlets = (quadlets?.items.length ?? 0) > 0;
  const hasUnits = (units?.items.length ?? 0) > 0;
  if (texts.length === 0 && !hasQuadlets && !hasUnits) return { diagnostics: [], files: [] };
  const languages = await loadLanguages(texts);
  const { runProjectRules } = await import('./run-project-rules.ts');
  const found: Diagnostic[] = [];
  const add = (placed: PlacedText, finding: InnerFinding): void => {
    if (!off.has(finding.definition.code)) found.push(outer(placed, finding));
  };
  const setting = `${releases.systemd ?? ''} ${releases.podman ?? ''}`;
  for (const placed of texts) {
    const language = languages.get(placed.language.name);
    if (language === undefined) continue;
    const key = `${setting}\u0000${placed.text.path}\u0000${placed.text.text}`;
    const findings = memo.get(`diagnose ${placed.language.name}`, key, () => language.diagnose(placed.text, releases));
    for (const finding of findings) add(placed, finding);
  }
  for (const { placed, finding } of runProjectRules(config.source, texts, releases, around)) add(placed, finding);
  if (hasQuadlets) {
    const { danglingInstances } = await import('./dangling-instances.ts');
    const others = around.map((neighbours) => neighbours.map((each) => each.config));
    append(
      found,
      danglingInstances(config.source, others).filter(({ code }) => !off.has(code)),
    );
  }
  if (hasUnits) {
    const { misspeltUnits } = await import('./misspelt-units.ts');
    append(
      found,
      misspeltUnits(config.source, texts, around).filter(({ code }) => !off.has(code)),
    );
  }
  memo.endRound();
  return { diagnostics: found.sort(bySource(config.root.document.uri)), files: filesOf(texts) };
}

/** The same object for the same text, so that what is known of it is found again. */
function sameText(placed: PlacedText, memo: TextMemo): PlacedText {
  const { path, text } = placed.text;
  return { ...placed, text: memo.get('text', `${path}\u0000${text}`, () => placed.text) };
}

async function loadLanguages(texts: readonly PlacedText[]): Promise<ReadonlyMap<string, EmbeddedLanguage>> {
  const wanted = new Map(texts.map(({ language }) => [language.name, language]));
  return new Map(await Promise.all([...wanted.values()].map(async (each) => [each.name, await each.load()] as const)));
}

/** A finding in a text as one of the config around it. */
function outer({ locate, path }: PlacedText, finding: InnerFinding): Diagnostic {
  const { definition, range, message, severity, notes = [], data } = finding;
  const located = notes.map(
    (note): DiagnosticNote =>
      note.range ? { message: note.message, location: locate(note.range) } : { message: note.message },
  );
  const place = { location: locate(range), path };
  return report(definition satisfies DiagnosticDefinition, place, message, {
    ...(severity ? { severity } : {}),
    ...(located.length > 0 ? { notes: located } : {}),
    ...(data ? { data } : {}),
  });
}

function bySource(uri: string): (one: Diagnostic, other: Diagnostic) => number {
  const rank = (diagnostic: Diagnostic): number => (diagnostic.location.uri === uri ? 0 : 1);
  return (one, other) => {
    const [a, b] = [one.location, other.location];
    return (
      rank(one) - rank(other) ||
      compareTexts(a.uri, b.uri) ||
      a.range.start - b.range.start ||
      a.range.end - b.range.end
    );
  };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filesOf(texts: readonly PlacedText[]): readonly LintedFile[] {
  const byUri = new Map(texts.flatMap(({ uri, text }) => (uri === undefined ? [] : [[uri, text.text] as const])));
  return [...byUri].map(([uri, text]) => ({ uri, text, lines: new LineIndex(text) }));
}
