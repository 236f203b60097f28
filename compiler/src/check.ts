// Everything that there is to say about one config, beyond the compiler's verdict: templates, later documents, configs that
// it merges, comments that hide findings. What `kindling check` and editors show.
import { analyze } from './analyze.ts';
import { catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { Host } from './host.ts';
import { laterDocumentFindings } from './later-document.ts';
import { checkMergedConfigs } from './merged-configs.ts';
import { readDocument } from './read-document.ts';
import { bySourceOrder } from './source-order.ts';
import { suppress } from './suppress.ts';
import { checkAsTemplate, type Findings } from './template.ts';
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
  readonly others: readonly Document[];
}

/** Checks a config. Pure and synchronous, never throws on any input. */
export function check(input: string | Uint8Array, options: CheckOptions = {}): CheckResult {
  const others = new Map<string, Document>();
  const findingsIn = options.kind === 'ignition' ? ignitionFindings(options) : butaneFindings(options, others);
  const first = findingsIn(input);
  const { document } = first;
  const found = checkAsTemplate(first, findingsIn);
  const isTemplate = found.some(({ code }) => code === 'template-holes');
  const isHere = ({ location }: Diagnostic): boolean => location.uri === document.uri;
  const { kept, hidden, unused } = suppress(document, found.filter(isHere), codes);
  // What a comment in a template hides may show up only in what the template renders.
  const here = [...kept, ...(isTemplate ? [] : unused)].sort(bySourceOrder);
  const elsewhere = found.filter((diagnostic) => !isHere(diagnostic));
  return { document, diagnostics: [...here, ...elsewhere], hidden: hidden.length, others: [...others.values()] };
}

const codes = catalogue.map(({ code }) => code);

type FindingsIn = (input: Uint8Array | string) => Findings;

function ignitionFindings({ path = '-' }: CheckOptions): FindingsIn {
  return (input) => validateIgnition(input, path);
}

function butaneFindings(options: CheckOptions, others: Map<string, Document>): FindingsIn {
  const { path = '-', raw = false, hostFor } = options;
  return (input) => {
    const document = readDocument(input, path);
    const host = hostFor?.(document) ?? {};
    const { diagnostics, config } = analyze(document, host, { raw });
    const merged = config && checkMergedConfigs(config.source, config.spec, host, 'error');
    for (const other of merged?.documents ?? []) others.set(other.uri, other);
    const all = [...diagnostics, ...laterDocumentFindings(document, 'warning'), ...(merged?.diagnostics ?? [])];
    return { document, diagnostics: all };
  };
}
