// What Podman hands to the kernel: capabilities, signals, limits of resources, kernel parameters.
import { resourceLimits, sysctlNames, sysctlPrefixes } from '../../../../spec/podman/kernel.ts';
import { capabilities, signals } from '../../../../spec/systemd/signals.ts';
import { nearest } from '../../text/edit-distance.ts';
import { hasSpecifier, shown, type ValueFault, type ValueReader, wholeFault } from '../unit-syntax/values/fault.ts';
import { splitWords, type Word } from '../unit-syntax/values/split.ts';
import { plain } from './plain.ts';

/** The first fault in a list of words. */
function wordsFault(words: readonly Word[], fault: (text: string) => string | undefined): ValueFault | undefined {
  for (const { text, start, end } of words) {
    const message = hasSpecifier(text) || text.includes('$') ? undefined : fault(text);
    if (message !== undefined) return { start, end, message };
  }
  return undefined;
}

/** The words as Podman's generator splits them: at blanks, with quotes and without escapes. */
function wordsOf(value: string): readonly Word[] {
  return splitWords(value, { escapes: 'keep' }).words;
}

/** What stands between commas, as the option of Podman is a list by itself; a word with quotes in it is one, as no offset in it is sure. */
function partsOf(word: Word): readonly Word[] {
  if (word.end - word.start !== word.text.length) return word.text.includes(',') ? [] : [word];
  let at = word.start;
  return word.text.split(',').map((text) => {
    const part = { text, start: at, end: at + text.length };
    at += text.length + 1;
    return part;
  });
}

/** Capabilities with or without `CAP_`, in upper or lower case, or `all`. */
export const readCapabilities: ValueReader = (value) =>
  wordsFault(wordsOf(value).flatMap(partsOf), (text) => {
    const name = text.toUpperCase().replace(/^CAP_/, '');
    if (name === '' || (name === 'ALL' && !/^cap_/i.test(text)) || capabilities.includes(name)) return undefined;
    const meant = nearest(name, capabilities);
    const hint = meant === undefined ? 'look it up in capabilities(7)' : `did you mean \`CAP_${meant}\`?`;
    return `${shown(text)} is no capability; ${hint}`;
  });

/** Go's names of signals, which are fewer than the kernel's real-time ones; a number, or a name with or without `SIG`. */
export const readSignal = plain((value) => {
  const bare = value.replace(/^-/, '');
  if (/^\d+$/.test(bare)) {
    const isSignal = Number(bare) >= 1 && Number(bare) <= 64;
    return isSignal
      ? undefined
      : wholeFault(value, `${shown(value)} is no signal; write a number from 1 to 64, or a name`);
  }
  const name = bare.toUpperCase().replace(/^SIG/, '');
  if (signals.includes(name) || /^(?:ABRT|CLD|IOT|POLL|RTMIN(?:\+\d+)?|RTMAX(?:-\d+)?|UNUSED)$/.test(name))
    return undefined;
  const meant = nearest(name, signals);
  const hint = meant === undefined ? 'write one such as `SIGTERM`' : `did you mean \`SIG${meant}\`?`;
  return wholeFault(value, `${shown(value)} is no signal; ${hint}`);
});

/** `NAME=SOFT` or `NAME=SOFT:HARD`, or `host` (go-units); several stand behind each other with commas. */
export const readUlimit = plain((value) => {
  let at = 0;
  for (const limit of value.split(',')) {
    const message = ulimitMessage(limit);
    if (message !== undefined) return { start: at, end: at + limit.length, message };
    at += limit.length + 1;
  }
  return undefined;
});

function ulimitMessage(limit: string): string | undefined {
  if (limit === 'host') return undefined;
  const [, name = '', soft, hard] = /^(?:RLIMIT_)?([^=]*)=(-?\d+)(?::(-?\d+))?$/i.exec(limit) ?? [];
  if (soft === undefined) {
    const hint = /\s/.test(limit) ? 'and each limit has a line of its own' : 'or `host`';
    return `${shown(limit)} is no limit; write \`NAME=SOFT:HARD\` with numbers (\`-1\`: no limit), such as \`nofile=1024:4096\`, ${hint}`;
  }
  if (!resourceLimits.includes(name.toLowerCase())) {
    const meant = nearest(name, resourceLimits);
    return `${shown(name)} is no resource that has a limit; ${meant ? `did you mean \`${meant}\`?` : 'look it up in podman-run(1)'}`;
  }
  const isAbove = hard !== undefined && Number(hard) !== -1 && (Number(soft) === -1 || Number(soft) > Number(hard));
  return isAbove
    ? `the soft limit \`${soft}\` is above the hard one, \`${hard}\`; write the smaller one first`
    : undefined;
}

/** `NAME=VALUE` of the kernel parameters that containers may have. */
export const readSysctls: ValueReader = (value) =>
  wordsFault(wordsOf(value), (text) => {
    const equals = text.indexOf('=');
    if (equals < 0) {
      if (/[ \t]=|=[ \t]/.test(value))
        return `${shown(text)} sets nothing; write \`NAME=VALUE\` without blanks around the \`=\``;
      return value.includes('=')
        ? `${shown(text)} is cut off from what stands before it; put quotes around the whole of \`NAME=a b\``
        : `${shown(text)} sets nothing; write \`NAME=VALUE\``;
    }
    const name = text.slice(0, equals);
    if (sysctlNames.includes(name) || sysctlPrefixes.some((prefix) => name.startsWith(prefix))) return undefined;
    return `${shown(name)} belongs to the whole machine, and Podman refuses it; write it into a file in \`/etc/sysctl.d\``;
  });
