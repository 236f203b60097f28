// Addresses of containers and networks in quadlets.
import { isIpv4, isIpv6 } from '../unit-syntax/values/addresses.ts';
import { shown, type ValueFault, wholeFault } from '../unit-syntax/values/fault.ts';
import { plain } from './plain.ts';

export function isAddress(text: string): boolean {
  return isIpv4(text) || (!text.includes('%') && isIpv6(text));
}

export const readAddress = plain((value) =>
  isAddress(value)
    ? undefined
    : wholeFault(value, `${shown(value)} is no IP address; write one such as \`10.89.0.10\``),
);

/** Servers between commas, or `none` for the image's own `/etc/resolv.conf`. */
export const readDnsServers = plain((value) => {
  let at = 0;
  for (const server of value.split(',')) {
    if (server !== 'none' && !isAddress(server)) {
      const message = `${shown(server)} is no IP address; servers are written as addresses${/\s/.test(server) ? ', each on a line of its own' : ''}`;
      return { start: at, end: at + server.length, message };
    }
    at += server.length + 1;
  }
  return undefined;
});

/** `NAME:ADDRESS`, several names with `;`, or `host-gateway` instead of the address (podman-run(1), `--add-host`). */
export const readExtraHost = plain((value): ValueFault | undefined => {
  // A list with commas has entries that are each fine or not; that is rare, and left to Podman.
  if (value.includes(',')) return undefined;
  const colon = value.indexOf(':');
  const equals = /^([^:=\s]+)=([\d.]+|host-gateway)$/.exec(value);
  if (equals) {
    return wholeFault(value, `${shown(value)} has no colon; write \`${equals[1]}:${equals[2]}\``);
  }
  if (colon <= 0) {
    return wholeFault(value, `${shown(value)} has no \`NAME:ADDRESS\`; write it such as \`db:10.0.0.5\``);
  }
  const address = value.slice(colon + 1);
  if (address === 'host-gateway' || isAddress(address.trim()) || /^\[.*\]$/.test(address)) return undefined;
  return {
    start: colon + 1,
    end: value.length,
    message: `${shown(address)} is no IP address; write one, or \`host-gateway\``,
  };
});

/** A range of addresses as its first address and the number of its leading bits. */
export const readSubnet = plain((value) =>
  prefixOf(value) === undefined
    ? wholeFault(value, `${shown(value)} is no range of addresses; ${subnetAdvice(value)}`)
    : undefined,
);

/** A range as for a subnet, or `FIRST-LAST`. */
export const readAddressRange = plain((value) => {
  const [first = '', last, ...more] = value.split('-');
  if (last !== undefined && more.length === 0 && isAddress(first) && isAddress(last)) return undefined;
  return prefixOf(value) === undefined
    ? wholeFault(
        value,
        `${shown(value)} is no range of addresses; write \`10.89.0.128/25\` or \`10.89.0.128-10.89.0.200\``,
      )
    : undefined;
});

function subnetAdvice(value: string): string {
  if (isIpv4(value)) return `the length of the prefix is missing, such as \`${value}/24\``;
  return 'write it such as `10.89.0.0/24`';
}

interface Prefix {
  readonly bits: bigint;
  readonly width: number;
  readonly length: number;
}

function prefixOf(text: string): Prefix | undefined {
  const [address = '', length = '', ...more] = text.split('/');
  if (more.length > 0 || !/^\d{1,3}$/.test(length) || !isAddress(address)) return undefined;
  const width = isIpv4(address) ? 32 : 128;
  const bits = bitsOf(address);
  return bits === undefined || Number(length) > width ? undefined : { bits, width, length: Number(length) };
}

/** Whether an address lies in a range; undefined where one of them cannot be read, or they are of different families. */
export function isInSubnet(address: string, subnet: string): boolean | undefined {
  const prefix = prefixOf(subnet);
  if (prefix === undefined || !isAddress(address)) return undefined;
  const width = isIpv4(address) ? 32 : 128;
  const bits = bitsOf(address);
  if (width !== prefix.width || bits === undefined) return undefined;
  const rest = BigInt(prefix.width - prefix.length);
  return bits >> rest === prefix.bits >> rest;
}

function bitsOf(address: string): bigint | undefined {
  if (isIpv4(address)) return join(address.split('.').map(Number), 8n);
  // An IPv4 address at the end of an IPv6 one: nobody writes it for a network.
  if (address.includes('.')) return undefined;
  const [before = '', behind] = address.split('::');
  const groups = (text: string): readonly number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [head, tail] = [groups(before), groups(behind ?? '')];
  const gap = new Array<number>(8 - head.length - tail.length).fill(0);
  return join([...head, ...gap, ...tail], 16n);
}

function join(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((all, part) => (all << width) | BigInt(part), 0n);
}
