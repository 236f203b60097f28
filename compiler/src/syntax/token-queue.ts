// Tokens that are scanned and not yet taken. A key token may still be put before any of them. Counts tokens, knows nothing
// of their meaning.
import type { ScalarStyle } from './nodes.ts';
import type { KeyCandidate, Token, TokenKind } from './token.ts';

/** The front of the queue is dropped when this many tokens were taken: dropping moves all that is left. */
const dropAfter = 64;

export class TokenQueue {
  #tokens: Token[] = [];
  #head = 0;
  #taken = 0;

  /** How many tokens wait. */
  get length(): number {
    return this.#tokens.length - this.#head;
  }

  /** The number that the next token added will have in the count of all tokens. */
  get nextIndex(): number {
    return this.#taken + this.#tokens.length - this.#head;
  }

  /** The token that waits longest. */
  get first(): Token | undefined {
    return this.#tokens[this.#head];
  }

  /** The token that was added last, taken or not. */
  get last(): Token | undefined {
    return this.#tokens[this.#tokens.length - 1];
  }

  isTaken(index: number): boolean {
    return index < this.#taken;
  }

  add(
    kind: TokenKind,
    start: number,
    end: number,
    candidate?: KeyCandidate,
    text = '',
    style: ScalarStyle = 'plain',
    handle = '',
  ): void {
    this.#tokens.push({ kind, start, end, text, style, handle, candidate });
  }

  /** Puts a token that takes no text before the token of the given number, or at the end when that one was taken. */
  insert(kind: TokenKind, at: number, index: number): void {
    const token: Token = { kind, start: at, end: at, text: '', style: 'plain', handle: '', candidate: undefined };
    const place = index - this.#taken + this.#head;
    if (place < this.#head) {
      this.#tokens.push(token);
      return;
    }
    // Most keys are the last token so far: adding and moving that one is much cheaper than a splice.
    const last = this.#tokens.at(-1);
    if (place === this.#tokens.length - 1 && last) {
      this.#tokens[place] = token;
      this.#tokens.push(last);
    } else this.#tokens.splice(place, 0, token);
  }

  /** Replaces the token that was added last. */
  replaceLast(token: Token): void {
    this.#tokens[this.#tokens.length - 1] = token;
  }

  take(): void {
    this.#head++;
    this.#taken++;
    if (this.#head < dropAfter) return;
    // One taken token stays, so that `last` has an answer.
    this.#tokens.splice(0, this.#head - 1);
    this.#head = 1;
  }
}
