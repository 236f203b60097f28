// The directives of the first document and the tags that they shorten.
import type { FaultList } from './fault.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

export class Directives {
  readonly #scanner: Scanner;
  readonly #faults: FaultList;
  readonly #prefixes = new Map<string, string>();

  constructor(scanner: Scanner, faults: FaultList) {
    this.#scanner = scanner;
    this.#faults = faults;
  }

  /** Takes the directives and the `---` behind them. */
  take(): void {
    let token = this.#scanner.peek();
    let version: Token | undefined;
    let last: Token | undefined;
    const handles = new Map<string, Token>();
    for (; token.kind === 'version' || token.kind === 'tag-handle'; token = this.#scanner.peek()) {
      if (token.kind === 'version') {
        this.#checkVersion(token, version);
        version ??= token;
      } else {
        const before = handles.get(token.handle);
        if (before) this.#fault(token, `\`%TAG ${token.handle}\` stands twice; keep one of them`, before);
        else this.#prefixes.set(token.handle, token.text);
        handles.set(token.handle, token);
      }
      last = token;
      this.#scanner.take();
    }
    if (token.kind === 'document-start') this.#scanner.take();
    else if (last) {
      const message = 'the document must begin with a line `---` after its directives; add one below this';
      this.#faults.add({ code: 'yaml-syntax', range: { start: last.start, end: last.end }, message });
    }
  }

  #checkVersion(token: Token, before: Token | undefined): void {
    if (before) this.#fault(token, '`%YAML` stands twice; keep one of them', before);
    else if (token.text !== '1.1') {
      this.#fault(token, `only \`%YAML 1.1\` is read, not \`${token.text}\`; remove the directive, it is not needed`);
    }
  }

  #fault(token: Token, message: string, before?: Token): void {
    this.#faults.add({
      code: 'yaml-directive',
      range: { start: token.start, end: token.end },
      message,
      ...(before ? { note: { message: 'it stands here first', range: { start: before.start, end: before.end } } } : {}),
    });
  }

  /** The full tag of a tag token: `!!str` is `tag:yaml.org,2002:str`. */
  resolve(token: Token): string {
    const { handle, text, start, end } = token;
    if (handle === '') return text;
    const prefix = this.#prefixes.get(handle) ?? standard.get(handle);
    if (prefix !== undefined) return prefix + text;
    const message = `tag handle \`${handle}\` is not defined; add \`%TAG ${handle} prefix\` above \`---\`, or remove the tag`;
    this.#faults.add({ code: 'yaml-syntax', range: { start, end }, message });
    return handle + text;
  }
}

const standard: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);
