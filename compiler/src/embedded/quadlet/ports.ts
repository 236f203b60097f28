// Ports to publish, read as Podman reads `--publish`: `[[ADDRESS:]HOST-PORT:]CONTAINER-PORT[/PROTOCOL]` (podman-run(1)).
import { isIpv4, isIpv6 } from '../unit-syntax/values/addresses.ts';
import { shown, type ValueFault, wholeFault } from '../unit-syntax/values/fault.ts';
import { plain } from './plain.ts';

const portForm = 'write `8080:80`, `127.0.0.1:8080:80/tcp` or `8000-8010:8000-8010`';

/** Several may stand behind each other, with commas: the option of Podman is a list. */
export const readPublishPort = plain((value) => {
  let at = 0;
  for (const port of value.split(',')) {
    const fault = portFault(port);
    if (fault) return { ...fault, start: fault.start + at, end: fault.end + at };
    at += port.length + 1;
  }
  return undefined;
});

function portFault(value: string): ValueFault | undefined {
  const [ports = '', protocol, ...more] = value.split('/');
  if (more.length > 0 || (protocol !== undefined && !/^(tcp|udp|sctp)$/i.test(protocol))) {
    const at = ports.length + 1;
    return {
      start: at,
      end: value.length,
      message: `${shown(value.slice(at))} is no protocol; write \`tcp\`, \`udp\` or \`sctp\``,
    };
  }
  const [, bracketed, rest = ''] = /^(?:(\[[^\]]*\]):)?(.*)$/.exec(ports) ?? [];
  if (bracketed !== undefined && !isIpv6(bracketed.slice(1, -1)))
    return wholeFault(value, `${shown(bracketed)} is no IPv6 address; ${portForm}`);
  const parts = rest.split(':');
  if (parts.length > (bracketed === undefined ? 3 : 2))
    return wholeFault(value, `${shown(value)} has too many colons; ${portForm}`);
  // Older generators left an empty address out.
  const address = parts.length === 3 ? (parts[0] ?? '') : '';
  if (address !== '' && !isIpv4(address)) {
    const message = `${shown(address)} stands where an IP address is read, and Podman refuses it; ${portForm}`;
    return { start: 0, end: address.length, message };
  }
  const last = parts.at(-1) ?? '';
  const host = parts.at(-2) ?? '';
  if (!isPorts(last) || (parts.length > 1 && host !== '' && !isPorts(host)))
    return wholeFault(value, `${shown(value)} is no port to publish; ${portForm}`);
  if (host !== '' && parts.length > 1 && width(host) !== width(last))
    return wholeFault(value, 'the two ranges of ports have not the same length; make them so');
  return undefined;
}

/** A port, or a range of at least two; 0 is none. */
function isPorts(text: string): boolean {
  const [, from = '', to] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const isPort = (port: string): boolean => Number(port) > 0 && Number(port) <= 65535;
  return isPort(from) && (to === undefined || (isPort(to) && Number(to) > Number(from)));
}

function width(range: string): number {
  const [from = '0', to = from] = range.split('-');
  return Number(to) - Number(from);
}

export interface PublishedPort {
  /** The address of the host; empty for all. */
  readonly address: string;
  readonly from: number;
  readonly to: number;
  readonly protocol: string;
}

/** The ports of the host that a value takes, as far as they are written as numbers. */
export function publishedPorts(value: string): readonly PublishedPort[] {
  return value.split(',').flatMap((each) => {
    const [, address = '', from = '', to = from, protocol = 'tcp'] =
      /^(?:(\[[^\]]+\]|[\d.]+):)?(\d+)(?:-(\d+))?:\d+(?:-\d+)?(?:\/(\w+))?$/.exec(each) ?? [];
    if (from === '') return [];
    const isAll = address === '0.0.0.0' || address === '[::]';
    return [
      {
        address: isAll ? '' : address,
        from: Number(from),
        to: Number(to),
        protocol: protocol.toLowerCase(),
      },
    ];
  });
}
