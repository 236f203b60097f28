// From lines of the output to places in the source and back, by the segments of the source map. Innermost wins: the shortest
// segment around a line says best what made it.
import type { SourcePlace } from '../../lsp/src/preview-protocol.ts';
import type { OutputMap } from '../../lsp/src/protocol.ts';

/** A value of the output and what made it. */
export interface OutputSegment {
  readonly output: SourcePlace['range'];
  readonly source: SourcePlace;
  /** The sugar that made it, where it was not written as such. */
  readonly by?: string;
}

const numbersOfPiece = 10;

/** The pieces of a map as they are meant. */
export function segmentsOf({ uris, sugar, pieces }: OutputMap): readonly OutputSegment[] {
  const rangeAt = (at: number): SourcePlace['range'] => {
    const [line = 0, character = 0, endLine = 0, endCharacter = 0] = pieces.slice(at, at + 4);
    return { start: { line, character }, end: { line: endLine, character: endCharacter } };
  };
  return Array.from({ length: pieces.length / numbersOfPiece }, (_, index) => {
    const at = index * numbersOfPiece;
    const source = { uri: uris[pieces[at + 4] ?? 0] ?? '', range: rangeAt(at + 5) };
    const by = sugar[pieces[at + 9] ?? -1];
    return { output: rangeAt(at), source, ...(by === undefined ? {} : { by }) };
  });
}

export class SourceLines {
  readonly #segments: readonly OutputSegment[];

  constructor(segments: readonly OutputSegment[]) {
    this.#segments = segments;
  }

  /** What made an output line (from 0): the innermost segment that begins in it, or else that spans it. */
  segmentAt(line: number): OutputSegment | undefined {
    let best: OutputSegment | undefined;
    for (const segment of this.#segments) {
      const { start, end } = segment.output;
      if (start.line > line) break;
      if (end.line < line) continue;
      // Segments come outer before inner, so a later one that also covers the line is nested or a neighbour in the same line.
      if (best === undefined || length(segment) <= length(best)) best = segment;
    }
    return best;
  }

  /** The output lines that a source line made, in order: of the smallest segments that it wrote, not of all around them. */
  linesOf(uri: string, line: number): readonly number[] {
    const here = this.#segments.filter(
      // The whole output says nothing of a line.
      ({ source, output }) =>
        output.start.line > 0 &&
        source.uri === uri &&
        source.range.start.line <= line &&
        line <= lastLine(source.range),
    );
    // A call has not room for as many arguments as a long config has values.
    const least = here.reduce((so, { source }) => Math.min(so, heightOf(source)), Number.POSITIVE_INFINITY);
    const lines = new Set<number>();
    for (const { output, source } of here) {
      if (heightOf(source) > least) continue;
      for (let at = output.start.line; at <= Math.min(output.end.line, output.start.line + mostLines); at++)
        lines.add(at);
    }
    return [...lines].sort((one, other) => one - other);
  }
}

/** Lines that are marked for one place at most. */
const mostLines = 2000;

function heightOf({ range }: SourcePlace): number {
  return range.end.line - range.start.line;
}

function length({ output: { start, end } }: OutputSegment): number {
  return (end.line - start.line) * 1_000_000 + end.character - start.character;
}

/** A block ends at the start of the line behind it. */
function lastLine({ start, end }: OutputSegment['source']['range']): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}
