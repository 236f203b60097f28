// Which permission bits people give to files and directories. A mode that is not among them but would be if its digits were
// octal was most likely meant so.

const [read, write, execute] = [4, 2, 1] as const;
const [setuid, setgid, sticky] = [0o4000, 0o2000, 0o1000] as const;

/** Whether a mode is one that makes sense. Bits above 07777 are not looked at. */
export function isUsualMode(mode: number, kind: 'file' | 'directory'): boolean {
  if (mode === 0) return true;
  const digits = [mode & 7, (mode >> 3) & 7, (mode >> 6) & 7];
  return digits.every(isUsualDigit) && areOrdered(digits) && (mode & 0o444) !== 0 && hasUsualSpecialBits(mode, kind);
}

/** Write and execute only with read. */
function isUsualDigit(digit: number): boolean {
  return digit === 0 || (digit & read) !== 0;
}

/** Others may no more than the group, the group no more than the owner; who reads a program may run it if any greater may. */
function areOrdered(digits: readonly number[]): boolean {
  return digits.every((digit, index) =>
    digits.slice(0, index).every((lesser) => {
      const readsOnly = (lesser & read) !== 0 && (lesser & execute) === 0;
      return (lesser & ~digit) === 0 && !((digit & execute) !== 0 && readsOnly);
    }),
  );
}

function hasUsualSpecialBits(mode: number, kind: 'file' | 'directory'): boolean {
  const has = (bits: number): boolean => (mode & bits) !== 0;
  if (kind === 'directory') return has(0o111) && !has(setuid) && (!has(setgid | sticky) || has(0o222));
  return !has(sticky) && (!has(setuid | setgid) || (has(0o111) && (mode & write) === 0));
}
