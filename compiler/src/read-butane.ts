// A Butane config and everything that is found in it before units are looked into and comments hide some of it: the compiler's
// verdict, and what else there is to say of the config. The one place for the command line and for editors.
import { type AnalyzedConfig, analyze } from './analyze.ts';
import { append } from './append.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document, LinedText } from './document.ts';
import type { Host } from './host.ts';
import { laterDocumentFindings } from './later-document.ts';
import { besideLints, lintConfig } from './lint/lint-config.ts';
import { checkMergedConfigs } from './merged-configs.ts';
import { readDocument } from './read-document.ts';
import { certainDespite } from './source-order.ts';
import { checkAsTemplate } from './template.ts';

export interface ButaneReading {
  readonly document: Document;
  /** What `compile` says: with an error among it there is no output. */
  readonly verdict: readonly Diagnostic[];
  /** All that is to be said; of a template what does not follow from its placeholders. In no order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when the spec is not known. */
  readonly config?: AnalyzedConfig;
  /** Local files that diagnostics are in. */
  readonly others: readonly LinedText[];
}

/** Reads and judges a config. Never throws on any input. */
export function readButane(document: Document, host: Host, raw = false): ButaneReading {
  const first = readOnce(document, host, raw);
  const others = [...first.others];
  const diagnostics = checkAsTemplate(first, (text) => {
    const filled = readOnce(readDocument(text, document.uri), host, raw);
    append(others, filled.others);
    return filled;
  });
  return { ...first, diagnostics, others };
}

function readOnce(document: Document, host: Host, raw: boolean): ButaneReading {
  const { diagnostics: verdict, config } = analyze(document, host, { raw });
  const merged = config && checkMergedConfigs(config.source, config.spec, host, 'error');
  const lints = config ? lintConfig(config.source, config.spec.point, raw) : [];
  const diagnostics = [
    ...besideLints(verdict, certainDespite(document.problems, lints)),
    ...laterDocumentFindings(document, 'warning'),
    ...(merged?.diagnostics ?? []),
  ];
  return { document, verdict, diagnostics, ...(config ? { config } : {}), others: merged?.documents ?? [] };
}
