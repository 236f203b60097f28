// The words in which systemd's directives are written down. A directive has one kind: what its value must look like. The
// readers of the kinds are in `compiler/src/embedded/unit-syntax/values/`; this is data and judges nothing.

/** What a value looks like. `any` is read by nobody: forms that are rare, or that only the host can judge. */
export type ValueKind =
  | 'address-families'
  | 'address-prefixes'
  | 'aliases'
  | 'any'
  | 'architectures'
  | 'bind-paths'
  | 'block-io-weight'
  | 'boolean'
  | 'bus-name'
  | 'calendar'
  | 'capabilities'
  | 'condition'
  | 'controllers'
  | 'coredump-filter'
  | 'cpu-affinity'
  | 'cpu-policy'
  | 'cpu-priority'
  | 'cpu-quota'
  | 'cpu-set'
  | 'cpu-shares'
  | 'cpu-weight'
  | 'delegate'
  | 'device-allow'
  | 'device-latency'
  | 'device-limit'
  | 'device-weight'
  | 'directories'
  | 'documentation'
  | 'encrypted-credential'
  | 'environment'
  | 'environment-file'
  | 'environment-or-names'
  | 'errno'
  | 'exec'
  | 'exit-status'
  | 'exit-statuses'
  | 'fd-name'
  | 'int32'
  | 'integer'
  | 'interface'
  | 'interfaces'
  | 'io-class'
  | 'io-priority'
  | 'ip-tos'
  | 'load-credential'
  | 'log-facility'
  | 'log-fields'
  | 'log-level'
  | 'log-namespace'
  | 'memory'
  | 'memory-above-zero'
  | 'mode'
  | 'mount-source'
  | 'namespace-paths'
  | 'namespaces'
  | 'nice'
  | 'numa-mask'
  | 'oom-score'
  | 'path'
  | 'paths'
  | 'percent'
  | 'pid-file'
  | 'rlimit'
  | 'rlimit-microseconds'
  | 'rlimit-nice'
  | 'rlimit-seconds'
  | 'rlimit-size'
  | 'search-path'
  | 'secure-bits'
  | 'service-name'
  | 'set-credential'
  | 'signal'
  | 'size'
  | 'slice'
  | 'socket-address'
  | 'socket-bind'
  | 'socket-names'
  | 'standard-input'
  | 'standard-output'
  | 'swap-priority'
  | 'system-calls'
  | 'tasks-max'
  | 'temporary-file-systems'
  | 'text'
  | 'time-span'
  | 'time-span-ns'
  | 'time-span-or-empty'
  | 'timer-span'
  | 'trigger-unit'
  | 'tristate'
  | 'unit-names'
  | 'unsigned'
  | 'unsigned-or-empty'
  | 'user'
  | 'users'
  | 'variable-names'
  | 'weight'
  | 'words'
  | 'working-directory';

/** Releases whose words were looked at; an `after` is one of them. */
export type Release = 252 | 257;

export interface Directive {
  readonly is: ValueKind;
  /** The only values (`words`), with those that a boolean can be written as where there is one among them. */
  readonly words?: WordList;
  /** The last release of systemd that is known to lack it: 252 means newer than that, and there by 257. */
  readonly after?: Release;
  /** systemd still takes it, says that it does nothing (or something else), and goes on. */
  readonly removed?: true;
  /** The directive that took its place; systemd takes this one still and says so. */
  readonly instead?: string;
  /** A value that cannot be read keeps the unit from being loaded. */
  readonly fatal?: true;
}

export interface WordList {
  readonly words: readonly string[];
  /** The spellings of a boolean are values too. */
  readonly orBoolean?: true;
  /** An empty value resets it. */
  readonly orEmpty?: true;
  /** Of words that came later: the last release of systemd that is known to lack them, as in `Directive`. */
  readonly after?: { readonly [word: string]: Release };
}

export type DirectiveTable = { readonly [name: string]: ValueKind | Directive };

/** A directive whose value is one word of a list of `words.ts`. */
export function words(list: WordList, gate: { readonly after?: Release } = {}): Directive {
  return { is: 'words', words: list, ...gate };
}
