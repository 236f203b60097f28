// One text of an editor, judged: the same findings as `kindling check` has, and beside them what the features read. Reading is
// apart from this (`bind-text.ts`).
import { afterComments } from '../after-comments.ts';
import type { AnalyzedConfig } from '../analyze.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { fullCatalogue as catalogue } from '../full-catalogue.ts';
import type { Host } from '../host.ts';
import type { LintedConfig, LintOptions } from '../lint/lint.ts';
import { ignitionFindings } from '../lint/lint-config.ts';
import { findingsOf } from '../lint/lint-fragment.ts';
import { lintWithMerged } from '../lint/lint-with-merged.ts';
import { readMachineConfigs } from '../project/machine-config.ts';
import { readProject } from '../project/project.ts';
import { readButane } from '../read-butane.ts';
import { isTemplate, lintsBesideHoles } from '../template.ts';
import { validateIgnition } from '../validate-ignition.ts';
import type { TextKind } from './recognise.ts';

export interface Inspection {
  readonly document: Document;
  /** What the compiler says: with an error among it there is no output. */
  readonly verdict: readonly Diagnostic[];
  /** All findings but lints of the texts in the document. In no order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a Butane config whose spec is known. */
  readonly config?: AnalyzedConfig;
  /** What lints look at: the configs of the document, of whatever kind. */
  readonly linted: readonly LintedConfig[];
}

const codes = catalogue.map(({ code }) => code);

/** What is found in a document before its texts are looked into and comments hide some of it. */
export function inspect(document: Document, kind: TextKind, host: Host): Inspection {
  switch (kind) {
    case 'butane': {
      const { verdict, diagnostics, config } = readButane(document, host);
      return { document, verdict, diagnostics, linted: config ? [config] : [], ...(config ? { config } : {}) };
    }
    case 'ignition': {
      const validation = validateIgnition(document);
      const { diagnostics: verdict, config, root } = validation;
      const linted = config && root ? [{ source: config, root }] : [];
      return { document, verdict, diagnostics: ignitionFindings(validation), linted };
    }
    case 'machine-config':
      return inspectMachineConfigs(document);
    case 'project':
      return judged(document, readProject(document.text, document.uri).diagnostics, []);
    case 'other':
      return judged(document, [], []);
  }
}

function judged(document: Document, diagnostics: readonly Diagnostic[], linted: readonly LintedConfig[]): Inspection {
  return { document, verdict: diagnostics, diagnostics, linted };
}

function inspectMachineConfigs(document: Document): Inspection {
  const fragments = readMachineConfigs(document);
  const linted = fragments.flatMap(({ content }) => (content ? [{ source: content.config, root: { document } }] : []));
  const verdict = fragments.flatMap(({ diagnostics }) => diagnostics);
  return { document, verdict, diagnostics: fragments.flatMap(findingsOf), linted };
}

/** Everything that is to be said of a document: its findings and the lints of its texts, without those that comments hide. */
export async function judge(inspection: Inspection, host: Host, options: LintOptions): Promise<readonly Diagnostic[]> {
  const { document, diagnostics, linted } = inspection;
  const left = (found: readonly Diagnostic[], isOne: boolean): readonly Diagnostic[] =>
    afterComments(document, found, codes, isOne).diagnostics;
  if (isTemplate(diagnostics)) return left(diagnostics, true);
  const lints: (readonly Diagnostic[])[] = [];
  // One after the other, as they share a memo that forgets what a round does not use.
  for (const config of linted) lints.push((await lintWithMerged(config, host, options)).diagnostics);
  const beside = lintsBesideHoles({ document, diagnostics: lints.flat() });
  return left([...diagnostics, ...beside.diagnostics], beside.isTemplate);
}
