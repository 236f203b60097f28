// Writes the settings into the manifest and their English texts into package.nls.json, from the server's and the extension's own
// pages. Run by the build from the root of the repository; writes nothing when nothing has changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { defaultSettings, settingPages } from '../lsp/src/settings.ts';
import { type ExtensionSetting, extensionSettings } from './settings.ts';

const manifestPath = 'vscode-extension/package.json';
const textsPath = 'vscode-extension/package.nls.json';

interface Manifest {
  contributes: { configuration: { title: string; properties: Record<string, object> } };
}

const texts = new Map<string, string>();
const properties: Record<string, object> = {};

for (const [name, page] of Object.entries(settingPages)) {
  // What the server calls a default must be what the editor shows as one.
  const standard = Object.entries(defaultSettings).find(([key]) => key === name)?.[1];
  // The server asks once and for all folders.
  add(name, { ...page, default: standard, scope: 'window' });
}
for (const [name, page] of Object.entries<ExtensionSetting>(extensionSettings)) add(name, page);

function add(
  name: string,
  page: Omit<ExtensionSetting, 'default' | 'type'> & { type: string; default?: unknown },
): void {
  const key = `setting.${name}`;
  texts.set(key, page.doc);
  properties[`kindling.${name}`] = {
    type: page.type,
    ...(page.values ? { enum: page.values } : {}),
    default: page.default,
    ...(page.type === 'number' ? { minimum: page.least ?? 0 } : {}),
    scope: page.scope ?? 'resource',
    markdownDescription: `%${key}%`,
  };
}

const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
manifest.contributes.configuration.properties = properties;
// A single array or object of short words stands in one line, as the formatter would have it: compared without white space.
writeIfOther(manifestPath, manifest);

const known = JSON.parse(readFileSync(textsPath, 'utf8')) as Record<string, string>;
const others = Object.entries(known).filter(([key]) => !key.startsWith('setting.'));
writeIfOther(textsPath, Object.fromEntries([...others, ...texts]));

function writeIfOther(path: string, value: object): void {
  const before = JSON.parse(readFileSync(path, 'utf8')) as object;
  if (JSON.stringify(before) !== JSON.stringify(value)) writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
