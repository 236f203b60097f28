// Configs that a Butane config includes by `ignition.config.merge[].local` and `replace.local`. The reference embeds such files as
// they are; here a Butane config among them is compiled first, or its content becomes a fragment beside the including one. Says
// what is wrong with an include, with the chain that leads to it. Reads files through the host only.
import { compareVersions } from '../../../spec/gate.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { append } from '../append.ts';
import { bind } from '../bind.ts';
import { isButaneName } from '../butane-name.ts';
import type { Resource } from '../config.ts';
import { decode } from '../decode.ts';
import includeCycle from '../diagnostic/codes/include-cycle.ts';
import includeInvalid from '../diagnostic/codes/include-invalid.ts';
import includeVersion from '../diagnostic/codes/include-version.ts';
import localUnreadable from '../diagnostic/codes/local-unreadable.ts';
import { type DiagnosticDefinition, report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { readHeader } from '../header.ts';
import { type Host, type InputError, isInputError } from '../host.ts';
import type { OutText } from '../output/nodes.ts';
import { joinPath, pathBelow } from '../text/clean-path.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import type { Opener } from './carried-configs.ts';
import type { Fragment } from './fragment.ts';
import { printMerged } from './merged.ts';

/** What is done with included configs. `embed`: compiled and carried inside; `flatten`: fragments like all others. */
export type IncludeMode = 'embed' | 'flatten';

export interface IncludeOptions {
  readonly mode: IncludeMode;
  /** What a file below the files directory is called in findings. */
  readonly nameOf?: (root: string, path: string) => string;
  /** The paths of the configs that led here, outermost first. */
  readonly chain?: readonly string[];
  /** Opens configs that are packed, or have a hash. */
  readonly opener?: Opener;
}

/** Reads an included file as a fragment of its own. */
export type ReadInclude = (input: Uint8Array, name: string, host: Host, options: IncludeOptions) => readonly Fragment[];

export interface Includes {
  /** Serves compiled configs in place of the included ones. */
  readonly host: Host;
  /** Which entries of `merge` have become fragments: each with what it includes, innermost last. */
  readonly flattened: ReadonlyMap<number, readonly Fragment[]>;
  /** The findings about including, and those in what is embedded. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a finding of the including config only repeats one of these. */
  repeats(diagnostic: Diagnostic): boolean;
}

/** Looks after the includes of a config that is called `path`. */
export function readIncludes(document: Document, host: Host, options: IncludeOptions, read: ReadInclude): Includes {
  const reader = new IncludeReader(document, host, options, read);
  for (const { local, index } of includesOf(document)) reader.add(local, index);
  return reader.result();
}

interface Include {
  readonly local: OutText;
  /** Its index in `merge`; undefined for `replace`. */
  readonly index: number | undefined;
}

function includesOf(document: Document): readonly Include[] {
  // Binding a config twice costs; most of them include nothing.
  if (!/\blocal\b/.test(document.text) || !/\b(merge|replace)\b/.test(document.text)) return [];
  const { spec } = readHeader(document);
  if (spec === undefined) return [];
  const source = decode(bind(document, configSpec, spec.point, 'source').root, configSpec, spec.point);
  const { merge, replace } = source.fields.ignition?.fields.config?.fields ?? {};
  const include = (resource: Resource | undefined, index: number | undefined): readonly Include[] => {
    const local = resource?.fields.local;
    return local === undefined || local.value === '' ? [] : [{ local, index }];
  };
  return [...(merge?.items ?? []).flatMap((item, index) => include(item, index)), ...include(replace, undefined)];
}

class IncludeReader {
  readonly #document: Document;
  readonly #host: Host;
  readonly #options: IncludeOptions;
  readonly #read: ReadInclude;
  readonly #served = new Map<string, Uint8Array | InputError>();
  readonly #flattened = new Map<number, readonly Fragment[]>();
  readonly #diagnostics: Diagnostic[] = [];
  /** Where an include failed, as offsets of its name. */
  readonly #failed = new Set<number>();

  constructor(document: Document, host: Host, options: IncludeOptions, read: ReadInclude) {
    this.#document = document;
    this.#host = host;
    this.#options = options;
    this.#read = read;
  }

  add(local: OutText, index: number | undefined): void {
    const { inputs } = this.#host;
    if (inputs === undefined) return;
    const path = pathBelow(inputs.root, local.value);
    // Names that lead out of the directory are reported where they are used.
    if (path === undefined) return;
    const full = joinPath(inputs.root, path);
    const chain = this.#options.chain ?? [];
    if (chain.includes(full)) {
      this.#fail(
        includeCycle,
        local,
        path,
        `\`${local.value}\` includes itself: ${[...chain.slice(chain.indexOf(full)), full].map((each) => `\`${this.#nameOf(each)}\``).join(' → ')}`,
      );
      return;
    }
    const bytes = inputs.file(path);
    if (isInputError(bytes)) return;
    const mayFlatten = this.#options.mode === 'flatten' && index !== undefined;
    if (!mayFlatten && !isButane(path, bytes)) return;
    const name = this.#nameOf(full);
    const options = {
      ...this.#options,
      chain: [...chain, full],
      mode: mayFlatten ? this.#options.mode : 'embed',
    } as const;
    const fragments = this.#read(bytes, name, this.#host, options).map((each) => this.#withChain(each, local));
    if (!this.#areUsable(fragments, local, path)) return;
    if (mayFlatten) this.#flattened.set(index, fragments);
    else this.#embed(fragments, path);
  }

  result(): Includes {
    const { inputs } = this.#host;
    const served = this.#served;
    const host: Host = inputs
      ? { ...this.#host, inputs: { ...inputs, file: (path) => served.get(path) ?? inputs.file(path) } }
      : this.#host;
    return {
      host,
      flattened: this.#flattened,
      diagnostics: this.#diagnostics,
      repeats: ({ code, location }) => code === localUnreadable.code && this.#failed.has(location.range.start),
    };
  }

  #areUsable(fragments: readonly Fragment[], local: OutText, path: string): boolean {
    const bad = fragments.find(({ content, diagnostics, kind }) => {
      return (
        content === undefined ||
        kind === 'machine-config' ||
        content.isMachineConfig ||
        diagnostics.some(({ severity }) => severity === 'error')
      );
    });
    if (bad !== undefined) {
      for (const { diagnostics } of fragments) append(this.#diagnostics, diagnostics);
      const isWrapped = bad.kind === 'machine-config' || bad.content?.isMachineConfig === true;
      const why = isWrapped ? 'it is a MachineConfig, which Ignition cannot merge' : 'it has errors';
      this.#fail(includeInvalid, local, path, `\`${local.value}\` cannot be included: ${why}`);
      return false;
    }
    const { spec } = readHeader(this.#document);
    const newer = fragments.find(({ content }) => {
      return spec && content && compareVersions(content.ignition.version, spec.ignition.version) > 0;
    });
    if (newer?.content === undefined || spec === undefined || this.#options.mode === 'flatten') return true;
    const notes = [{ message: 'the version of the included config', location: newer.content.versionPlace.location }];
    const message = `\`${local.value}\` is of Ignition ${newer.content.ignition.version}, and this config only of ${spec.ignition.version}; raise the version of this one`;
    this.#fail(includeVersion, local, path, message, notes);
    return false;
  }

  #embed(fragments: readonly Fragment[], path: string): void {
    const [fragment] = fragments;
    if (fragment?.content === undefined) return;
    const { config, ignition } = fragment.content;
    const { text } = printMerged({ config, version: ignition, isMachineConfig: false }, 'ignition');
    this.#served.set(path, encodeUtf8(text));
    for (const { diagnostics } of fragments) append(this.#diagnostics, diagnostics);
  }

  #fail(
    definition: DiagnosticDefinition,
    local: OutText,
    path: string,
    message: string,
    notes: Diagnostic['notes'] = [],
  ): void {
    this.#served.set(path, { problem: 'failed' });
    this.#failed.add(local.origin.location.range.start);
    this.#diagnostics.push(report(definition, local.origin.at(), message, { notes }));
  }

  #withChain(fragment: Fragment, local: OutText): Fragment {
    const note = { message: 'it is included here', location: local.origin.location };
    const diagnostics = fragment.diagnostics.map((each) => ({ ...each, notes: [...(each.notes ?? []), note] }));
    return { ...fragment, diagnostics };
  }

  #nameOf(full: string): string {
    const root = this.#host.inputs?.root ?? '';
    return this.#options.nameOf?.(root, full) ?? full;
  }
}

/** A Butane config, by its name or, where that says nothing, by its variant. */
function isButane(path: string, bytes: Uint8Array): boolean {
  if (isButaneName(path)) return true;
  if (/\.(ign|json)$/i.test(path)) return false;
  const start = String.fromCharCode(...bytes.subarray(0, 4096));
  return /^["']?variant["']?[ \t]*:/m.test(start);
}
