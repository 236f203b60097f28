// What a unit may do on the network: prefixes of addresses, ports to bind to, names of interfaces.
import { isIpv4, isIpv6 } from './addresses.ts';
import { shown, type ValueReader, wholeFault } from './fault.ts';
import { splitWords } from './split.ts';

const groups: ReadonlySet<string> = new Set(['any', 'localhost', 'link-local', 'multicast']);

function isPrefix(text: string): boolean {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const most = isIpv4(address) ? 32 : !address.includes('%') && isIpv6(address) ? 128 : -1;
  if (slash < 0) return most > 0;
  const length = text.slice(slash + 1);
  return /^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= most;
}

/** Addresses with blanks between them; systemd expands no specifiers here. */
export const readAddressPrefixes: ValueReader = (value) => {
  for (const { text, start, end } of splitWords(value, { quotes: false, escapes: 'keep' }).words) {
    if (groups.has(text) || isPrefix(text)) continue;
    const message = `${shown(text)} is no address; write such as \`10.0.0.0/8\`, \`any\` or \`localhost\`, with blanks between them`;
    return { start, end, message };
  }
  return undefined;
};

const mostPort = 65535;

/** `ipv4:tcp:80-90`, from which parts may be left out; protocols in any case of letters. */
function isBindRule(text: string): boolean {
  const match = /^(?:ipv[46](?::(?=.)|$))?(?:(?:tcp|udp)(?::(?=.)|$))?(?:any|(\d{1,5})(?:-(\d{1,5}))?)?$/i.exec(text);
  if (match === null) return false;
  const [, low, high = low] = match;
  if (low === undefined) return true;
  return Number(low) > 0 && Number(low) <= Number(high) && Number(high) <= mostPort;
}

export const readSocketBind: ValueReader = (value) =>
  value === '' || isBindRule(value)
    ? undefined
    : wholeFault(value, `${shown(value)} says no ports; write such as \`tcp:80\`, \`ipv6:udp:5000-5100\` or \`any\``);

const mostInterface = 15;
/** Alternative names, which the kernel keeps beside the short one; systemd 252 does not take them. */
const mostAlternative = 127;
const lacksAlternative = 252;
const taken: ReadonlySet<string> = new Set(['.', '..', 'all', 'default']);

function isInterface(text: string, most = mostInterface): boolean {
  const isPlain = /^[\u0021-\u007e]+$/.test(text) && !/[/:%]/.test(text) && !/^\d+$/.test(text);
  return isPlain && text.length <= most && !taken.has(text);
}

const advice = (most: number): string => `write at most ${most} letters, such as \`eth0\``;

export const readInterfaces: ValueReader = (value, systemd) => {
  const most = systemd !== undefined && systemd <= lacksAlternative ? mostInterface : mostAlternative;
  const prefix = value.startsWith('~') ? 1 : 0;
  for (const { text, start, end } of splitWords(value.slice(prefix)).words) {
    if (isInterface(text, most) || text.includes('%')) continue;
    const message = `${shown(text)} is no name of a network interface; ${advice(most)}`;
    return { start: start + prefix, end: end + prefix, message };
  }
  return undefined;
};

/** One interface; a star stands for none. */
export const readInterface: ValueReader = (value) =>
  value === '' || value === '*' || value.includes('%') || isInterface(value)
    ? undefined
    : wholeFault(value, `${shown(value)} is no name of a network interface; ${advice(mostInterface)}`);
