// The reader of every kind of value, and whether specifiers are expanded in it: the one table that says how a value is read.
import type { Directive, ValueKind } from '../../../../../spec/systemd/model.ts';
import { readSocketAddress } from './addresses.ts';
import { readCalendar } from './calendar.ts';
import { readCondition } from './conditions.ts';
import * as credentials from './credentials.ts';
import * as devices from './devices.ts';
import { readExec } from './exec.ts';
import type { ValueFault, ValueReader } from './fault.ts';
import * as lists from './lists.ts';
import * as logs from './logs.ts';
import * as names from './names.ts';
import * as network from './network.ts';
import * as numbers from './numbers.ts';
import * as paths from './paths.ts';
import * as quantities from './quantities.ts';

/** Readers by kind, for kinds that need nothing but the value. */
const readers: { readonly [kind in ValueKind]?: ValueReader } = {
  'address-families': lists.readAddressFamilies,
  'address-prefixes': network.readAddressPrefixes,
  architectures: lists.readArchitectures,
  'bind-paths': paths.readBindPaths,
  'block-io-weight': numbers.readBlockIoWeight,
  boolean: numbers.readBoolean,
  'bus-name': names.readBusName,
  calendar: readCalendar,
  capabilities: lists.readCapabilities,
  controllers: lists.readControllers,
  'coredump-filter': lists.readCoredumpFilter,
  'cpu-affinity': lists.readCpuAffinity,
  'cpu-policy': lists.readCpuPolicy,
  'cpu-priority': numbers.readCpuPriority,
  'cpu-quota': quantities.readCpuQuota,
  'cpu-set': lists.readCpuSet,
  'cpu-shares': numbers.readCpuShares,
  'cpu-weight': numbers.readCpuWeight,
  delegate: lists.readDelegate,
  'device-allow': lists.readDeviceAllow,
  'device-latency': devices.readDeviceLatency,
  'device-limit': devices.readDeviceLimit,
  'device-weight': devices.readDeviceWeight,
  directories: paths.readDirectories,
  documentation: paths.readDocumentation,
  'encrypted-credential': credentials.readEncryptedCredential,
  environment: names.readEnvironment,
  'environment-file': paths.readEnvironmentFile,
  'environment-or-names': names.readVariables,
  errno: lists.readErrno,
  exec: readExec,
  'exit-status': numbers.readExitStatus,
  'exit-statuses': lists.readExitStatuses,
  'fd-name': names.readDescriptorName,
  int32: numbers.readInt32,
  integer: numbers.readInteger,
  interface: network.readInterface,
  interfaces: network.readInterfaces,
  'io-class': lists.readIoClass,
  'io-priority': numbers.readIoPriority,
  'ip-tos': lists.readTypeOfService,
  'load-credential': credentials.readLoadCredential,
  'log-facility': lists.readLogFacility,
  'log-fields': logs.readLogFields,
  'log-level': lists.readLogLevel,
  'log-namespace': logs.readLogNamespace,
  memory: quantities.readMemory,
  'memory-above-zero': quantities.readMemoryAboveZero,
  mode: numbers.readMode,
  'mount-source': paths.readMountSource,
  'namespace-paths': paths.readNamespacePaths,
  namespaces: lists.readNamespaces,
  nice: numbers.readNice,
  'numa-mask': lists.readNumaMask,
  'oom-score': numbers.readOomScore,
  path: paths.readPath,
  paths: paths.readPaths,
  percent: quantities.readPercent,
  'pid-file': paths.readPidFile,
  rlimit: quantities.readLimit,
  'rlimit-microseconds': quantities.readMicrosecondsLimit,
  'rlimit-nice': quantities.readNiceLimit,
  'rlimit-seconds': quantities.readSecondsLimit,
  'rlimit-size': quantities.readSizeLimit,
  'search-path': paths.readSearchPath,
  'secure-bits': lists.readSecureBits,
  'service-name': names.readServiceName,
  'set-credential': credentials.readSetCredential,
  signal: lists.readSignal,
  size: quantities.readSize,
  slice: names.readSlice,
  'socket-bind': network.readSocketBind,
  'socket-names': names.readSocketNames,
  'standard-input': lists.readStandardInput,
  'standard-output': lists.readStandardOutput,
  'swap-priority': numbers.readSwapPriority,
  'system-calls': lists.readSystemCalls,
  'tasks-max': quantities.readTasksMax,
  'temporary-file-systems': paths.readTemporaryFileSystems,
  'time-span': quantities.readTimeSpan,
  'time-span-ns': quantities.readNanoseconds,
  'time-span-or-empty': quantities.readTimeSpanOrEmpty,
  'timer-span': quantities.readTimerSpan,
  'trigger-unit': names.readTriggerUnit,
  tristate: numbers.readTristate,
  'unit-names': names.readUnitNames,
  unsigned: numbers.readUnsigned,
  'unsigned-or-empty': numbers.readUnsignedOrEmpty,
  user: names.readUser,
  users: names.readUsers,
  'variable-names': names.readVariableNames,
  weight: numbers.readWeight,
  'working-directory': paths.readWorkingDirectory,
};

/** A fault, and whether it keeps the unit from being loaded. */
export interface JudgedFault extends ValueFault {
  readonly isFatal?: true;
}

/** What is wrong with the value of a directive; undefined when nothing is, or when nobody here can say. */
export function readValue(
  value: string,
  name: string,
  directive: Directive,
  systemd?: number,
): JudgedFault | undefined {
  if (directive.removed) return undefined;
  const fault = read(value, name, directive, systemd);
  if (fault === undefined || fault.isMild || !(directive.fatal || fatalKinds.has(directive.is))) return fault;
  return { ...fault, isFatal: true };
}

/** Kinds of which systemd refuses the whole unit when it cannot read a value. */
const fatalKinds: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'exec',
  'pid-file',
  'user',
  'users',
  'working-directory',
]);

function read(value: string, name: string, directive: Directive, systemd?: number): ValueFault | undefined {
  if (directive.is === 'words') return directive.words && lists.readWord(value, directive.words, systemd);
  if (directive.is === 'condition') return readCondition(value, name);
  if (directive.is === 'socket-address') return readSocketAddress(value, name);
  return readers[directive.is]?.(value, systemd);
}

/** Kinds in whose values `%` begins a specifier. */
export const kindsWithSpecifiers: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'bind-paths',
  'bus-name',
  'calendar',
  'condition',
  'cpu-affinity',
  'cpu-set',
  'directories',
  'documentation',
  'environment',
  'environment-file',
  'exec',
  'fd-name',
  'mount-source',
  'namespace-paths',
  'path',
  'paths',
  'pid-file',
  'search-path',
  'service-name',
  'slice',
  'socket-address',
  'text',
  'timer-span',
  'trigger-unit',
  'unit-names',
  'user',
  'users',
  'variable-names',
  'environment-or-names',
  'working-directory',
]);
