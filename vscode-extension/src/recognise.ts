// Which documents are this extension's business. Looks at language, name, and the head of YAML files; never at more.
import type { TextDocument } from 'vscode';
import { projectFile } from '../../lsp/src/targets-protocol.ts';

const languages: ReadonlySet<string> = new Set(['butane', 'ignition']);

/** The language is ours, or the document is a project file. */
export function isOurs(document: TextDocument): boolean {
  return languages.has(document.languageId) || isProjectFile(document);
}

export function isConfig(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === 'butane';
}

export function isProjectFile({ uri }: Pick<TextDocument, 'uri'>): boolean {
  return uri.path.endsWith(`/${projectFile}`);
}

/** Where a header is looked for: comments of a licence may stand before it. */
const headLines = 40;

/** Whether a YAML document is a Butane config by its first lines: `variant` and `version` as keys of the root. */
export function looksLikeButane(document: TextDocument): boolean {
  if (document.languageId !== 'yaml') return false;
  let hasVariant = false;
  let hasVersion = false;
  for (let line = 0; line < Math.min(headLines, document.lineCount); line++) {
    const { text } = document.lineAt(line);
    hasVariant ||= /^\ufeff?["']?variant["']?[ \t]*:[ \t]*["']?(?:fcos|flatcar|openshift|r4e|fiot)\b/.test(text);
    hasVersion ||= /^["']?version["']?[ \t]*:/.test(text);
  }
  return hasVariant && hasVersion;
}
