// Everything that there is to say about one config, beyond the compiler's verdict: templates, later documents, configs that
// it merges, comments that hide findings. What `kindling check` and editors show.
import { analyze } from './analyze.ts';
import { catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document, LinedText } from './document.ts';
import type { Host } from './host.ts';
import { laterDocumentFindings } from './later-document.ts';
import { isLint, lintCodes } from './lint/codes.ts';
import type { LintedConfig, LintOptions } from './lint/lint.ts';
import { besideLints, lintConfig } from './lint/lint-config.ts';
import { checkMergedConfigs } from './merged-configs.ts';
import { readDocument } from './read-document.ts';
import { bySourceOrder, certainDespite } from './source-order.ts';
import { suppress } from './suppress.ts';
import { checkAsTemplate, type Findings, lintsBesideHoles } from './template.ts';
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
  if (config === undefined || host === undefined || gathered.isTemplate) return resultOf(gathered);
  const { lintWithMerged } = await import('./lint/lint-with-merged.ts');
  const { diagnostics: lints, files } = await lintWithMerged(config, host, options.lint);
  const { diagnostics, isTemplate } = lintsBesideHoles({ document: gathered.document, diagnostics: lints });
  const others = new Map([...gathered.others, ...files.map((file) => [file.uri, file] as const)]);
  return resultOf({ ...gathered, found: [...gathered.found, ...diagnostics], isTemplate, others });
}

/** What was found before comments are looked at. */
interface Gathered {
  readonly document: Document;
  readonly found: readonly Diagnostic[];
  readonly isTemplate: boolean;
  readonly others: ReadonlyMap<string, LinedText>;
  /** Absent when the text is no config of a known spec or version. */
  readonly config?: LintedConfig | undefined;
  readonly host?: Host | undefined;
}

function gather(input: string | Uint8Array, options: CheckOptions): Gathered {
  const reading = options.kind === 'ignition' ? new Reading(options) : new ButaneReading(options);
  const first = reading.read(input);
  const { config, host } = reading;
  const found = checkAsTemplate(first, (text) => reading.read(text));
  const isTemplate = found.some(({ code }) => code === 'template-holes');
  return { document: first.document, found, isTemplate, others: reading.others, config, host };
}

function resultOf({ document, found, isTemplate, others }: Gathered): CheckResult {
  const isHere = ({ location }: Diagnostic): boolean => location.uri === document.uri;
  const { kept, hidden, unused } = suppress(document, found.filter(isHere), codes, isLint);
  // What a comment in a template hides may show up only in what the template renders.
  const here = [...kept, ...(isTemplate ? [] : unused)].sort(bySourceOrder);
  const elsewhere = found.filter((diagnostic) => !isHere(diagnostic));
  return { document, diagnostics: [...here, ...elsewhere], hidden: hidden.length, others: [...others.values()] };
}

const codes = [...catalogue.map(({ code }) => code), ...lintCodes];

/** One way to read a text; keeps what the last reading came to. Ignition JSON. */
class Reading {
  readonly others = new Map<string, LinedText>();
  config: LintedConfig | undefined;
  host: Host | undefined;
  protected readonly options: CheckOptions;

  constructor(options: CheckOptions) {
    this.options = options;
  }

  read(input: string | Uint8Array): Findings {
    const { document, diagnostics, config, root, version } = validateIgnition(input, this.options.path ?? '-');
    this.config = config && root && { source: config, root };
    this.host = {};
    const lints = config && version ? lintConfig(config, version.point) : [];
    return { document, diagnostics: besideLints(diagnostics, certainDespite(document.problems, lints)) };
  }
}

class ButaneReading extends Reading {
  override read(input: string | Uint8Array): Findings {
    const { path = '-', raw = false, hostFor } = this.options;
    const document = readDocument(input, path);
    const host = hostFor?.(document) ?? {};
    const { diagnostics, config } = analyze(document, host, { raw });
    const merged = config && checkMergedConfigs(config.source, config.spec, host, 'error');
    for (const other of merged?.documents ?? []) this.others.set(other.uri, other);
    this.config = config;
    this.host = host;
    const lints = config ? lintConfig(config.source, config.spec.point, raw) : [];
    const all = [
      ...besideLints(diagnostics, certainDespite(document.problems, lints)),
      ...laterDocumentFindings(document, 'warning'),
      ...(merged?.diagnostics ?? []),
    ];
    return { document, diagnostics: all };
  }
}
