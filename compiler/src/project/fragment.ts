// A fragment: one config that takes part in a merge, whatever it is written in. Reads it, compiles or validates it by its own
// variant and version, and says what was found. Never looks at other fragments.
import type { IgnitionSpec, Spec } from '../../../spec/resolve.ts';
import { analyze } from '../analyze.ts';
import { isButaneName } from '../butane-name.ts';
import type { Config } from '../config.ts';
import fragmentEncoding from '../diagnostic/codes/fragment-encoding.ts';
import fragmentUnreadable from '../diagnostic/codes/fragment-unreadable.ts';
import { type DiagnosticPlace, report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import type { Host } from '../host.ts';
import { laterDocumentFindings } from '../later-document.ts';
import { readDocument } from '../read-document.ts';
import { invalidUtf8At } from '../text/utf8.ts';
import { readIgnition, validateIgnition } from '../validate-ignition.ts';
import { carriedConfigs, withoutMerges } from './carried-configs.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { type IncludeOptions, readIncludes } from './includes.ts';
import { isMachineConfig, readMachineConfigs } from './machine-config.ts';

export interface Fragment {
  /** The host's name of the file. */
  readonly name: string;
  readonly kind: 'butane' | 'ignition' | 'machine-config';
  readonly document: Document;
  /** What its own compiler or validator says. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when it says of no version by which it could be read. */
  readonly content?: FragmentContent;
}

export interface FragmentContent {
  /** The Ignition version that it is written in, or that it compiles to. */
  readonly ignition: IgnitionSpec;
  /** Of a Butane config. */
  readonly spec?: Spec;
  /** Of a Butane config: as it is written. */
  readonly source?: Config;
  /** The Ignition config; beside it `metadata` and `openshift` where it is, or compiles to, a MachineConfig. */
  readonly config: Config;
  /** Where the version is written. */
  readonly versionPlace: DiagnosticPlace;
  readonly isMachineConfig: boolean;
  /** Keys of a MachineConfig that are read, but not merged. */
  readonly unmerged?: readonly DiagnosticPlace[];
}

/** What serves a fragment's local files: a host, or one that depends on what the document asks for. */
export type HostOf = Host | ((document: Document) => Host);

/**
 * Reads the fragments of one file: one, or as many as there are MachineConfigs in it; with flattened includes also what it
 * includes. Without `includes`, included files are embedded as they are, as the reference does it.
 */
export function readFragments(
  input: string | Uint8Array,
  name: string,
  host: HostOf,
  includes?: IncludeOptions,
): readonly Fragment[] {
  const kind = kindOf(name, input);
  if (kind === 'ignition') return withCarried(readIgnitionFragment(input, name), includes);
  const document = readDocument(input, name);
  if (kind === 'machine-config' || isMachineConfig(document)) {
    return readMachineConfigs(document).flatMap((fragment) => withCarried(fragment, includes));
  }
  const own = typeof host === 'function' ? host(document) : host;
  if (includes === undefined) return [readButaneFragment(document, own)];
  return withIncludes(document, own, includes);
}

/** A file that could not be read, as a fragment that says so. `why`: `no such file or directory`. */
export function unreadableFragment(name: string, why: string): Fragment {
  const document = readDocument('', name);
  const place = { location: { uri: name, range: { start: 0, end: 0 } }, path: [] };
  const message = `cannot read the fragment \`${name}\`: ${why}`;
  return { name, kind: 'ignition', document, diagnostics: [report(fragmentUnreadable, place, message)] };
}

/** Whether a fragment's own errors keep it from being used. */
export function isRefused({ content, diagnostics }: Fragment): boolean {
  return content === undefined || diagnostics.some(({ severity }) => severity === 'error');
}

/** What a file is, by its name or, where that says nothing, by its first character. YAML may still be either. */
function kindOf(name: string, input: string | Uint8Array): Fragment['kind'] {
  if (/\.ign$/i.test(name)) return 'ignition';
  if (isButaneName(name)) return 'butane';
  const start = typeof input === 'string' ? input.slice(0, sample) : String.fromCharCode(...input.subarray(0, sample));
  if (!/^(\xef\xbb\xbf|\ufeff)?\s*\{/.test(start)) return 'butane';
  return /"kind"\s*:\s*"MachineConfig"|^\S{0,3}\s*\{\s*"apiVersion"\s*:/.test(start)
    ? 'machine-config'
    : /"variant"\s*:/.test(start)
      ? 'butane'
      : 'ignition';
}

const sample = 4096;

function withIncludes(document: Document, host: Host, options: IncludeOptions): readonly Fragment[] {
  const read = readIncludes(document, host, options, readFragments);
  const fragment = readButaneFragment(document, read.host);
  const own = fragment.diagnostics.filter((diagnostic) => !read.repeats(diagnostic));
  return withCarried({ ...fragment, diagnostics: [...own, ...read.diagnostics] }, options, read.flattened);
}

/** A fragment and, where configs are to be flattened, those that it includes and carries, in the order in which it names them. */
function withCarried(
  fragment: Fragment,
  options: IncludeOptions | undefined,
  included: ReadonlyMap<number, readonly Fragment[]> = new Map(),
): readonly Fragment[] {
  if (options?.mode !== 'flatten') return [fragment];
  const { byIndex, diagnostics } = carriedConfigs(fragment, options.opener, readIgnitionFragment);
  const whole = { ...fragment, diagnostics: [...fragment.diagnostics, ...diagnostics] };
  return withoutMerges(whole, new Map([...included, ...byIndex]));
}

function readButaneFragment(document: Document, host: Host): Fragment {
  const { diagnostics, config } = analyze(document, host);
  const found = [...diagnostics, ...laterDocumentFindings(document, 'warning')];
  const fragment = { name: document.uri, kind: 'butane', document, diagnostics: found } as const;
  if (config === undefined) return fragment;
  const { spec, root, source, output } = config;
  return {
    ...fragment,
    content: {
      ignition: spec.ignition,
      spec,
      source,
      config: output,
      versionPlace: root.at('version'),
      isMachineConfig: spec.wrapper === 'machine-config',
    },
  };
}

function readIgnitionFragment(input: string | Uint8Array, name: string): Fragment {
  const document = readIgnition(input, name);
  const { diagnostics, version, root, config } = validateIgnition(document);
  const found = [...encodingFaults(input, document), ...diagnostics, ...duplicateKeys(document)];
  const fragment = { name, kind: 'ignition', document, diagnostics: found } as const;
  if (version === undefined || root === undefined || config === undefined) return fragment;
  const versionPlace = root.at('ignition', 'version');
  return { ...fragment, content: { ignition: version, config, versionPlace, isMachineConfig: false } };
}

/** Ignition reads bad bytes as U+FFFD in silence; that this is what somebody wants is hard to believe. */
function encodingFaults(input: string | Uint8Array, { uri, text }: Document): readonly Diagnostic[] {
  if (typeof input === 'string') return [];
  const at = invalidUtf8At(input, 0);
  if (at >= input.length) return [];
  const start = Math.max(0, text.indexOf('\ufffd'));
  const place = { location: { uri, range: { start, end: Math.min(start + 1, text.length) } }, path: [] };
  return [report(fragmentEncoding, place, `byte ${at + 1} of the file is not UTF-8; save the file as UTF-8`)];
}
