// Configs that a config carries in itself, in `ignition.config.merge`: texts in `inline`, data URLs in `source`, perhaps packed and
// with a hash. Opens them, level by level, and makes fragments of them, as Ignition would read them. All that is said of them and
// of their values is placed where they are carried. Never unpacks or hashes anything itself.
import { append } from '../append.ts';
import { splitHash } from '../checks/shared/digests.ts';
import type { Config, Resource } from '../config.ts';
import includeInvalid from '../diagnostic/codes/include-invalid.ts';
import { type DiagnosticPlace, report } from '../diagnostic/definition.ts';
import type { Diagnostic, Path, PathStep } from '../diagnostic/diagnostic.ts';
import type { Origin } from '../diagnostic/origin.ts';
import { relocate } from '../diagnostic/relocate.ts';
import { writtenText } from '../embedded/inner-place.ts';
import { decodeDataUrl } from '../output/data-url.ts';
import { withFields } from '../output/make.ts';
import type { OutNode, OutObject, OutText } from '../output/nodes.ts';
import type { Location } from '../text/range.ts';
import { type Fragment, isRefused } from './fragment.ts';

export interface Opener {
  /** gunzip of what comes to `most` bytes at most. */
  unpack(bytes: Uint8Array, most: number): Uint8Array | 'damaged' | 'too-large';
  /** In hexadecimal digits. */
  digest(name: 'sha256' | 'sha512', bytes: Uint8Array): string;
}

export interface CarriedConfigs {
  /** By the index in `merge` of the config that carries them: a config, and behind it what it carries itself. */
  readonly byIndex: ReadonlyMap<number, readonly Fragment[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text of an Ignition config, that is called `name`. */
export type ReadCarried = (input: Uint8Array, name: string) => Fragment;

const mebibyte = 1024 * 1024;
/** What all that one file carries may come to, opened: no machine takes so much, and a few packed bytes can claim it. */
export const mostCarriedBytes = 64 * mebibyte;
/** Configs in configs. Each level grows what is around it, unless it is packed. */
export const mostCarriedLevels = 16;

/** Opens what a fragment carries. `opener` is absent where nothing can be unpacked and hashed; such configs stay where they are. */
export function carriedConfigs(fragment: Fragment, opener: Opener | undefined, read: ReadCarried): CarriedConfigs {
  return new Carrying(opener, read).open(fragment, 1);
}

class Carrying {
  readonly #opener: Opener | undefined;
  readonly #read: ReadCarried;
  #left = mostCarriedBytes;

  constructor(opener: Opener | undefined, read: ReadCarried) {
    this.#opener = opener;
    this.#read = read;
  }

  open(outer: Fragment, level: number): CarriedConfigs {
    const { config, source } = outer.content ?? {};
    const merge = config?.fields.ignition?.fields.config?.fields.merge?.items ?? [];
    const written = source?.fields.ignition?.fields.config?.fields.merge?.items ?? [];
    const byIndex = new Map<number, readonly Fragment[]>();
    const diagnostics: Diagnostic[] = [];
    for (const [index, item] of merge.entries()) {
      // What is local has a file, whose name says more; it is looked after where files are.
      if ((written[index]?.fields.local?.value ?? '') !== '') continue;
      const inline = written[index]?.fields.inline;
      const place = (inline ?? item.fields.source)?.origin.at();
      const bytes = place && this.#bytesOf(item, level);
      if (place === undefined || bytes === undefined) continue;
      if (typeof bytes === 'string') {
        diagnostics.push(report(includeInvalid, place, `this config cannot be included: ${bytes}`));
        continue;
      }
      const name = `${outer.name} (${inline ? 'inline' : 'data URL'} ${index + 1})`;
      const read = relocated(this.#read(bytes, name), outer, place, inline);
      const inner = this.open(read, level + 1);
      const fragments = [...withoutMerges(read, inner.byIndex)];
      byIndex.set(index, fragments);
      append(diagnostics, inner.diagnostics);
      // Of an inline text the compiler says so by itself.
      if (inline === undefined && fragments.some(isRefused)) {
        diagnostics.push(report(includeInvalid, place, 'this config cannot be included: it has errors'));
      }
    }
    return { byIndex, diagnostics };
  }

  /** What a resource carries, or why that cannot be had; undefined when it is none of ours. */
  #bytesOf({ fields }: Resource, level: number): Uint8Array | string | undefined {
    const { source, compression, verification } = fields;
    if (source === undefined || !/^data:/i.test(source.value)) return undefined;
    const decoded = decodeDataUrl(source.value);
    // That is an error of its own.
    if ('error' in decoded) return undefined;
    if (level > mostCarriedLevels) return `configs are carried in configs more than ${mostCarriedLevels} levels deep`;
    const isPacked = compression?.value === 'gzip';
    const hash = verification?.fields.hash?.value ?? '';
    if ((isPacked || hash !== '') && this.#opener === undefined) return undefined;
    const most = `all that the file carries comes to more than ${mostCarriedBytes / mebibyte} MiB`;
    const bytes = isPacked ? this.#opener?.unpack(decoded.bytes, this.#left) : decoded.bytes;
    if (bytes === undefined || bytes === 'damaged') return 'it is not the gzip that `compression` says it is';
    if (bytes === 'too-large' || bytes.length > this.#left) return most;
    this.#left -= bytes.length;
    return this.#matches(hash, bytes) ? bytes : '`verification.hash` is that of other contents';
  }

  /** Ignition hashes what is unpacked. A hash that is none is an error of its own. */
  #matches(hash: string, bytes: Uint8Array): boolean {
    const parts = splitHash(hash);
    const name = parts?.name;
    if (name !== 'sha256' && name !== 'sha512') return true;
    return this.#opener?.digest(name, bytes) === parts?.value.toLowerCase();
  }
}

/** A fragment without the entries of `merge` that have become fragments, and those behind it, in the order of the entries. */
export function withoutMerges(
  fragment: Fragment,
  byIndex: ReadonlyMap<number, readonly Fragment[]>,
): readonly Fragment[] {
  const { content } = fragment;
  const { ignition } = content?.config.fields ?? {};
  const config = ignition?.fields.config;
  const merge = config?.fields.merge;
  const others = [...byIndex].sort(([one], [other]) => one - other).flatMap(([, fragments]) => fragments);
  if (byIndex.size === 0 || content === undefined || !ignition || !config || !merge) return [fragment, ...others];
  const items = merge.items.filter((_, index) => !byIndex.has(index));
  const changed = withFields(ignition, { config: withFields(config, { merge: { ...merge, items } }) });
  return [
    { ...fragment, content: { ...content, config: withFields(content.config, { ignition: changed }) } },
    ...others,
  ];
}

/** A fragment whose text stands in another one: its findings and values are placed there. */
function relocated(inner: Fragment, outer: Fragment, place: DiagnosticPlace, inline: OutText | undefined): Fragment {
  const region = inline && writtenText(inline)?.region;
  const locate: Locate = ({ range }) => {
    const { uri } = place.location;
    return region ? { uri, range: region.toSourceRange(range) } : place.location;
  };
  const toOuter = (diagnostic: Diagnostic): Diagnostic => {
    const at = inner.document.lines.at(diagnostic.location.range.start);
    const where = { message: `it stands at line ${at.line}, column ${at.column} of the config that is carried here` };
    const moved = relocate(diagnostic, locate);
    const notes = moved.notes ?? [];
    return { ...moved, path: [...place.path, ...diagnostic.path], notes: region ? notes : [...notes, where] };
  };
  const { content } = inner;
  const moved = content && {
    ...content,
    config: withOrigins(content.config, locate, place.path) as Config,
    versionPlace: { ...content.versionPlace, location: locate(content.versionPlace.location) },
  };
  const { document } = outer;
  return { ...inner, document, diagnostics: inner.diagnostics.map(toOuter), ...(moved ? { content: moved } : {}) };
}

type Locate = (location: Location) => Location;

function withOrigins(node: OutNode, locate: Locate, above: Path): OutNode {
  const origin = new CarriedOrigin(node.origin, locate, above);
  switch (node.kind) {
    case 'object': {
      const fields = Object.entries(node.fields).map(([name, value]) => [
        name,
        value && withOrigins(value, locate, above),
      ]);
      return { ...node, origin, fields: Object.fromEntries(fields) as OutObject['fields'] };
    }
    case 'list':
      return { ...node, origin, items: node.items.map((item) => withOrigins(item, locate, above)) };
    case 'map': {
      const entries = [...node.entries].map(([key, value]) => [key, withOrigins(value, locate, above)] as const);
      return { ...node, origin, entries: new Map(entries as (readonly [string, OutText])[]) };
    }
    default:
      return { ...node, origin };
  }
}

/** The origin of a value whose text is carried by another one. */
class CarriedOrigin implements Origin {
  readonly #inner: Origin;
  readonly #locate: Locate;
  readonly #above: Path;

  constructor(inner: Origin, locate: Locate, above: Path) {
    this.#inner = inner;
    this.#locate = locate;
    this.#above = above;
  }

  get location(): Location {
    return this.#locate(this.#inner.location);
  }

  get path(): Path {
    return [...this.#above, ...this.#inner.path];
  }

  at(...steps: readonly PathStep[]): DiagnosticPlace {
    const place = this.#inner.at(...steps);
    return { ...place, location: this.#locate(place.location), path: [...this.#above, ...place.path] };
  }
}
