// What a text is, by what its editor calls it, by its name, and by what stands in it. Never reads the whole of a long text.
import { isButaneName } from '../butane-name.ts';
import { projectFile } from '../project/project-file.ts';

export type TextKind = 'butane' | 'ignition' | 'machine-config' | 'project' | 'other';

/** Where headers are looked for. */
const headLength = 20_000;

/** `languageId`: the editor's; `''` when nobody said. */
export function recognise(uri: string, languageId: string, text: string): TextKind {
  const name = fileName(uri);
  if (name === projectFile) return 'project';
  if (languageId === 'butane' || isButaneName(name)) return 'butane';
  if (languageId === 'ignition' || /\.ign$/i.test(name)) return 'ignition';
  const head = text.slice(0, headLength);
  if (/^\ufeff?\s*\{/.test(head)) return jsonKind(head);
  if (/^kind:[ \t]+["']?MachineConfig\b/m.test(head)) return 'machine-config';
  const isButane = /^["']?variant["']?[ \t]*:/m.test(head) && /^["']?version["']?[ \t]*:/m.test(head);
  return isButane ? 'butane' : 'other';
}

function jsonKind(head: string): TextKind {
  if (/"kind"\s*:\s*"MachineConfig"/.test(head)) return 'machine-config';
  if (/"variant"\s*:/.test(head) && /"version"\s*:/.test(head)) return 'butane';
  return /"ignition"\s*:\s*\{[^{}]*"version"\s*:\s*"\d/.test(head) ? 'ignition' : 'other';
}

function fileName(uri: string): string {
  const path = uri.replace(/[?#].*$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
