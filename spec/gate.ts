// Gates: the only place where versions are compared. Everything that differs between specs asks `isOpen`.
import type { Gate, Interval, Layer } from './model.ts';

/** The coordinates of a spec; an Ignition version has `base` alone. */
export type Point = { readonly [L in Layer]?: string };

const layers = ['base', 'fcos', 'openshift', 'flatcar', 'r4e', 'fiot'] as const satisfies readonly Layer[];

/** Later than all versions there will be: for what is to be known of a layer whatever its version. */
export const afterAllVersions = '99.0.0';

/** Whether a gate lets a spec through; a gate that is absent lets all through. */
export function isOpen(gate: Gate | undefined, point: Point): boolean {
  if (gate === undefined) return true;
  if (gate.except?.some((layer) => point[layer] !== undefined)) return false;
  return layers.every((layer) => {
    const interval = gate[layer];
    if (interval === undefined) return true;
    const version = point[layer];
    return version !== undefined && contains(interval, version);
  });
}

/** `nullable`, and other properties that are a yes, a no or a matter of versions. */
export function holds(property: boolean | Gate, point: Point): boolean {
  return typeof property === 'boolean' ? property : isOpen(property, point);
}

function contains(interval: Interval, version: string): boolean {
  if (interval.since !== undefined && compareVersions(version, interval.since) < 0) return false;
  return interval.until === undefined || compareVersions(version, interval.until) < 0;
}

/** Orders two versions by their three numbers; `1.8.0-experimental` counts as 1.8.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const parsed = new Map<string, readonly number[]>();

function numbersOf(version: string): readonly number[] {
  let numbers = parsed.get(version);
  if (numbers === undefined) {
    numbers = (version.split('-')[0] ?? '').split('.').map(Number);
    parsed.set(version, numbers);
  }
  return numbers;
}
