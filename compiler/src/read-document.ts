// From bytes or text to a document. The only place where the pieces of a document are put together.
import yamlEncoding from './diagnostic/codes/yaml-encoding.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { type Document, withLines } from './document.ts';
import { parseYaml } from './syntax/parse-yaml.ts';
import { type DecodedText, decodeText } from './text/decode.ts';

/** Reads a YAML document; faults of encoding and syntax are its `problems`. Never throws. */
export function readDocument(input: string | Uint8Array, uri: string): Document {
  const { text, problems } = typeof input === 'string' ? { text: input, problems: [] } : decodeText(input);
  const parsed = parseYaml(text, uri);
  return withLines({
    uri,
    text,
    root: parsed.root,
    // Behind the first document and what the reference reads ahead of it, nobody looks.
    problems: brief([...encodingProblems(problems, uri, parsed.readEnd), ...parsed.problems]),
    ...(parsed.laterDocument ? { laterDocument: parsed.laterDocument } : {}),
  });
}

function encodingProblems(problems: DecodedText['problems'], uri: string, readEnd: number): Diagnostic[] {
  const read = problems.filter(({ offset }) => offset < readEnd);
  return read.map(({ offset, length, byteOffset, encoding }) => {
    const place = { location: { uri, range: { start: offset, end: offset + length } }, path: [] };
    const message = `byte ${byteOffset + 1} of the file is not ${encoding.toUpperCase()}; save the file as UTF-8`;
    return report(yamlEncoding, place, message);
  });
}

/** A text has a bad byte or two; with more it is something else, and what else is wrong with it helps nobody. */
const mostEncodingFaults = 10;

function brief(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const encoding = problems.filter(({ code }) => code === yamlEncoding.code);
  const [first] = encoding;
  if (first === undefined) return problems;
  if (encoding.length <= mostEncodingFaults) {
    // That a forbidden character is no syntax either goes without saying.
    const starts = new Set(encoding.map(({ location }) => location.range.start));
    return problems.filter(
      (problem) => problem.code === yamlEncoding.code || !starts.has(problem.location.range.start),
    );
  }
  return [{ ...first, message: 'this is no text file: it is full of bytes and characters that no text has' }];
}
