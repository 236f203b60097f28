// One text of an editor, judged: the same findings as `kindling check` has, and beside them what the features read. Reading is
// apart from this (`bind-text.ts`).
import { type AnalyzedConfig, analyze } from '../analyze.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { fullCatalogue as catalogue } from '../full-catalogue.ts';
import type { Host } from '../host.ts';
import { laterDocumentFindings } from '../later-document.ts';
import { type LintOptions, lint } from '../lint/lint.ts';
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
}

const codes = catalogue.map(({ code }) => code);

/** What the compiler says of a document, before comments hide some of it. */
export function inspect(document: Document, kind: TextKind, host: Host): Inspection {
  if (kind === 'butane') return inspectButane(document, host);
  if (kind === 'ignition') return { document, diagnostics: validateIgnition(document).diagnostics };
  if (kind === 'machine-config') {
    return { document, diagnostics: readMachineConfigs(document).flatMap(({ diagnostics }) => diagnostics) };
  }
  if (kind === 'project') return { document, diagnostics: readProject(document.text, document.uri).diagnostics };
  return { document, diagnostics: [] };
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
  return { document, diagnostics: found, ...(config ? { config } : {}) };
}

/** Everything that is to be said of a document: the compiler's findings and the lints, without those that comments hide. */
export async function judge(inspection: Inspection, host: Host, options: LintOptions): Promise<readonly Diagnostic[]> {
  const { document, diagnostics, config } = inspection;
  const isTemplate = diagnostics.some(({ code }) => code === 'template-holes');
  const lints = config === undefined || isTemplate ? [] : (await lint(config, host, options)).diagnostics;
  const { kept, unused } = suppress(document, [...diagnostics, ...lints], codes);
  // What a comment in a template hides may show up only in what the template renders.
  return [...kept, ...(isTemplate ? [] : unused)].sort(bySourceOrder);
}

function bySourceOrder(one: Diagnostic, other: Diagnostic): number {
  const [left, right] = [one.location.range, other.location.range];
  return left.start - right.start || left.end - right.end;
}
