// One text of an editor, judged: the same findings as `kindling check` has, and beside them what the features read. Reading is
// apart from this (`bind-text.ts`).

import { type AnalyzedConfig, analyze } from '../analyze.ts';
import { append } from '../append.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { fullCatalogue as catalogue } from '../full-catalogue.ts';
import type { Host } from '../host.ts';
import { laterDocumentFindings } from '../later-document.ts';
import type { LintedConfig, LintOptions } from '../lint/lint.ts';
import { lintWithMerged } from '../lint/lint-with-merged.ts';
import { readMachineConfigs } from '../project/machine-config.ts';
import { readProject } from '../project/project.ts';
import { readDocument } from '../read-document.ts';
import { suppress } from '../suppress.ts';
import { checkAsTemplate, type Findings } from '../template.ts';
import { validateIgnition } from '../validate-ignition.ts';
import type { TextKind } from './recognise.ts';

export interface Inspection {
  readonly document: Document;
  /** In source order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a Butane config whose spec is known. */
  readonly config?: AnalyzedConfig;
  /** What lints look at: the configs of the document, of whatever kind. */
  readonly linted: readonly LintedConfig[];
}

const codes = catalogue.map(({ code }) => code);

/** What the compiler says of a document, before comments hide some of it. */
export function inspect(document: Document, kind: TextKind, host: Host): Inspection {
  if (kind === 'butane') return inspectButane(document, host);
  if (kind === 'ignition') {
    const { diagnostics, config, root } = validateIgnition(document);
    return { document, diagnostics, linted: config && root ? [{ source: config, root }] : [] };
  }
  if (kind === 'machine-config') return inspectMachineConfigs(document);
  const diagnostics = kind === 'project' ? readProject(document.text, document.uri).diagnostics : [];
  return { document, diagnostics, linted: [] };
}

function inspectMachineConfigs(document: Document): Inspection {
  const fragments = readMachineConfigs(document);
  const linted = fragments.flatMap(({ content }) => (content ? [{ source: content.config, root: { document } }] : []));
  return { document, diagnostics: fragments.flatMap(({ diagnostics }) => diagnostics), linted };
}

function inspectButane(document: Document, host: Host): Inspection {
  const { diagnostics, config } = analyze(document, host);
  const first: Findings = {
    document,
    diagnostics: [...diagnostics, ...laterDocumentFindings(document, 'warning')],
  };
  const found = checkAsTemplate(first, (text) => {
    const filled = readDocument(text, document.uri);
    return { document: filled, diagnostics: analyze(filled, host).diagnostics };
  });
  return { document, diagnostics: found, linted: config ? [config] : [], ...(config ? { config } : {}) };
}

/** Everything that is to be said of a document: the compiler's findings and the lints, without those that comments hide. */
export async function judge(inspection: Inspection, host: Host, options: LintOptions): Promise<readonly Diagnostic[]> {
  const { document, diagnostics, linted } = inspection;
  const isTemplate = diagnostics.some(({ code }) => code === 'template-holes');
  const lints: Diagnostic[] = [];
  for (const config of isTemplate ? [] : linted) {
    append(lints, (await lintWithMerged(config, host, options)).diagnostics);
  }
  const { kept, unused } = suppress(document, [...diagnostics, ...lints], codes);
  // What a comment in a template hides may show up only in what the template renders.
  return [...kept, ...(isTemplate ? [] : unused)].sort(bySourceOrder);
}

function bySourceOrder(one: Diagnostic, other: Diagnostic): number {
  const [left, right] = [one.location.range, other.location.range];
  return left.start - right.start || left.end - right.end;
}
