// One text of an editor, read and judged: the same findings as `kindling check` has, and beside them what the features read.
// The parse is apart from the judgement: right after a keystroke completion needs only the former.
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { type AnalyzedConfig, analyze } from '../analyze.ts';
import { bind } from '../bind.ts';
import { bindJson } from '../bind-json.ts';
import type { Binding } from '../binding.ts';
import { catalogue } from '../catalogue.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import type { Host } from '../host.ts';
import { laterDocumentFindings } from '../later-document.ts';
import { readMachineConfigs } from '../project/machine-config.ts';
import { readDocument } from '../read-document.ts';
import { suppress } from '../suppress.ts';
import { checkAsTemplate, type Findings } from '../template.ts';
import { readIgnition, validateIgnition } from '../validate-ignition.ts';
import type { TextKind } from './recognise.ts';
import { rulesOf } from './rules-of.ts';

export interface Inspection {
  readonly document: Document;
  /** In source order, after the comments that hide some of them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a Butane config whose spec is known. */
  readonly config?: AnalyzedConfig;
}

const codes = catalogue.map(({ code }) => code);

/** The syntax tree of a text, by what it is. */
export function readText(text: string, uri: string, kind: TextKind): Document {
  return kind === 'ignition' ? readIgnition(text, uri) : readDocument(text, uri);
}

/** A document seen through the language, without any judgement; undefined for texts of another language. */
export function bindText(document: Document, kind: TextKind): Binding | undefined {
  const { point, side } = rulesOf(document.text);
  if (kind === 'butane') return bind(document, configSpec, point, side).root;
  return kind === 'ignition' ? bindJson(document, configSpec, point).root : undefined;
}

/** Everything that is to be said of a document. */
export function inspect(document: Document, kind: TextKind, host: Host): Inspection {
  if (kind === 'butane') return inspectButane(document, host);
  if (kind === 'ignition') return finish(document, validateIgnition(document).diagnostics);
  if (kind === 'machine-config') {
    return finish(
      document,
      readMachineConfigs(document).flatMap(({ diagnostics }) => diagnostics),
    );
  }
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
  const inspection = finish(document, found);
  return config ? { ...inspection, config } : inspection;
}

function finish(document: Document, found: readonly Diagnostic[]): Inspection {
  const { kept, unused } = suppress(document, found, codes);
  // What a comment in a template hides may show up only in what the template renders.
  const isTemplate = found.some(({ code }) => code === 'template-holes');
  return { document, diagnostics: [...kept, ...(isTemplate ? [] : unused)].sort(bySourceOrder) };
}

function bySourceOrder(one: Diagnostic, other: Diagnostic): number {
  const [left, right] = [one.location.range, other.location.range];
  return left.start - right.start || left.end - right.end;
}
