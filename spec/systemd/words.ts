// The words that directives take, as systemd 257 knows them. Boolean spellings are added where a list says so.
import type { WordList } from './model.ts';

const list = (...words: readonly string[]): WordList => ({ words });
const listOrEmpty = (...words: readonly string[]): WordList => ({ words, orEmpty: true });
const orBoolean = (...words: readonly string[]): WordList => ({ words, orBoolean: true });

export const emergencyAction = list(
  'none',
  'reboot',
  'reboot-force',
  'reboot-immediate',
  'poweroff',
  'poweroff-force',
  'poweroff-immediate',
  'exit',
  'exit-force',
  'soft-reboot',
  'soft-reboot-force',
  'kexec',
  'kexec-force',
  'halt',
  'halt-force',
  'halt-immediate',
);
export const timeoutFailureMode = list('terminate', 'abort', 'kill');
export const serviceType = list('simple', 'exec', 'forking', 'oneshot', 'dbus', 'notify', 'notify-reload', 'idle');
export const serviceExitType = list('main', 'cgroup');
export const serviceRestart = list(
  'no',
  'on-success',
  'on-failure',
  'on-abnormal',
  'on-watchdog',
  'on-abort',
  'always',
);
export const serviceRestartMode = list('normal', 'direct', 'debug');
export const notifyAccess = list('none', 'main', 'exec', 'all');
export const collectMode = list('inactive', 'inactive-or-failed');
export const jobMode = list(
  'fail',
  'lenient',
  'replace',
  'replace-irreversibly',
  'isolate',
  'flush',
  'ignore-dependencies',
  'ignore-requirements',
  'triggering',
  'restart-dependencies',
);
export const preserveMode = orBoolean('restart');
export const oomPolicy = list('continue', 'stop', 'kill');
export const numaPolicy: WordList = { ...list('default', 'preferred', 'bind', 'interleave', 'local'), orEmpty: true };
export const keyringMode = list('inherit', 'private', 'shared');
export const protectProc = list('default', 'noaccess', 'invisible', 'ptraceable');
export const procSubset = list('all', 'pid');
export const privateTmp = orBoolean('disconnected');
export const protectControlGroups = orBoolean('private', 'strict');
export const privateUsers = orBoolean('self', 'identity', 'full', 'managed');
export const privatePids = orBoolean();
export const privateBpf = orBoolean();
export const protectHostname = orBoolean('private');
export const protectSystem = orBoolean('full', 'strict');
export const protectHome = orBoolean('read-only', 'tmpfs');
export const mountFlag: WordList = { ...list('shared', 'slave', 'private'), orEmpty: true };
export const utmpMode = list('init', 'login', 'user');
export const personality: WordList = listOrEmpty(
  'x86',
  'x86-64',
  'arm',
  'arm-be',
  'arm64',
  'arm64-be',
  'loongarch64',
  'mips',
  'mips-le',
  'mips64',
  'mips64-le',
  'parisc',
  'parisc64',
  'ppc',
  'ppc-le',
  'ppc64',
  'ppc64-le',
  'riscv32',
  'riscv64',
  's390',
  's390x',
);
export const devicePolicy = list('auto', 'closed', 'strict');
export const killMode = listOrEmpty('control-group', 'process', 'mixed', 'none');
export const bindIpv6Only = orBoolean('default', 'both', 'ipv6-only');
export const managedOomMode: WordList = { ...list('auto', 'kill'), orEmpty: true };
export const managedOomPreference = list('none', 'avoid', 'omit');
export const memoryPressureWatch = orBoolean('auto', 'skip');
export const socketProtocol = list('udplite', 'sctp', 'mptcp');
export const timestamping = orBoolean('off', 'us', 'usec', 'μs', 'µs', 'ns', 'nsec', 'nanosecond', 'microsecond');
export const deferTrigger = orBoolean('patient');
