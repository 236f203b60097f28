// URLs as Go's net/url.Parse sees them (Go 1.24), which is what Ignition judges sources, proxies and Tang servers by. The
// WHATWG URL of browsers and Node is far more forgiving. Never judges schemes or fetches anything.
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export interface ParsedUrl {
  /** In lower case; empty when the URL is relative. */
  readonly scheme: string;
  /** What follows the scheme when that is not a slash (`aws:s3:::b/k` of `arn:aws:s3:::b/k`), without query. */
  readonly opaque: string;
  /** Host and port, unescaped; brackets of IPv6 addresses stay. */
  readonly host: string;
  /** Unescaped. */
  readonly path: string;
  /** What follows the first question mark, as it is written; see `queryValues`. */
  readonly rawQuery: string;
}

export type UrlResult = ParsedUrl | { readonly error: string };

const hexEscape = /%[\dA-Fa-f]{2}/g;
/** Non-ASCII is let through everywhere: Go's rule, not that of the RFC. */
const notInHost = /[^\w.~!$&'()*+,;=:[\]<>"\u0080-\uffff-]/;
/** Fewer than eight as first digit stands for ASCII, which a host may not hide; only the percent sign itself is let through. */
const hiddenAsciiInHost = /%(?!25)[0-7]/;
const asciiOfHost = /[\w.~!$&'()*+,;=:[\]<>"-]/;
const notInUserinfo = /[^\w.~!$&'()*+,;=:%@-]/;

/** Parses an absolute or relative URL; `error` says in lower case what is wrong with it. */
export function parseUrl(text: string): UrlResult {
  const [beforeFragment, fragment] = cut(text, '#');
  if (/[\0-\x1f\x7f]/.test(beforeFragment)) return { error: 'it has a control character' };
  const schemeMatch = /^([A-Za-z][A-Za-z0-9+.-]*)?:/.exec(beforeFragment);
  if (schemeMatch && schemeMatch[1] === undefined) return { error: 'it has no scheme before its first colon' };
  const scheme = (schemeMatch?.[1] ?? '').toLowerCase();
  const [hierarchy, rawQuery] = cut(beforeFragment.slice(schemeMatch?.[0].length ?? 0), '?');
  const parsed = parseHierarchy(scheme, hierarchy);
  if ('error' in parsed) return parsed;
  const fragmentFault = badEscape(fragment);
  if (fragmentFault) return { error: `${fragmentFault} in its fragment` };
  return { scheme, rawQuery, ...parsed };
}

/** The values of a query parameter, unescaped, in order; pairs with a bad escape or a semicolon are skipped, as Go does. */
export function queryValues(rawQuery: string, name: string): readonly string[] {
  const values: string[] = [];
  for (const pair of rawQuery.split('&')) {
    if (pair === '' || pair.includes(';') || badEscape(pair)) continue;
    const [key, value] = cut(pair, '=');
    if (resolveEscapes(key.replaceAll('+', ' ')) === name) values.push(resolveEscapes(value.replaceAll('+', ' ')));
  }
  return values;
}

type Hierarchy = Pick<ParsedUrl, 'opaque' | 'host' | 'path'>;

function parseHierarchy(scheme: string, hierarchy: string): Hierarchy | { readonly error: string } {
  let path = hierarchy;
  let host = '';
  if (!hierarchy.startsWith('/')) {
    if (scheme !== '') return { opaque: hierarchy, host, path: '' };
    // It would read as a malformed scheme.
    if (cut(hierarchy, '/')[0].includes(':')) return { error: 'its first path segment has a colon' };
  }
  // A relative `///x` is a path; with a scheme it is an empty host and a path.
  if (hierarchy.startsWith('//') && (scheme !== '' || !hierarchy.startsWith('///'))) {
    const slash = hierarchy.indexOf('/', 2);
    const authority = slash < 0 ? hierarchy.slice(2) : hierarchy.slice(2, slash);
    path = slash < 0 ? '' : hierarchy.slice(slash);
    const hostStart = authority.lastIndexOf('@') + 1;
    host = authority.slice(hostStart);
    const fault = hostFault(host) ?? userinfoFault(authority.slice(0, Math.max(0, hostStart - 1)));
    if (fault) return { error: fault };
  }
  const pathFault = badEscape(path);
  return pathFault
    ? { error: `${pathFault} in its path` }
    : { opaque: '', host: resolveEscapes(host), path: resolveEscapes(path) };
}

function hostFault(host: string): string | undefined {
  if (!host.startsWith('[')) {
    const colon = host.lastIndexOf(':');
    return (colon < 0 ? undefined : portFault(host.slice(colon))) ?? hostPartFault(host);
  }
  const close = host.lastIndexOf(']');
  if (close < 0) return 'it has no `]` after the `[` in its host';
  const fault = portFault(host.slice(close + 1));
  if (fault) return fault;
  // `%25` begins the zone of an IPv6 address, where other escapes are allowed (RFC 6874).
  const zone = host.slice(0, close).indexOf('%25');
  if (zone < 0) return hostPartFault(host);
  return hostPartFault(host.slice(0, zone)) ?? zoneFault(host.slice(zone, close)) ?? hostPartFault(host.slice(close));
}

/** `port` is empty or begins with its colon; any number of digits is fine, none too. */
function portFault(port: string): string | undefined {
  return port === '' || /^:\d*$/.test(port) ? undefined : 'its port is not a number';
}

function hostPartFault(host: string): string | undefined {
  const fault = badEscape(host) ?? (hiddenAsciiInHost.test(host) ? 'an escaped ASCII character' : undefined);
  return fault ? `${fault} in its host` : oddHostCharacter(host);
}

function zoneFault(zone: string): string | undefined {
  const fault =
    badEscape(zone) ?? (zone.match(hexEscape)?.some(isOddInZone) ? 'an escaped special character' : undefined);
  return fault ? `${fault} in the zone of its host` : oddHostCharacter(zone);
}

/** A zone may hide blanks, percent signs and what a host can hold anyway, in ASCII. */
function isOddInZone(escaped: string): boolean {
  if (escaped === '%25' || escaped === '%20') return false;
  return !asciiOfHost.test(String.fromCharCode(Number.parseInt(escaped.slice(1), 16)));
}

function oddHostCharacter(host: string): string | undefined {
  const odd = notInHost.exec(host.replace(hexEscape, ''))?.[0];
  return odd && `${odd === ' ' ? 'a blank' : `\`${odd}\``} in its host`;
}

function userinfoFault(userinfo: string): string | undefined {
  if (notInUserinfo.test(userinfo)) return 'an invalid character in its user information';
  const fault = badEscape(userinfo);
  return fault && `${fault} in its user information`;
}

/** What is wrong when a percent sign lacks its two hex digits. */
function badEscape(text: string): string | undefined {
  return /%(?![\dA-Fa-f]{2})/.test(text) ? 'a bad percent-escape' : undefined;
}

/** `text` with its percent-escapes resolved; they are known to be good. */
function resolveEscapes(text: string): string {
  if (!text.includes('%')) return text;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '%') {
      const next = text.indexOf('%', i);
      for (const byte of encodeUtf8(text.slice(i, next < 0 ? text.length : next))) bytes.push(byte);
      i = (next < 0 ? text.length : next) - 1;
    } else {
      bytes.push(Number.parseInt(text.slice(i + 1, i + 3), 16));
      i += 2;
    }
  }
  return decodeUtf8(Uint8Array.from(bytes));
}

/** The text before and after the first `separator`; all of it and nothing when there is none. */
function cut(text: string, separator: string): readonly [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
