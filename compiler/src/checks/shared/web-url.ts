// URLs of servers that are spoken to over http or https: proxies and Tang servers.
import { type ParsedUrl, parseUrl } from '../../text/url.ts';
import { quoted } from './words.ts';

/** Why a text is no URL, for a message; undefined for a URL. */
export function urlFault(text: string): string | undefined {
  const url = parseUrl(text);
  return 'error' in url ? `${quoted(text)} is no URL: ${url.error}` : undefined;
}

/** The scheme of a URL, in lower case; undefined for what is no URL. */
export function schemeOf(text: string): string | undefined {
  const url: ParsedUrl | { readonly error: string } = parseUrl(text);
  return 'error' in url ? undefined : url.scheme;
}

export function isWebScheme(scheme: string): boolean {
  return scheme === 'http' || scheme === 'https';
}
