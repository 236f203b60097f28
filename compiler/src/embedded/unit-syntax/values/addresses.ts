// Where sockets listen: ports, addresses with a port, paths, abstract names, vsock.
import { hasSpecifier, shown, type ValueFault, wholeFault } from './fault.ts';
import { hasParent } from './paths.ts';

/** Reads the value of a `Listen…=` directive. */
export function readSocketAddress(value: string, directive: string): ValueFault | undefined {
  if (value === '' || hasSpecifier(value)) return undefined;
  const wantsPath = /^Listen(FIFO|Special|MessageQueue|USBFunction)$/.test(directive);
  if (wantsPath) {
    if (!value.startsWith('/')) return wholeFault(value, `${shown(value)} is no absolute path; begin it with \`/\``);
    return hasParent(value)
      ? wholeFault(value, `${shown(value)} has \`..\` in it; write the path that it means`)
      : undefined;
  }
  if (directive === 'ListenNetlink') return undefined;
  if (isAddress(value)) return undefined;
  const message = `${shown(value)} is no address to listen at; write a port, \`ADDRESS:PORT\`, an absolute path, or \`@NAME\``;
  return wholeFault(value, message);
}

const mostPath = 107;

function isAddress(value: string): boolean {
  if (value.startsWith('/') || value.startsWith('@')) return value.length > 1 && value.length <= mostPath;
  if (/^vsock(-stream|-dgram|-seqpacket)?:\d*:(\d+)$/.test(value)) return true;
  if (/^\d+$/.test(value)) return isPort(value);
  const [, host = '', port = ''] = /^\[([^\]]*)\]:(\d+)(?:%\S+)?$/.exec(value) ?? [];
  if (port !== '') return isPort(port) && isIpv6(host);
  const [, ipv4 = '', ipv4Port = ''] = /^([\d.]+):(\d+)$/.exec(value) ?? [];
  return isPort(ipv4Port) && isIpv4(ipv4);
}

function isPort(text: string): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) > 0 && Number(text) <= 65535;
}

export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Whether a text has the form of an IPv6 address: up to eight groups, at most one gap, perhaps an IPv4 address last. */
export function isIpv6(text: string): boolean {
  const [address = ''] = text.split('%');
  const halves = address.split('::');
  if (halves.length > 2 || address.length > 45) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const hasIpv4 = last.includes('.');
  const plain = hasIpv4 ? groups.slice(0, -1) : groups;
  if ((hasIpv4 && !isIpv4(last)) || !plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = plain.length + (hasIpv4 ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}
