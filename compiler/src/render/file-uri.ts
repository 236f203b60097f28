// Names of files as URI references.

/** `a b/c.bu` becomes `a%20b/c.bu`, `/a` becomes `file:///a`. */
export function fileUri(file: string): string {
  const path = file.split('/').map(encodeSegment).join('/');
  if (file.startsWith('//')) return `file://${path.replace(/^\/+/, '/')}`;
  return file.startsWith('/') ? `file://${path}` : path;
}

function encodeSegment(segment: string): string {
  // Half a surrogate pair cannot be written in UTF-8.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}
