// The spellings that Go's flag library takes and others do not, so that scripts written for Butane go on working.

const booleanFlags = /^--(check|pretty|raw|strict|raw-errors|debug|help|version)=(.*)$/;
const trueWords = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const falseWords = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

/**
 * `--pretty=true` becomes `--pretty`, `--pretty=false` vanishes, a bare `--color` means `always`, `-d=dir` is `-d dir`.
 * Everything else stays, so that a wrong flag is still seen as what was typed.
 */
export function normalizeFlags(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  const flags = end < 0 ? args : args.slice(0, end);
  return [...flags.flatMap(normalizeFlag), ...(end < 0 ? [] : args.slice(end))];
}

function normalizeFlag(arg: string): readonly string[] {
  if (arg === '--color' || arg === '--colour') return [`${arg}=always`];
  const value = /^(-[A-Za-z]*[do])=(.*)$/.exec(arg);
  if (value?.[1]) return [value[1], value[2] ?? ''];
  const short = /^-([a-zA-Z]*)([cprshVD])=(.*)$/.exec(arg);
  if (short) {
    const [, others = '', last = '', given = ''] = short;
    const before = others === '' ? [] : [`-${others}`];
    if (trueWords.has(given)) return [...before, `-${last}`];
    return falseWords.has(given) ? before : [arg];
  }
  const boolean = booleanFlags.exec(arg);
  if (boolean?.[2] === undefined) return [arg];
  if (trueWords.has(boolean[2])) return [`--${boolean[1]}`];
  return falseWords.has(boolean[2]) ? [] : [arg];
}
