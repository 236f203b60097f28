// What the client can do, as far as the server cares: read once from its capabilities, with doubt.
import { asRecord } from './settings.ts';
import type { Encoding } from './text-document.ts';

export interface ClientTraits {
  readonly encoding: Encoding;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly watchesFiles: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly takesSnippets: boolean;
  readonly takesMarkdown: boolean;
  readonly takesDocumentChanges: boolean;
  readonly resolvesDocumentation: boolean;
  readonly nestsSymbols: boolean;
  readonly relatesDiagnostics: boolean;
  readonly describesCodes: boolean;
  readonly tagsDiagnostics: boolean;
  readonly foldsLinesOnly: boolean;
}

const encodings: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies readonly Encoding[];

/** `capabilities`: what the client sent. The encoding is the first of its list that we know. */
export function clientTraits(capabilities: unknown): ClientTraits {
  const at = (...path: readonly string[]): unknown => dig(capabilities, path);
  const has = (...path: readonly string[]): boolean => at(...path) === true;
  const includes = (value: string, ...path: readonly string[]): boolean => {
    const list = at(...path);
    return Array.isArray(list) && list.includes(value);
  };
  const offered = at('general', 'positionEncodings');
  const encoding = Array.isArray(offered) ? offered.find((each) => encodings.includes(each)) : undefined;
  const diagnostic = at('textDocument', 'publishDiagnostics');
  return {
    encoding: (encoding as Encoding | undefined) ?? 'utf-16',
    pullsDiagnostics: at('textDocument', 'diagnostic') !== undefined,
    refreshesDiagnostics: has('workspace', 'diagnostics', 'refreshSupport'),
    watchesFiles: has('workspace', 'didChangeWatchedFiles', 'dynamicRegistration'),
    hasConfiguration: has('workspace', 'configuration'),
    registersConfiguration: has('workspace', 'didChangeConfiguration', 'dynamicRegistration'),
    takesSnippets: has('textDocument', 'completion', 'completionItem', 'snippetSupport'),
    takesMarkdown: includes('markdown', 'textDocument', 'hover', 'contentFormat'),
    takesDocumentChanges: has('workspace', 'workspaceEdit', 'documentChanges'),
    resolvesDocumentation: includes(
      'documentation',
      'textDocument',
      'completion',
      'completionItem',
      'resolveSupport',
      'properties',
    ),
    nestsSymbols: has('textDocument', 'documentSymbol', 'hierarchicalDocumentSymbolSupport'),
    relatesDiagnostics: asRecord(diagnostic).relatedInformation === true,
    describesCodes: asRecord(diagnostic).codeDescriptionSupport === true,
    tagsDiagnostics: asRecord(diagnostic).tagSupport !== undefined,
    foldsLinesOnly: has('textDocument', 'foldingRange', 'lineFoldingOnly'),
  };
}

function dig(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at: unknown, step) => asRecord(at)[step], value);
}
