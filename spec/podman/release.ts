// Releases of Podman, `5.4`: the only place that compares them.

/** Whether something that came with `since` is missing in `release`. An unknown release lacks nothing. */
export function isNewer(since: string | undefined, release: string | undefined): boolean {
  if (since === undefined || release === undefined) return false;
  const [a, b] = [numbers(since), numbers(release)];
  return (a[0] - b[0] || a[1] - b[1]) > 0;
}

function numbers(release: string): readonly [number, number] {
  const [major = '', minor = ''] = release.replace(/^v/, '').split('.');
  return [Number(major) || 0, Number(minor) || 0];
}
