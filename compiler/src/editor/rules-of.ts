// By which rules a text is to be read while it is typed: variant and version are looked for in its lines, so that a broken
// document, or one with half a version, has rules too.
import { nearestSpec } from '../../../spec/nearest.ts';
import { ignitionSpecs, newestStable, resolveSpec, specs } from '../../../spec/resolve.ts';
import { project } from '../../../spec/shapes/project.ts';
import { namedVersion } from '../ignition-version.ts';
import { readIgnition } from '../validate-ignition.ts';
import { machineConfigRules } from './machine-config.ts';
import type { Rules } from './places.ts';
import type { TextKind } from './recognise.ts';

/** A header is found at the top; nobody looks for it in a megabyte of text. */
const headerLength = 20_000;

/** The rules for a text, as good as they can be guessed. Fedora CoreOS is what most configs are for. */
export function rulesOf(text: string, kind: TextKind = 'butane'): Rules {
  if (kind === 'project') return { point: {}, side: 'source', root: project };
  const head = text.slice(0, headerLength);
  if (kind === 'machine-config') return machineConfigRules(head);
  if (kind === 'ignition') return ignitionRules(head);
  const isJson = /^\ufeff?\s*\{/.test(head);
  const variant = headerValue(head, 'variant', isJson) ?? '';
  if (isJson && variant === '') return ignitionRules(head);
  const version = headerValue(head, 'version', isJson) ?? '';
  const spec =
    resolveSpec(variant, version) ?? nearestSpec(variant, version) ?? newestStable('fcos') ?? specs[specs.length - 1];
  return spec ? { point: spec.point, side: 'source', spec } : { point: {}, side: 'source' };
}

function ignitionRules(head: string): Rules {
  const known = namedVersion(readIgnition(head, '')) ?? ignitionSpecs.findLast(({ experimental }) => !experimental);
  return { point: known?.point ?? {}, side: 'output' };
}

function headerValue(head: string, key: string, isJson: boolean): string | undefined {
  const pattern = isJson
    ? new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`)
    : new RegExp(`^\\ufeff?["']?${key}["']?[ \\t]*:[ \\t]+["']?([^\\s"'#]+)`, 'm');
  return pattern.exec(head)?.[1];
}
