// The settings of the server as data: names, defaults, texts for those who show them. What a client sends is read with doubt:
// a setting of the wrong kind counts as absent, and is named in the log.

export interface Settings {
  /** `auto`, or a directory: absolute, or from the workspace folder. */
  readonly filesDir: string;
  readonly diagnostics: 'auto' | 'push' | 'pull' | 'off';
  /** Milliseconds of quiet before a long document is judged, at most. */
  readonly mostDelay: number;
  /** The systemd release of the machines, such as 252; 0: the newest that is known. */
  readonly systemdVersion: number;
  /** The Podman release of the machines, such as `5.4`; `''`: the newest that is known. */
  readonly podmanVersion: string;
}

export interface SettingPage {
  readonly type: 'string' | 'number';
  readonly doc: string;
  readonly values?: readonly string[];
}

export const defaultSettings: Settings = {
  filesDir: 'auto',
  diagnostics: 'auto',
  mostDelay: 300,
  systemdVersion: 0,
  podmanVersion: '',
};

export const settingPages: Readonly<Record<keyof Settings, SettingPage>> = {
  filesDir: {
    type: 'string',
    doc: 'Where local files are. `auto` takes the nearest directory above a config that has them.',
  },
  diagnostics: {
    type: 'string',
    values: ['auto', 'push', 'pull', 'off'],
    doc: 'How findings get to the editor. `auto` lets editors ask for them that can.',
  },
  mostDelay: { type: 'number', doc: 'Milliseconds of quiet before a long config is judged, at most.' },
  systemdVersion: { type: 'number', doc: 'systemd release of the machines, such as 252; 0 is the newest known.' },
  podmanVersion: { type: 'string', doc: 'Podman release of the machines, such as `5.4`; empty is the newest known.' },
};

export interface ReadSettings {
  readonly settings: Settings;
  /** Names of settings that could not be understood. */
  readonly wrong: readonly string[];
}

/** Settings from what a client sends, with or without `kindling` around them. */
export function readSettings(sent: unknown): ReadSettings {
  const outer = asRecord(sent);
  const own = asRecord(outer.kindling ?? sent);
  const wrong: string[] = [];
  const read: Record<string, unknown> = { ...defaultSettings };
  for (const [name, page] of Object.entries(settingPages)) {
    const value = own[name];
    if (value === undefined || value === null) continue;
    if (fits(value, page)) read[name] = value;
    else wrong.push(name);
  }
  // Each member is its default or has just been compared with its page.
  return { settings: read as unknown as Settings, wrong };
}

function fits(value: unknown, page: SettingPage): boolean {
  if (page.type === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= 0;
  return typeof value === 'string' && (page.values === undefined || page.values.includes(value));
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
