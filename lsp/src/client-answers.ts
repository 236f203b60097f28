// What a client has answered about its files and folders. When it says that something has changed, the next question is asked
// again, and until the answer comes the former one holds: findings would vanish and come back otherwise.
import { isBelow, parentUri, sameUri } from './files.ts';
import { readDirectoryRequest } from './protocol.ts';

export type Ask = (method: string, params: { readonly uri: string }) => Promise<unknown>;

/** A question that can be asked about any URI. */
export interface Question<Answer> {
  readonly method: string;
  /** What the client sends; undefined where it refuses. */
  read(answer: unknown): Answer;
  isSame(one: Answer, other: Answer): boolean;
}

export class ClientAnswers {
  readonly #ask: Ask;
  readonly #soon: (work: () => void) => void;
  /** By method and URI. */
  readonly #answers = new Map<string, unknown>();
  /** The last time that each was asked, of those that are not forgotten. */
  readonly #asked = new Map<string, number>();
  #count = 0;
  #listener: () => void = () => {};
  #isWaiting = false;

  /** `soon` runs work once, after all that is under way: several answers make one round of work. */
  constructor(ask: Ask, soon: (work: () => void) => void) {
    this.#ask = ask;
    this.#soon = soon;
  }

  /** What the client has answered last; undefined as long as it has not. Asks where it has to. */
  get<Answer>(question: Question<Answer>, uri: string): Answer | undefined {
    const key = `${question.method} ${sameUri(uri)}`;
    if (!this.#asked.has(key)) this.#send(question, uri, key);
    // Only `#keep` puts something there, and under this method it is an answer to this question.
    return this.#answers.get(key) as Answer | undefined;
  }

  onChange(work: () => void): void {
    this.#listener = work;
  }

  /** To be asked again: what is about these, what is below them, and the folders that list them. */
  forget(uris: readonly string[]): void {
    const names = uris.map(sameUri);
    const listings = new Set(uris.map((uri) => `${readDirectoryRequest} ${sameUri(parentUri(uri))}`));
    for (const key of this.#asked.keys()) {
      const about = key.slice(key.indexOf(' ') + 1);
      if (listings.has(key) || names.some((name) => isBelow(about, name))) this.#asked.delete(key);
    }
  }

  #send<Answer>(question: Question<Answer>, uri: string, key: string): void {
    this.#count++;
    const turn = this.#count;
    this.#asked.set(key, turn);
    const take = (answer: unknown): void => {
      // The same may have been asked again meanwhile, and that answer is the newer one.
      if ((this.#asked.get(key) ?? turn) === turn) this.#keep(question, key, question.read(answer));
    };
    // A client that refuses has no such file.
    void this.#ask(question.method, { uri }).then(take, () => take(undefined));
  }

  #keep<Answer>(question: Question<Answer>, key: string, answer: Answer): void {
    const isNew = !this.#answers.has(key) || !question.isSame(this.#answers.get(key) as Answer, answer);
    this.#answers.set(key, answer);
    if (!isNew || this.#isWaiting) return;
    this.#isWaiting = true;
    this.#soon(() => {
      this.#isWaiting = false;
      this.#listener();
    });
  }
}
