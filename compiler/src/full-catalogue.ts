// All codes that there are: the compiler's, and those of lints. Apart from `catalogue.ts`, as a plain compile has no lints.
import { catalogue } from './catalogue.ts';
import type { DiagnosticDefinition } from './diagnostic/definition.ts';
import { all as configLints } from './lint/config/index.gen.ts';
import { all as rules } from './lint/rules/index.gen.ts';

const lints: readonly DiagnosticDefinition[] = [...configLints, ...rules];

/** The definitions of all diagnostics, by code. */
export const fullCatalogue: readonly DiagnosticDefinition[] = [...catalogue, ...lints].sort((one, other) =>
  one.code < other.code ? -1 : 1,
);

const byCode = new Map(fullCatalogue.map((definition) => [definition.code, definition]));

/** The definition of a code; undefined when there is no such code. */
export function definitionOf(code: string): DiagnosticDefinition | undefined {
  return byCode.get(code);
}
