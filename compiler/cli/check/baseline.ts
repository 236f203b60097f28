// A file with findings that are known and not to be reported, so that an old repository can start with `check` today. A
// finding is known by its code, its file and the text that it is about, so that lines may move; of equal ones so many are known
// as were listed. Holds hashes of texts, never texts.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Documents } from '../../src/render/renderer.ts';
import { exitCodes, Failure } from '../failure.ts';
import { writeFile } from '../output.ts';
import { systemErrorWords } from '../system-error.ts';

const baselineVersion = 1;

interface Entry {
  readonly code: string;
  /** Relative to the baseline's own directory, with `/`. */
  readonly file: string;
  readonly hash: string;
  readonly count: number;
}

export interface BaselineResult {
  readonly reported: readonly Diagnostic[];
  readonly known: readonly Diagnostic[];
  /** How many listed findings of the files checked are no more. */
  readonly gone: number;
}

/** Splits findings into new and known ones. `files`: the names of all files checked. */
export function applyBaseline(
  path: string,
  diagnostics: readonly Diagnostic[],
  documents: Documents,
  files: readonly string[],
): BaselineResult {
  const left = new Map(readBaseline(path).map((entry) => [keyOf(entry), entry.count]));
  const known = new Set<Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(describe(diagnostic, documents, path));
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    known.add(diagnostic);
  }
  const checked = new Set(files.map((file) => relativeName(file, path)));
  const gone = readBaseline(path)
    .filter(({ file }) => checked.has(file))
    .reduce((sum, entry) => sum + (left.get(keyOf(entry)) ?? 0), 0);
  return {
    reported: diagnostics.filter((diagnostic) => !known.has(diagnostic)),
    known: [...known],
    gone,
  };
}

/** Lists all findings as known. Sorted, so that the file changes only where findings do. */
export function writeBaseline(path: string, diagnostics: readonly Diagnostic[], documents: Documents): void {
  const entries = new Map<string, Entry>();
  for (const diagnostic of diagnostics) {
    const entry = describe(diagnostic, documents, path);
    const key = keyOf(entry);
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const findings = [...entries.keys()].sort().map((key) => entries.get(key));
  writeFile(path, `${JSON.stringify({ version: baselineVersion, findings }, undefined, 2)}\n`, false);
}

function keyOf({ file, code, hash }: Omit<Entry, 'count'>): string {
  return JSON.stringify([file, code, hash]);
}

function describe({ code, location }: Diagnostic, documents: Documents, path: string): Omit<Entry, 'count'> {
  const document = documents.get(location.uri);
  const { lines, text } = document ?? {};
  const line = lines?.line(lines.at(location.range.start).line);
  // The line without its indentation: it stays when the text around it changes or is indented anew.
  const about = line && text ? text.slice(line.start, line.end).trim() : '';
  const hash = createHash('sha256').update(about).digest('hex').slice(0, hashLength);
  return { code, file: relativeName(location.uri, path), hash };
}

const hashLength = 16;

function relativeName(file: string, baseline: string): string {
  return relative(dirname(resolve(baseline)), resolve(file))
    .split(sep)
    .join('/');
}

function readBaseline(path: string): readonly Entry[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no JSON' : systemErrorWords(error);
    throw new Failure(`cannot read the baseline ${path}: ${why}`, exitCodes.unreadable);
  }
  const { version, findings } = isRecord(content) ? content : {};
  if (version === baselineVersion && Array.isArray(findings) && findings.every(isEntry)) return findings;
  throw new Failure(
    `${path} is no baseline of this version of kindling; write it anew with --write-baseline`,
    exitCodes.usage,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { code, file, hash, count } = value;
  return [code, file, hash].every((text) => typeof text === 'string') && Number.isInteger(count) && Number(count) > 0;
}
