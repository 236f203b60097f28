// What is built from the diagnostics for others to use: their pages, and the schema of the JSON report, as texts with their
// places below `dist/`. For the generator; part of no bundle that is shipped.
import { type RulePage, rulePages } from './diagnostic/pages.ts';
import { fullCatalogue as catalogue } from './full-catalogue.ts';
import reportSchema from './render/report.schema.json';

export function artefacts(): readonly RulePage[] {
  const schema = { path: 'schemas/kindling-report-1.json', text: `${JSON.stringify(reportSchema, undefined, 2)}\n` };
  return [...rulePages(catalogue), schema];
}
