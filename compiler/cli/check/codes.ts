// Which codes a run reports: `--only` and `--ignore`. Errors are always reported; what makes the reference refuse a config
// cannot be switched off.
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { fullCatalogue as catalogue, definitionOf } from '../../src/full-catalogue.ts';
import { isLint } from '../../src/lint/codes.ts';
import { nearest } from '../../src/text/edit-distance.ts';
import { exitCodes, Failure } from '../failure.ts';

export interface CodeFlags {
  readonly only?: readonly string[];
  readonly ignore?: readonly string[];
}

/** The test that a diagnostic has to pass to be reported; unknown codes are wrong usage. */
export function codeFilter({ only, ignore = [] }: CodeFlags): (diagnostic: Diagnostic) => boolean {
  for (const code of [...(only ?? []), ...ignore]) requireKnown(code);
  for (const code of ignore) requireSwitchable(code);
  const wanted = only && new Set(only);
  const unwanted = new Set(ignore);
  return ({ severity, code }) =>
    (severity === 'error' && !isLint(code)) || ((wanted?.has(code) ?? true) && !unwanted.has(code));
}

/** Ends the run when there is no such code. */
export function requireKnown(code: string): void {
  if (definitionOf(code)) return;
  const meant = nearest(
    code,
    catalogue.map((definition) => definition.code),
  );
  const advice = meant === undefined ? '`kindling rules` lists all codes' : `did you mean \`${meant}\`?`;
  throw new Failure(`there is no code \`${code}\`; ${advice}`, exitCodes.usage);
}

function requireSwitchable(code: string): void {
  const definition = definitionOf(code);
  // A check may be an error in some specs and a warning in others.
  if (definition?.severity !== 'error' || 'severityWhere' in definition || isLint(code)) return;
  throw new Failure(
    `\`${code}\` is an error, and errors cannot be ignored; use a baseline for old ones`,
    exitCodes.usage,
  );
}
