// Compares configs by what they mean: contents unpacked, entries by their keys.
import { gunzipSync } from 'node:zlib';
import { compareVersions } from '../../../spec/gate.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Config } from '../../src/config.ts';
import { type Change, diffObjects } from '../../src/project/diff.ts';
import { type Fragment, readFragments } from '../../src/project/fragment.ts';
import { type MergeResult, pointOf } from '../../src/project/merged.ts';

const mebibyte = 1024 * 1024;
/** More than any machine writes of one file. */
const largestPayload = 256 * mebibyte;

export function gunzip(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestPayload });
  } catch {
    return undefined;
  }
}

type Side = Pick<MergeResult, 'config' | 'version'>;

/** The changes from one config to another. Either may be absent. */
export function diffResults(before: Side | undefined, after: Side | undefined): readonly Change[] {
  const sides = [before, after].filter((side) => side !== undefined);
  const newest = sides
    .map(({ version }) => version)
    .sort((one, other) => compareVersions(one.version, other.version))
    .at(-1);
  if (newest === undefined) return [];
  return diffObjects(configOf(before), configOf(after), configSpec, pointOf(newest), gunzip);
}

function configOf(side: Side | undefined): Config | undefined {
  return side?.config;
}

/** Whether a file that was written means the same as a new text for it. `name` says by its ending what it is. */
export function meansSame(written: string, fresh: string, name: string): boolean {
  if (written === fresh) return true;
  const [before, after] = [single(written, name), single(fresh, name)];
  if (before === undefined || after === undefined) return false;
  return diffResults(before, after).length === 0;
}

function single(text: string, name: string): Side | undefined {
  const fragments = readFragments(text, name, {});
  return fragments.length === 1 ? sideOf(fragments[0]) : undefined;
}

function sideOf(fragment: Fragment | undefined): Side | undefined {
  const content = fragment?.content;
  const isBroken = fragment?.diagnostics.some(({ severity }) => severity === 'error');
  return content && !isBroken ? { config: content.config, version: content.ignition } : undefined;
}
