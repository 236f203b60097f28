// YAML text to a syntax tree with its faults. Only the first document counts, as in the reference. Never throws, and takes
// time in proportion to the text.
import yamlDirective from '../diagnostic/codes/yaml-directive.ts';
import yamlEncoding from '../diagnostic/codes/yaml-encoding.ts';
import yamlSyntax from '../diagnostic/codes/yaml-syntax.ts';
import yamlUnknownAnchor from '../diagnostic/codes/yaml-unknown-anchor.ts';
import { type DiagnosticDefinition, report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceRange } from '../text/range.ts';
import { Composer } from './composer.ts';
import { findForbidden } from './encoding.ts';
import { type Fault, type FaultCode, FaultList, type Repair } from './fault.ts';
import { findLaterDocument, readEnd } from './later-document.ts';
import type { SyntaxNode } from './nodes.ts';
import { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

export interface YamlParse {
  /** The root of the first document; a `missing` node when there is none. */
  readonly root: SyntaxNode;
  /** Faults of encoding and syntax, in order of their places. Each makes the reference refuse the text. */
  readonly problems: readonly Diagnostic[];
  /** The start of what follows the first document and is not read: its `---` or its first text. */
  readonly laterDocument?: SourceRange;
  /** How far the reference reads: bad bytes at or behind this offset go unnoticed. The length of the text, mostly. */
  readonly readEnd: number;
}

interface Run {
  readonly root: SyntaxNode;
  readonly faults: readonly Fault[];
  readonly next: Token;
  readonly wanted: readonly Repair[];
  readonly position: number;
}

/** How often a text is parsed again with a repair, and how many characters that may cost in all. */
const mostRuns = 30;
const mostCharacters = 20_000_000;

/** So many control characters make a text binary. */
const mostForbidden = 20;

const definitions: Readonly<Record<FaultCode, DiagnosticDefinition>> = {
  'yaml-syntax': yamlSyntax,
  'yaml-encoding': yamlEncoding,
  'yaml-directive': yamlDirective,
  'yaml-unknown-anchor': yamlUnknownAnchor,
};

/** Parses the first YAML document of `text`; `uri` names the text in the locations of the problems. */
export function parseYaml(text: string, uri: string): YamlParse {
  const run = runWithRepairs(text);
  const end = readEnd(text, run.next, run.position);
  const forbidden = findForbidden(text, end);
  // A binary file is no YAML at all: what else is wrong with it helps nobody.
  const faults = forbidden.length < mostForbidden ? [...run.faults, ...forbidden] : forbidden;
  faults.sort((one, other) => one.range.start - other.range.start);
  const laterDocument = findLaterDocument(text, run.next);
  return {
    root: run.root,
    problems: faults.map((fault) => toDiagnostic(fault, uri, text.length)),
    ...(laterDocument ? { laterDocument } : {}),
    readEnd: end,
  };
}

/** Parses, and parses again with each repair that a fault asks for, until none does. */
function runWithRepairs(text: string): Run {
  const repairs = new Map<number, Repair>();
  const first = runOnce(text, repairs, true);
  let run = first;
  for (let runs = 1; run.wanted.length > 0; runs++) {
    for (const repair of run.wanted) repairs.set(repair.start, repair);
    run = runOnce(text, repairs, runs < mostRuns && (runs + 1) * text.length < mostCharacters);
  }
  if (run.faults.length > 0 || first === run) return run;
  // The repairs left nothing to report, but the reference refuses the text.
  return { ...run, faults: [unexplained(first.wanted[0])] };
}

function runOnce(text: string, repairs: ReadonlyMap<number, Repair>, mayRepair: boolean): Run {
  const list = new FaultList(text);
  const scanner = new Scanner(text, list, repairs, mayRepair);
  const { root, next } = new Composer(text, scanner, list).compose();
  return { root, next, faults: list.faults, wanted: scanner.structure.wanted, position: scanner.position };
}

function unexplained(repair: Repair | undefined): Fault {
  const start = repair?.start ?? 0;
  const message =
    'the text that begins here takes in lines that do not belong to it; mind the indentation of what follows';
  return { code: 'yaml-syntax', range: { start, end: start + 1 }, message };
}

function toDiagnostic({ code, range, message, note }: Fault, uri: string, length: number): Diagnostic {
  // A fault at the very end has no character to point at.
  const place = { location: { uri, range: { start: range.start, end: Math.min(range.end, length) } }, path: [] };
  const notes = note ? [{ message: note.message, location: { uri, range: note.range } }] : [];
  return report(definitions[code], place, message, { notes });
}
