// The conformance corpus: configs with the reference's results. See README.md beside this file.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Host } from '../../compiler/src/index.ts';
import { type MapEntry, mapInputs } from '../../compiler/src/map-inputs.ts';

export interface ConformanceCase {
  readonly id: string;
  readonly group: string;
  readonly files: Readonly<Record<string, CorpusFile>>;
  readonly options: { readonly raw?: boolean; readonly pretty?: boolean };
  readonly input: string;
  readonly expect: {
    readonly output: string | null;
    readonly fatal: string | null;
    readonly diagnostics: readonly ExpectedDiagnostic[];
  };
}

export interface ExpectedDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: string;
  readonly line: number;
  readonly col: number;
}

export type CorpusFile =
  | string
  | { readonly text: string; readonly mode?: number }
  | { readonly base64: string; readonly mode?: number }
  | { readonly link: string }
  | { readonly dir: true }
  | { readonly fifo: true };

const folder = fileURLToPath(new URL('./butane/', import.meta.url));

/** All cases of the corpus, by group. */
export function readCorpus(): ReadonlyMap<string, readonly ConformanceCase[]> {
  const groups = new Map<string, readonly ConformanceCase[]>();
  for (const file of readdirSync(folder).sort()) {
    const lines = readFileSync(folder + file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    groups.set(
      file.replace('.jsonl', ''),
      lines.map((line) => JSON.parse(line) as ConformanceCase),
    );
  }
  return groups;
}

/** A host with the files of a case; without files there is no files directory. */
export function hostOf(files: Readonly<Record<string, CorpusFile>>): Host {
  const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });
  if (Object.keys(files).length === 0) return { gzip };
  const entries = Object.fromEntries(Object.entries(files).map(([path, file]) => [path, mapEntry(file)]));
  return { gzip, inputs: mapInputs(entries) };
}

function mapEntry(file: CorpusFile): MapEntry {
  if (typeof file === 'string') return file;
  if ('link' in file) return { link: file.link };
  if ('dir' in file) return { directory: true };
  if ('fifo' in file) return { special: true };
  const contents = 'text' in file ? file.text : Buffer.from(file.base64, 'base64');
  return { contents, executable: ((file.mode ?? 0o644) & 0o111) !== 0 };
}

/** How many cases are taken of which one is looked at by tests that are slow; CI looks at all (KINDLING_FULL). */
const sampleStep = process.env.KINDLING_FULL ? 1 : 4;

/** A sample of the corpus over all groups; the same one each time. */
export function sampleCorpus(): readonly ConformanceCase[] {
  return [...readCorpus().values()].flat().filter((_, index) => index % sampleStep === 0);
}
