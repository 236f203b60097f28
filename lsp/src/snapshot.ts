// One version of one document with everything that features read of it, each made when it is first asked for and kept as long
// as it is true. A new version is a new snapshot; a changed file beside the config only makes its judgement anew.
import {
  type Binding,
  type BoundDocument,
  bindTexts,
  type CompiledOutput,
  type Diagnostic,
  type Document,
  type EmbeddedPart,
  type EmbeddedSpot,
  embeddedAt,
  embeddedIn,
  type Inspection,
  includesOf,
  inspect,
  judge,
  type LintOptions,
  type Name,
  namesOf,
  printOutput,
  readText,
  recognise,
  type Severity,
  type TextKind,
} from '../../compiler/src/editor/index.ts';
import type { LocalHost } from './local-files.ts';
import type { TextDocument } from './text-document.ts';

/** Characters of the longest text that is read. What is longer is no config but data, and the editor's typing comes first. */
export const longestText = 10_000_000;

export class Snapshot {
  readonly text: TextDocument;
  readonly kind: TextKind;
  readonly isTooLong: boolean;
  readonly #makeHost: (document: Document) => LocalHost;
  readonly #serial: number;
  #document: Document | undefined;
  #bound: readonly BoundDocument[] | undefined;
  #names: readonly Name[] | undefined;
  #includes: readonly string[] | undefined;
  #host: LocalHost | undefined;
  #inspection: Inspection | undefined;
  #findings: Promise<readonly Diagnostic[]> | undefined;
  /** The lints that are off in these. */
  #off: LintOptions['off'];
  #output: CompiledOutput | undefined;
  #written: CompiledOutput | undefined;
  #parts: readonly EmbeddedPart[] | undefined;
  #generation = 0;
  /** Milliseconds that the last judgement took: how long a pause in typing should be before the next. */
  lastCost = 0;

  /** `serial`: a number that no other snapshot of the session has. A client counts anew when it opens a document again. */
  constructor(text: TextDocument, makeHost: (document: Document) => LocalHost, serial: number) {
    this.text = text;
    this.kind = recognise(text.uri, text.languageId, text.text);
    this.isTooLong = text.text.length > longestText;
    this.#makeHost = makeHost;
    this.#serial = serial;
  }

  get uri(): string {
    return this.text.uri;
  }

  get document(): Document {
    this.#document ??= readText(this.isTooLong ? '' : this.text.text, this.text.uri, this.kind);
    return this.#document;
  }

  /** The documents of the text seen through the language: one, or as many as there are MachineConfigs. */
  get bound(): readonly BoundDocument[] {
    const known = this.#inspection?.config;
    this.#bound ??= known
      ? [{ document: this.document, root: known.root, point: known.spec.point }]
      : bindTexts(this.document, this.kind);
    return this.#bound;
  }

  /** The first document seen through the language. */
  get root(): Binding | undefined {
    return this.bound[0]?.root;
  }

  /** The document at an offset. */
  boundAt(offset: number): BoundDocument | undefined {
    return this.bound.find(({ root: { node } }) => node.range.start <= offset && offset <= node.range.end);
  }

  get names(): readonly Name[] {
    this.#names ??=
      this.bound.length > 0
        ? this.bound.flatMap(({ document, root }) => namesOf(document, root))
        : namesOf(this.document, undefined);
    return this.#names;
  }

  /** Local files that the config includes, as it calls them. */
  get includes(): readonly string[] {
    // Most configs include nothing, and need not be read for it.
    if (this.#includes !== undefined) return this.#includes;
    const may =
      this.kind === 'butane' && /\blocal\b/.test(this.text.text) && /\b(?:merge|replace)\b/.test(this.text.text);
    this.#includes = may && !this.isTooLong && this.root ? includesOf(this.root) : [];
    return this.#includes;
  }

  get host(): LocalHost {
    this.#host ??= this.#makeHost(this.document);
    return this.#host;
  }

  get inspection(): Inspection {
    this.#inspection ??= this.isTooLong
      ? { document: this.document, verdict: [], diagnostics: [], linted: [] }
      : inspect(this.document, this.kind, this.host);
    return this.#inspection;
  }

  /** Texts of other languages in this one. */
  get parts(): readonly EmbeddedPart[] {
    this.#parts ??= this.isTooLong ? [] : this.bound.flatMap(embeddedIn);
    return this.#parts;
  }

  /** The text of another language at an offset. */
  embeddedAt(offset: number): EmbeddedSpot | undefined {
    const bound = this.isTooLong ? undefined : this.boundAt(offset);
    return bound && embeddedAt(bound, offset);
  }

  /** The text with a tree that is made only when it is looked at. */
  get source(): Pick<Document, 'text' | 'root'> {
    const read = (): Document => this.document;
    return {
      text: this.text.text,
      get root() {
        return read().root;
      },
    };
  }

  /** What the config compiles to; undefined when it has errors. */
  get output(): CompiledOutput | undefined {
    const { config } = this.inspection;
    if (config === undefined || this.count('error') > 0) return undefined;
    this.#output ??= printOutput(config);
    return this.#output;
  }

  /** The same as `kindling compile` writes it: a status bar, a preview and a command ask for it. */
  get written(): CompiledOutput | undefined {
    const { config } = this.inspection;
    if (config === undefined || this.count('error') > 0) return undefined;
    this.#written ??= printOutput(config, true);
    return this.#written;
  }

  /** How many findings of this kind the compiler has. */
  count(severity: Severity): number {
    return this.inspection.verdict.filter((each) => each.severity === severity).length;
  }

  /** All findings, lints included. Those about local files are in terms of their URIs. */
  findings(options: LintOptions): Promise<readonly Diagnostic[]> {
    // A fragment has fewer lints than a whole config, and a project may make one of the other.
    if (this.#off !== options.off) this.#findings = undefined;
    this.#off = options.off;
    // The host that is judged with also says where its places are: there may be another one when the judgement is done.
    const { host } = this;
    this.#findings ??= judge(this.inspection, host, options).then((found) =>
      found.map((diagnostic) => host.withUris(diagnostic)),
    );
    return this.#findings;
  }

  get isJudged(): boolean {
    return this.#findings !== undefined;
  }

  /** Changes whenever the findings may have, and is never that of another document or reading. */
  get stamp(): string {
    return `${this.#serial}.${this.#generation}`;
  }

  /** Whether the last judgement has looked at this file. */
  reads(uri: string): boolean {
    return this.#host?.hasRead(uri) === true;
  }

  /** Forgets what files beside the document have told. */
  forgetFiles(): void {
    this.#inspection = undefined;
    this.#findings = undefined;
    this.#output = undefined;
    this.#written = undefined;
    this.#host = undefined;
    this.#generation++;
  }
}
