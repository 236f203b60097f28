// `kindling rules`: the catalogue of all diagnostics, and the page of each.
import type { DiagnosticDefinition } from '../../src/diagnostic/definition.ts';
import { docsUrl } from '../../src/diagnostic/docs-url.ts';
import { ruleList, rulePage } from '../../src/diagnostic/pages.ts';
import { fullCatalogue as catalogue, definitionOf } from '../../src/full-catalogue.ts';
import { requireKnown } from '../check/codes.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeOut } from '../output.ts';

/** Prints the catalogue, or one code's page. */
export function run(code: string | undefined, format: string): number {
  if (code !== undefined) requireKnown(code);
  writeOut(textOf(code === undefined ? undefined : definitionOf(code), format));
  return exitCodes.ok;
}

/** Undefined: all codes. */
function textOf(definition: DiagnosticDefinition | undefined, format: string): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(definition ? jsonOf(definition) : catalogue.map(jsonOf), undefined, 2)}\n`;
    case 'markdown':
      return definition ? rulePage(definition) : ruleList(catalogue);
    case 'text':
      return definition ? pageText(definition) : listText();
    default:
      throw new Failure(`there is no format \`${format}\`; use text, json or markdown`, exitCodes.usage);
  }
}

function jsonOf({ code, severity, docs }: DiagnosticDefinition): object {
  return { code, severity, what: docs.what, why: docs.why, fix: docs.fix, url: docsUrl(code) };
}

function pageText({ code, severity, docs }: DiagnosticDefinition): string {
  const parts = [`${code} (${severity})`, docs.what, `Why: ${docs.why}`, `Fix: ${docs.fix}`];
  return `${parts.join('\n\n')}\n`;
}

function listText(): string {
  const width = Math.max(...catalogue.map(({ code }) => code.length));
  const lines = catalogue.map(({ code, severity, docs }) => {
    return `${code.padEnd(width)}  ${severity.padEnd(7)}  ${docs.what.split('\n', 1)[0]}`;
  });
  return `${lines.join('\n')}\n`;
}
