// What an embedded language is: a text inside a config that has a grammar of its own. A language claims places, is loaded
// when the first of its texts is looked at, and answers in offsets of its own text: it knows no YAML and no config around it.
import type { FieldRole } from '../../../spec/model.ts';
import type { DiagnosticDefinition } from '../diagnostic/definition.ts';
import type { Severity } from '../diagnostic/diagnostic.ts';
import type { SourceRange } from '../text/range.ts';

/** Where a text stands: in which field, and as which file it will lie on the machine. */
export interface EmbeddedPlace {
  /** Absent for the contents of a plain file. */
  readonly role?: FieldRole;
  /** The path on the machine, such as `/etc/systemd/system/app.service.d/10-env.conf`; empty for what is no file there. */
  readonly path: string;
}

/** The text with what it is called: all that a language sees. */
export interface EmbeddedText {
  readonly path: string;
  readonly text: string;
}

/** `compiler/src/embedded/<name>/language.ts`, found through a generated index. */
export interface LanguageDeclaration {
  readonly name: string;
  /** Its texts are Ignition configs, with texts of other languages inside them. */
  readonly isConfig?: true;
  claims(place: EmbeddedPlace): boolean;
  load(): Promise<EmbeddedLanguage>;
}

/** Releases of the programs that will read the texts; absent: the newest that is known. */
export interface Releases {
  /** Of systemd, such as 252. */
  readonly systemd?: number;
  /** Of Podman, such as `5.4`. */
  readonly podman?: string;
}

export interface InnerNote {
  readonly message: string;
  readonly range?: SourceRange;
}

/** A finding inside a text. */
export interface InnerFinding {
  readonly definition: DiagnosticDefinition;
  readonly range: SourceRange;
  readonly message: string;
  readonly severity?: Severity;
  readonly notes?: readonly InnerNote[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface InnerCompletion {
  readonly label: string;
  readonly kind: 'section' | 'key' | 'value' | 'name';
  /** What it replaces. */
  readonly range: SourceRange;
  /** Without line breaks. */
  readonly insert: string;
  /** The same with places to fill in, in the syntax of LSP. */
  readonly snippet?: string;
  /** What is compared with what is typed, where that is not the label. */
  readonly filter?: string;
  /** Completions go by rank, 1 where there is none, and then as they come. */
  readonly rank?: number;
  readonly detail?: string;
  /** Markdown. */
  readonly doc?: string;
  /** More can be completed behind it. */
  readonly goesOn?: boolean;
}

export interface InnerHover {
  readonly range: SourceRange;
  /** Markdown. */
  readonly text: string;
}

export interface InnerSymbol {
  readonly name: string;
  readonly kind: 'section' | 'key' | 'item' | 'file' | 'directory' | 'link' | 'unit' | 'user' | 'group' | 'disk';
  readonly detail?: string;
  readonly range: SourceRange;
  readonly nameRange: SourceRange;
  readonly children: readonly InnerSymbol[];
}

export interface InnerToken {
  readonly kind: 'section' | 'key' | 'operator' | 'value' | 'number' | 'word' | 'specifier' | 'comment';
  readonly range: SourceRange;
}

/** A name of something that is defined elsewhere. */
export interface InnerReference {
  /** As it counts: the generated name of a unit for a quadlet. */
  readonly name: string;
  /** What names it: a directive such as `After`; in a config what it is the name of, such as `user`. */
  readonly relation: string;
  readonly range: SourceRange;
}

export interface InnerEdit {
  readonly range: SourceRange;
  readonly text: string;
}

/** What a loaded language answers. All offsets are those of the text. None of these throws, whatever the text. */
export interface EmbeddedLanguage {
  diagnose(text: EmbeddedText, releases: Releases): readonly InnerFinding[];
  complete(text: EmbeddedText, offset: number, releases: Releases): readonly InnerCompletion[];
  hover(text: EmbeddedText, offset: number): InnerHover | undefined;
  symbols(text: EmbeddedText): readonly InnerSymbol[];
  tokens(text: EmbeddedText): readonly InnerToken[];
  references(text: EmbeddedText): readonly InnerReference[];
  format(text: EmbeddedText): readonly InnerEdit[];
  /** What can be folded; absent: what its symbols span. */
  folds?(text: EmbeddedText): readonly SourceRange[];
}
