// The settings that the extension has beside the server's: names, defaults, texts. The manifest is made of both by `generate.ts`.
// Never read at run time: the editor knows them from the manifest.

export interface ExtensionSetting {
  readonly type: 'string' | 'number' | 'boolean';
  readonly doc: string;
  readonly default: string | number | boolean;
  readonly values?: readonly string[];
  readonly least?: number;
  /** Who may set it; a program's path is no business of a workspace's file that came from elsewhere. */
  readonly scope?: 'resource' | 'window' | 'machine-overridable';
}

export const extensionSettings = {
  sizeLimit: {
    type: 'number',
    default: 0,
    least: 0,
    scope: 'resource',
    doc: 'Bytes that the compiled output may have, such as 16384 for the user data of some clouds; the status bar warns above it. 0 is no limit.',
  },
  'preview.followCursor': {
    type: 'boolean',
    default: true,
    scope: 'window',
    doc: 'Whether the preview shows what the line of the cursor becomes.',
  },
  cliPath: {
    type: 'string',
    default: '',
    scope: 'machine-overridable',
    doc: 'The `kindling` program for tasks. Empty: the one that comes with the extension.',
  },
  'trace.server': {
    type: 'string',
    default: 'off',
    values: ['off', 'messages', 'verbose'],
    scope: 'window',
    doc: 'Whether the messages between editor and server are logged. Verbose logs hold the texts of documents.',
  },
} as const satisfies Readonly<Record<string, ExtensionSetting>>;
