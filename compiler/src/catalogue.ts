// All codes that Kindling can report, found through the generated indexes.
import { all as checks } from './checks/index.gen.ts';
import { all as codes } from './diagnostic/codes/index.gen.ts';
import type { DiagnosticDefinition } from './diagnostic/definition.ts';
import { all as conflicts } from './project/conflicts/index.gen.ts';

/** The definitions of all diagnostics, by code. */
export const catalogue: readonly DiagnosticDefinition[] = [...codes, ...checks, ...conflicts].sort((one, other) =>
  one.code < other.code ? -1 : 1,
);

const byCode = new Map(catalogue.map((definition) => [definition.code, definition]));

/** The definition of a code; undefined when there is no such code. */
export function definitionOf(code: string): DiagnosticDefinition | undefined {
  return byCode.get(code);
}
