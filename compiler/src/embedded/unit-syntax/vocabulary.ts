// The words that a language of unit files knows, for completion and hover: what to propose and what to say about it.

export interface Vocabulary {
  /** Sections that a file of this type may have. */
  sections(type: string): readonly string[];
  /** Keys of a section, without those that nobody should use any more. */
  keys(section: string, releases: { readonly systemd?: number; readonly podman?: string }): readonly string[];
  /** Markdown about a section or a key of it; undefined when there is no such thing. */
  doc(section: string, key?: string): string | undefined;
  /** Values to propose. */
  values(section: string, key: string): readonly string[];
}
