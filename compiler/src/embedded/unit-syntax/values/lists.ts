// Words and lists of words out of a vocabulary: signals, capabilities, system calls, conditions, outputs and more.
import type { WordList } from '../../../../../spec/systemd/model.ts';
import {
  addressFamilies,
  capabilities,
  cgroupControllers,
  cpuPolicies,
  errorNames,
  exitStatuses,
  ioClasses,
  logFacilities,
  logLevels,
  namespaces,
  secureBits,
  signals,
  systemCallGroups,
  typesOfService,
} from '../../../../../spec/systemd/signals.ts';
import { systemCalls } from '../../../../../spec/systemd/system-calls.ts';
import { personality } from '../../../../../spec/systemd/words.ts';
import { nearest } from '../../../text/edit-distance.ts';
import { hasSpecifier, shown, type ValueFault, type ValueReader, wholeFault } from './fault.ts';
import { booleanWords, integerOf, isBoolean } from './numbers.ts';
import { quoteFault } from './paths.ts';
import { splitWords, type Word } from './split.ts';

/** What a word is not, with the nearest that it could be, or with the list where it is short. */
function notOneOf(text: string, what: string, allowed: readonly string[]): string {
  const meant = nearest(text, allowed);
  const quoted = allowed.map((word) => `\`${word}\``);
  const list = allowed.length <= 8 ? `; write ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}` : '';
  const wrong = text === '' ? 'there is no value' : `${shown(text)} is no ${what}`;
  return meant === undefined ? `${wrong}${list || '; look it up'}` : `${wrong}; did you mean \`${meant}\`?`;
}

/** One word out of a list. */
export function readWord(value: string, list: WordList, systemd?: number): ValueFault | undefined {
  const after = list.after?.[value];
  if (after !== undefined && systemd !== undefined && systemd <= after) {
    return wholeFault(value, `${shown(value)} is newer than systemd ${systemd}; do without it there`);
  }
  if (list.words.includes(value) || (list.orBoolean && isBoolean(value)) || (list.orEmpty && value === ''))
    return undefined;
  const allowed = list.orBoolean ? [...list.words, ...booleanWords.slice(0, 2)] : list.words;
  return wholeFault(value, notOneOf(value, 'value of this directive', allowed));
}

/** A signal by its name, with or without `SIG`, or by its number. */
export function isSignal(text: string): boolean {
  const name = text.startsWith('SIG') ? text.slice(3) : text;
  if (signals.includes(name)) return true;
  const [, base, sign, offset] = /^RT(MIN|MAX)(?:([+-])(\d+))?$/.exec(name) ?? [];
  if (base !== undefined)
    return offset === undefined || (Number(offset) <= 30 && sign === (base === 'MIN' ? '+' : '-'));
  return /^(0x[0-9a-fA-F]+|\d+)$/.test(text) && Number(text) > 0 && Number(text) <= 64;
}

export const readSignal: ValueReader = (value) => {
  if (isSignal(value)) return undefined;
  const names = signals.map((signal) => `SIG${signal}`);
  return wholeFault(value, notOneOf(value, 'signal', names));
};

/** Numbers up to 255, names of exit codes, signals. */
export const readExitStatuses: ValueReader = (value) =>
  eachOf(value, ({ text }) => {
    const code = integerOf(text);
    if ((code !== undefined && code >= 0n && code <= 255n) || exitStatuses.includes(text) || isSignal(text))
      return undefined;
    return `${shown(text)} is neither an exit code nor a signal; write a number up to 255, or a name such as \`SIGTERM\` or \`TEMPFAIL\``;
  });

/** Judges the words of a list in which a backslash only covers what follows it. */
function eachOf(value: string, judge: (word: Word) => string | undefined): ValueFault | undefined {
  const { words, error } = splitWords(value, { escapes: 'plain' });
  return eachWord(words, judge) ?? (error && quoteFault(error));
}

function eachWord(words: readonly Word[], judge: (word: Word) => string | undefined): ValueFault | undefined {
  for (const word of words) {
    const message = judge(word);
    if (message !== undefined) return { start: word.start, end: word.end, message };
  }
  return undefined;
}

/** Words of a list, each of which may be a boolean instead of the whole list, and `~` before all turns them round. */
function vocabularyReader(
  what: string,
  vocabulary: readonly string[],
  options: { readonly tilde?: true; readonly boolean?: true },
): ValueReader {
  const known = new Set(vocabulary);
  return (value) => {
    if (options.boolean && isBoolean(value)) return undefined;
    const lead = options.tilde && value.startsWith('~') ? 1 : 0;
    const { words, error } = splitWords(value.slice(lead));
    const placed = words.map((word) => ({ ...word, start: word.start + lead, end: word.end + lead }));
    const fault = eachWord(placed, ({ text }) => (known.has(text) ? undefined : notOneOf(text, what, vocabulary)));
    return fault ?? (error && quoteFault(error));
  };
}

const capabilityNames = capabilities.map((name) => `CAP_${name}`);
const readUpperCapabilities = vocabularyReader('capability', capabilityNames, { tilde: true });

/** Upper and lower case are the same here; numbers are capabilities, too. */
export const readCapabilities: ValueReader = (value) => {
  if (/^~?\s*\d+(\s+\d+)*$/.test(value)) return undefined;
  const fault = readUpperCapabilities(value.toUpperCase());
  return fault && { ...fault, message: notOneOf(value.slice(fault.start, fault.end), 'capability', capabilityNames) };
};

export const readNamespaces = vocabularyReader('namespace', namespaces, { tilde: true, boolean: true });
export const readControllers = vocabularyReader('cgroup controller', cgroupControllers, {});
export const readDelegate = vocabularyReader('cgroup controller', cgroupControllers, { boolean: true });
export const readSecureBits = vocabularyReader('secure bit', secureBits, {});
export const readArchitectures = vocabularyReader('architecture', ['native', 'x32', ...personality.words], {});

const knownCalls: ReadonlySet<string> = new Set(systemCalls);

/** System calls and groups of them. */
export const readSystemCalls: ValueReader = (value) => {
  const lead = value.startsWith('~') ? 1 : 0;
  const { words, error } = splitWords(value.slice(lead));
  const placed = words.map((word) => ({ ...word, start: word.start + lead, end: word.end + lead }));
  const fault = eachWord(placed, ({ text }) => {
    const [name = ''] = text.split(':');
    if (name.startsWith('@')) {
      return systemCallGroups.includes(name) ? undefined : notOneOf(name, 'group of system calls', systemCallGroups);
    }
    if (knownCalls.has(name) || /^\d+$/.test(name)) return undefined;
    // What resembles nothing may be a call of a newer kernel.
    const isForm = /^[a-z_][a-z0-9_]*$/.test(name);
    return isForm && nearest(name, systemCalls) === undefined ? undefined : notOneOf(name, 'system call', systemCalls);
  });
  return fault ?? (error && quoteFault(error));
};

export const readErrno: ValueReader = (value) => {
  if (value === '' || value === 'kill' || errorNames.includes(value)) return undefined;
  const code = integerOf(value);
  if (code !== undefined && code >= 1n && code <= 4095n) return undefined;
  return wholeFault(value, notOneOf(value, 'error number', errorNames));
};

const familyNames = addressFamilies.map((name) => `AF_${name}`);

export const readAddressFamilies: ValueReader = (value) => {
  if (value === 'none') return undefined;
  const lead = value.startsWith('~') ? 1 : 0;
  const words = splitWords(value.slice(lead)).words.map((word) => ({
    ...word,
    start: word.start + lead,
    end: word.end + lead,
  }));
  return eachWord(words, ({ text }) =>
    familyNames.includes(text) ? undefined : notOneOf(text, 'address family', familyNames),
  );
};

/** One word of a vocabulary or a number up to `most`. */
function wordOrNumber(what: string, vocabulary: readonly string[], most: bigint, orEmpty: boolean): ValueReader {
  return (value) => {
    if ((value === '' && orEmpty) || vocabulary.includes(value)) return undefined;
    const found = integerOf(value);
    return found !== undefined && found >= 0n && found <= most
      ? undefined
      : wholeFault(value, notOneOf(value, what, vocabulary));
  };
}

export const readIoClass = wordOrNumber('scheduling class', ioClasses, 8n, true);
export const readCpuPolicy = wordOrNumber('scheduling policy', cpuPolicies, 2n ** 31n - 1n, true);
export const readLogLevel = wordOrNumber('log level', logLevels, 7n, false);
export const readLogFacility = wordOrNumber('log facility', logFacilities, 127n, false);
export const readTypeOfService = wordOrNumber('type of service', typesOfService, 255n, true);

const inputs = ['null', 'tty', 'tty-force', 'tty-fail', 'socket', 'data'];
const outputs = [
  ...'inherit null tty syslog syslog+console kmsg kmsg+console journal journal+console'.split(' '),
  'socket',
];

export const readStandardInput: ValueReader = (value) => streamFault(value, inputs, ['fd', 'file']);
export const readStandardOutput: ValueReader = (value) =>
  streamFault(value, outputs, ['fd', 'file', 'append', 'truncate']);

function streamFault(value: string, words: readonly string[], forms: readonly string[]): ValueFault | undefined {
  if (words.includes(value) || value === 'fd') return undefined;
  const colon = value.indexOf(':');
  const form = value.slice(0, colon);
  if (colon < 0 || !forms.includes(form))
    return wholeFault(value, notOneOf(value, 'stream', [...words, ...forms.map((each) => `${each}:`)]));
  const rest = value.slice(colon + 1);
  if (form === 'fd' || rest.startsWith('/') || rest.startsWith('%')) return undefined;
  return { start: colon + 1, end: value.length, message: `${shown(rest)} is no absolute path; begin it with \`/\`` };
}

/** CPUs or nodes: numbers and ranges, with blanks or commas between them. */
function numbersFault(value: string): ValueFault | undefined {
  const { words, error } = splitWords(value, { separators: ' \t,', escapes: 'plain' });
  for (const { text, start, end } of words) {
    const [, from = '', to] = /^(0x[0-9a-fA-F]+|\d+)(?:-(\d+))?$/.exec(text) ?? [];
    if (from !== '' && Number(from) < 8192 && Number(to ?? from) < 8192 && Number(to ?? from) >= Number(from)) continue;
    return { start, end, message: `${shown(text)} is no number or range; write such as \`0-3,6\`` };
  }
  return error && quoteFault(error);
}

export const readCpuSet: ValueReader = (value) => (hasSpecifier(value) ? undefined : numbersFault(value));

export const readCpuAffinity: ValueReader = (value) => (value === 'numa' ? undefined : readCpuSet(value));
/** Of the memory directives this one alone expands no specifiers. */
export const readNumaMask: ValueReader = (value) => (value === 'all' ? undefined : numbersFault(value));

const coredumpBits =
  'private-anonymous shared-anonymous private-file-backed shared-file-backed elf-headers private-huge shared-huge private-dax shared-dax all default'.split(
    ' ',
  );

export const readCoredumpFilter: ValueReader = (value) =>
  eachOf(value, ({ text }) => {
    return coredumpBits.includes(text) || /^(0x)?[0-9a-fA-F]{1,16}$/.test(text)
      ? undefined
      : notOneOf(text, 'kind of memory', coredumpBits);
  });

/** A device and what may be done with it. */
export const readDeviceAllow: ValueReader = (value) => {
  if (value === '') return undefined;
  const [device, access, ...more] = splitWords(value, { quotes: true, escapes: 'keep' }).words;
  if (device === undefined) return undefined;
  const { text, start, end } = device;
  if (!/^(\/dev\/|\/run\/systemd\/inaccessible\/|block-|char-|%)/.test(text)) {
    return {
      start,
      end,
      message: `${shown(text)} is no device; write a path below \`/dev/\`, or \`char-\` or \`block-\` and the group`,
    };
  }
  if (access !== undefined && (more.length > 0 || !/^[rwm]+$/.test(access.text))) {
    return {
      start: access.start,
      end: value.length,
      message: `${shown(value.slice(access.start))} is no access; write some of \`rwm\``,
    };
  }
  return undefined;
};
