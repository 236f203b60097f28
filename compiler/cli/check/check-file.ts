// Everything that is to be said of one file: the compiler's findings, those about templates, later documents and comments.
import { dirname } from 'node:path';
import { filesDir } from '../../node/files-dir.ts';
import { analyze } from '../../src/analyze.ts';
import { catalogue } from '../../src/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import type { Host } from '../../src/host.ts';
import { laterDocumentFindings } from '../../src/later-document.ts';
import { readDocument } from '../../src/read-document.ts';
import { suppress } from '../../src/suppress.ts';
import { checkAsTemplate, type Findings } from '../../src/template.ts';
import { validateIgnition } from '../../src/validate-ignition.ts';
import { autoFilesDir } from './auto-files-dir.ts';
import type { FoundFile } from './find-files.ts';

export interface CheckOptions {
  /** A directory, or `auto`. */
  readonly filesDir: string;
  readonly followOutside: boolean;
  readonly raw: boolean;
}

export interface CheckedFile {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings comments in the file have hidden. */
  readonly hidden: number;
}

const codes = catalogue.map(({ code }) => code);

/** Checks the bytes of a Butane or Ignition config. */
export function checkFile(
  file: FoundFile,
  kind: 'butane' | 'ignition',
  bytes: Uint8Array,
  options: CheckOptions,
): CheckedFile {
  const findingsIn = kind === 'ignition' ? ignitionFindings(file) : butaneFindings(file, options);
  const first = findingsIn(bytes);
  const { document } = first;
  const found = checkAsTemplate(first, findingsIn);
  const isTemplate = found.some(({ code }) => code === 'template-holes');
  const { kept, hidden, unused } = suppress(document, found, codes);
  // What a comment in a template hides may show up only in what the template renders.
  const diagnostics = [...kept, ...(isTemplate ? [] : unused)].sort(bySourceOrder);
  return { document, diagnostics, hidden: hidden.length };
}

type FindingsIn = (input: Uint8Array | string) => Findings;

function ignitionFindings({ name }: FoundFile): FindingsIn {
  return (input) => validateIgnition(input, name);
}

function butaneFindings(file: FoundFile, options: CheckOptions): FindingsIn {
  return (input) => {
    const document = readDocument(input, file.name);
    const { diagnostics } = analyze(document, hostOf(document, file, options), { raw: options.raw });
    return { document, diagnostics: [...diagnostics, ...laterDocumentFindings(document, 'warning')] };
  };
}

function hostOf(document: Document, { path }: FoundFile, options: CheckOptions): Host {
  const directory =
    options.filesDir === 'auto' ? autoFilesDir(document, path === undefined ? '.' : dirname(path)) : options.filesDir;
  return directory === undefined ? {} : { inputs: filesDir(directory, { followOutside: options.followOutside }) };
}

function bySourceOrder(one: Diagnostic, other: Diagnostic): number {
  const [left, right] = [one.location.range, other.location.range];
  return left.start - right.start || left.end - right.end;
}
