// The faults of one JSON text, as diagnostics. Keeps one fault from drowning in its consequences. Never looks for faults.
import jsonSyntax from '../diagnostic/codes/json-syntax.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceRange } from '../text/range.ts';

/** More faults than this in one text help nobody. */
const mostFaults = 100;

export class JsonFaults {
  readonly problems: Diagnostic[] = [];
  readonly #text: string;
  readonly #uri: string;
  /** The line of the last fault. */
  #line: SourceRange = { start: -1, end: -1 };

  constructor(text: string, uri: string) {
    this.#text = text;
    this.#uri = uri;
  }

  /** Adds a fault. A further one on the line of the one before is taken for its consequence and left out. */
  add(start: number, end: number, message: string, opened?: SourceRange): void {
    if (this.problems.length >= mostFaults || (start >= this.#line.start && start <= this.#line.end)) return;
    this.#line = this.#lineAt(start);
    const place = { location: { uri: this.#uri, range: { start, end } }, path: [] };
    const notes = opened ? [{ message: 'opened here', location: { uri: this.#uri, range: opened } }] : [];
    this.problems.push(report(jsonSyntax, place, message, { notes }));
  }

  #lineAt(offset: number): SourceRange {
    const end = this.#text.indexOf('\n', offset);
    return {
      // A negative start would be taken for the start of the text, line break or not.
      start: offset === 0 ? 0 : this.#text.lastIndexOf('\n', offset - 1) + 1,
      end: end < 0 ? this.#text.length : end,
    };
  }
}
