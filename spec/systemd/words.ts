// The words that directives take, with those that came after a release. Boolean spellings are added where a list says so.
import type { Release, WordList } from './model.ts';

const list = (...words: readonly string[]): WordList => ({ words });
const listOrEmpty = (...words: readonly string[]): WordList => ({ words, orEmpty: true });
/** A list with words that the release lacks. */
const later = (words: WordList, release: Release, ...added: readonly string[]): WordList => ({
  ...words,
  words: [...words.words, ...added],
  after: { ...words.after, ...Object.fromEntries(added.map((word) => [word, release])) },
});
const orBoolean = (...words: readonly string[]): WordList => ({ words, orBoolean: true });

export const emergencyAction = later(
  list(
    'none',
    'reboot',
    'reboot-force',
    'reboot-immediate',
    'poweroff',
    'poweroff-force',
    'poweroff-immediate',
    'exit',
    'exit-force',
  ),
  252,
  'soft-reboot',
  'soft-reboot-force',
  'kexec',
  'kexec-force',
  'halt',
  'halt-force',
  'halt-immediate',
);
export const timeoutFailureMode = list('terminate', 'abort', 'kill');
export const serviceType = later(
  list('simple', 'exec', 'forking', 'oneshot', 'dbus', 'notify', 'idle'),
  252,
  'notify-reload',
);
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
export const jobMode = later(
  later(
    list(
      'fail',
      'replace',
      'replace-irreversibly',
      'isolate',
      'flush',
      'ignore-dependencies',
      'ignore-requirements',
      'triggering',
    ),
    252,
    'restart-dependencies',
  ),
  257,
  'lenient',
);
export const preserveMode = later(orBoolean('restart'), 257, 'on-success');
export const oomPolicy = list('continue', 'stop', 'kill');
export const numaPolicy: WordList = { ...list('default', 'preferred', 'bind', 'interleave', 'local'), orEmpty: true };
export const keyringMode = list('inherit', 'private', 'shared');
export const protectProc = list('default', 'noaccess', 'invisible', 'ptraceable');
export const procSubset = list('all', 'pid');
export const privateTmp = later(orBoolean(), 252, 'connected', 'disconnected');
export const protectControlGroups = later(orBoolean(), 252, 'private', 'strict');
export const privateUsers = later(later(orBoolean(), 252, 'self', 'identity'), 257, 'full', 'managed');
export const privatePids = orBoolean();
export const privateBpf = orBoolean();
export const protectHostname = later(orBoolean(), 257, 'private');
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
export const memoryHugePages = list('inherit', 'disable', 'madvise', 'system');
export const memoryPressureWatch = orBoolean('auto', 'skip');
export const socketProtocol = later(list('udplite', 'sctp'), 252, 'mptcp');
export const timestamping = orBoolean('off', 'us', 'usec', 'μs', 'µs', 'ns', 'nsec');
export const deferTrigger = orBoolean('patient');
