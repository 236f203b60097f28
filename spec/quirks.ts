// Behaviour of the reference that differs between specs and is no matter of fields: frozen oddities of old versions, each
// with a name and the interval in which it holds. Code asks for the name, never for a version.
import { isOpen, type Point } from './gate.ts';
import type { Gate } from './model.ts';

interface Quirk {
  readonly gate: Gate;
  readonly doc: string;
}

const quirks = {
  inlineOnlyPercent: {
    gate: { base: { until: '3.1.0' } },
    doc: 'inline text is always percent-escaped, never base64 or gzip, and no compression is written',
  },
  noAutomaticGzip: {
    gate: { openshift: { until: '4.10.0' } },
    doc: 'inline and local contents are never packed: the Machine Config Operator could not read packed files',
  },
  swapIsMounted: {
    gate: { base: { until: '3.3.0' } },
    doc: 'with_mount_unit makes a mount unit of swap areas too, and wants a path for them',
  },
  remoteMounts: {
    gate: { base: { since: '3.2.0' } },
    doc: 'file systems on LUKS volumes with Tang are mounted with _netdev by remote-fs.target',
  },
  fipsCipher: {
    gate: { openshift: { until: '4.20.0' } },
    doc: 'fips adds an approved cipher to LUKS volumes that name none',
  },
  grubAsContents: {
    gate: { openshift: { since: '4.23.0' } },
    doc: "grub users become the file's contents, because MachineConfigs cannot append",
  },
} as const satisfies Record<string, Quirk>;

export type QuirkName = keyof typeof quirks;

/** Whether a spec has an oddity. */
export function hasQuirk(name: QuirkName, point: Point): boolean {
  return isOpen(quirks[name].gate, point);
}
