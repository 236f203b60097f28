// What Kindling says of a single quadlet, by the kinds that the generator's messages have.
import { quadletLanguage } from '../../compiler/src/embedded/quadlet/service.ts';
import { unitFileName } from '../../compiler/src/embedded/unit-syntax/unit-file-name.ts';
import { viewOfText } from '../../compiler/src/embedded/unit-syntax/views.ts';
import { runOnProject } from '../../compiler/src/lint/run-project-rules.ts';
import type { QuadletKind } from './quadlet-generator.ts';
import type { UnitInput } from './systemd-verify.ts';

const kinds: { readonly [code: string]: QuadletKind } = {
  'quadlet-key-unknown': 'key',
  'quadlet-key-misplaced': 'key',
  'quadlet-key-too-new': 'key',
  'quadlet-key-required': 'required',
  'quadlet-keys-conflict': 'conflict',
  'quadlet-service-invalid': 'service',
  'quadlet-reference-missing': 'reference',
  'quadlet-image-unqualified': 'image',
  'unit-header-invalid': 'syntax',
  'unit-line-stray': 'syntax',
  'unit-outside-section': 'syntax',
};

/** A project that knows of nothing but its one file. */
const alone = {
  scope: { manager: 'system' as const },
  shipped: new Set<string>(),
  fileModes: new Map<string, number>(),
};

export interface OurQuadletFinding {
  readonly kind: QuadletKind;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

export function ourQuadletFindings({ name, text }: UnitInput, podman: string): readonly OurQuadletFinding[] {
  const input = { path: `/etc/containers/systemd/${name}`, text };
  const { unit, type, template, instance } = unitFileName(input.path);
  const state = { enabled: undefined, isMasked: false, isInConfig: true, isElsewhere: false, isLinked: false };
  const own = { name: unit, type, template, instance, own: viewOfText(input), dropins: [], ...state };
  const quadlets = new Map([[unit, own]]);
  const project = { units: new Map(), quadlets, generated: new Map(), isKnown: () => true, isOpen: false, ...alone };
  const whole = runOnProject(project, { podman }).map(({ finding }) => finding);
  return [...quadletLanguage.diagnose(input, { podman }), ...whole].map(({ definition, severity, message }) => {
    const { code } = definition;
    return { kind: kinds[code] ?? 'value', code, severity: severity ?? definition.severity, message };
  });
}
