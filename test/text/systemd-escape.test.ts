import { describe, expect, it } from 'vitest';
import { escapeSystemdPath } from '../../compiler/src/text/systemd-escape.ts';

describe('escapeSystemdPath', () => {
  it.each([
    ['/var/log', 'var-log'],
    ['/', '-'],
    ['', '-'],
    ['///', '-'],
    ['//a///b//', 'a-b'],
    ['/dev/disk/by-partlabel/var-log', 'dev-disk-by\\x2dpartlabel-var\\x2dlog'],
    ['/.a/.b', '\\x2ea-.b'],
    ['/var/.x-é', 'var-.x\\x2d\\xc3\\xa9'],
    ['/a:b_c.d', 'a:b_c.d'],
    ['/a\tb\u0001', 'a\\x9b\\x1'], // unpadded, unlike systemd
    ['/a b\\c', 'a\\x20b\\x5cc'],
    ['/-', '\\x2d'],
    ['/😀', '\\xf0\\x9f\\x98\\x80'],
  ])('%j gives %j', (path, name) => {
    expect(escapeSystemdPath(path)).toBe(name);
  });

  it('takes the bytes of a path that is not UTF-8', () => {
    expect(escapeSystemdPath('/a\ufffd', Uint8Array.from([0x2f, 0x61, 0xff]))).toBe('a\\xff');
  });
});
