// Everything that there is to say about one config, beyond the compiler's verdict: templates, later documents, configs that
// it merges, comments that hide findings. What `kindling check` and editors show.
import { afterComments } from './after-comments.ts';
import { catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document, LinedText } from './document.ts';
import type { Host } from './host.ts';
import { lintCodes } from './lint/codes.ts';
import type { LintedConfig, LintOptions } from './lint/lint.ts';
import { ignitionFindings } from './lint/lint-config.ts';
import { readButane } from './read-butane.ts';
import { readDocument } from './read-document.ts';
import { checkAsTemplate, isTemplate, lintsBesideHoles } from './template.ts';
import { validateIgnition } from './validate-ignition.ts';

export interface CheckOptions {
  /** Name of the text in diagnostics; `-` by default. */
  readonly path?: string;
  /** Ignition JSON instead of a Butane config. */
  readonly kind?: 'butane' | 'ignition';
  readonly raw?: boolean;
  /** The host for a document; its local files may be looked for once it is read. */
  readonly hostFor?: (document: Document) => Host;
}

export interface CheckResult {
  readonly document: Document;
  /** In source order; those in other files after those of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings comments in the file have hidden. */
  readonly hidden: number;
  /** Other files that diagnostics are in. */
  readonly others: readonly LinedText[];
}

/** Checks a config without looking into units and Quadlets. Pure and synchronous, never throws on any input. */
export function check(input: string | Uint8Array, options: CheckOptions = {}): CheckResult {
  return resultOf(gather(input, options));
}

/** The same with lints: what systemd and Podman will say of the texts in the config. Loads what it needs for them. */
export async function checkWithLints(
  input: string | Uint8Array,
  options: CheckOptions & { readonly lint?: LintOptions } = {},
): Promise<CheckResult> {
  const gathered = gather(input, options);
  const { config, host } = gathered;
  if (config === undefined || gathered.isTemplate) return resultOf(gathered);
  const { lintWithMerged } = await import('./lint/lint-with-merged.ts');
  const { diagnostics: lints, files } = await lintWithMerged(config, host, options.lint);
  const { diagnostics, isTemplate } = lintsBesideHoles({ document: gathered.document, diagnostics: lints });
  const found = [...gathered.found, ...diagnostics];
  return resultOf({ ...gathered, found, isTemplate, others: [...gathered.others, ...files] });
}

/** What was found before comments are looked at. */
interface Gathered {
  readonly document: Document;
  readonly found: readonly Diagnostic[];
  readonly isTemplate: boolean;
  readonly others: readonly LinedText[];
  /** Absent when the text is no config of a known spec or version. */
  readonly config?: LintedConfig | undefined;
  readonly host: Host;
}

function gather(input: string | Uint8Array, options: CheckOptions): Gathered {
  const { path = '-', kind, raw, hostFor } = options;
  if (kind === 'ignition') return gatherIgnition(input, path);
  const document = readDocument(input, path);
  const host = hostFor?.(document) ?? {};
  const { diagnostics, config, others } = readButane(document, host, raw);
  return { document, found: diagnostics, isTemplate: isTemplate(diagnostics), others, config, host };
}

function gatherIgnition(input: string | Uint8Array, path: string): Gathered {
  const read = (text: string | Uint8Array) => {
    const validation = validateIgnition(text, path);
    return { ...validation, diagnostics: ignitionFindings(validation) };
  };
  const first = read(input);
  const found = checkAsTemplate(first, read);
  const config = first.config && first.root && { source: first.config, root: first.root };
  return { document: first.document, found, isTemplate: isTemplate(found), others: [], config, host: {} };
}

function resultOf({ document, found, isTemplate, others }: Gathered): CheckResult {
  const byUri = new Map(others.map((other) => [other.uri, other] as const));
  return { document, ...afterComments(document, found, codes, isTemplate), others: [...byUri.values()] };
}

const codes = [...catalogue.map(({ code }) => code), ...lintCodes];
