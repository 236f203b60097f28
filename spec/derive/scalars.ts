// What scalars may look like in a schema. Ignition JSON takes JSON's own types. Butane takes YAML's scalars for any text,
// and editors disagree with it on which spellings are numbers or booleans (`0o644`, `1_000`, `yes`): what one of them reads
// as a text must pass.
import type { Side } from '../fields.ts';
import type { JsonSchema } from './schema.ts';

/** A required text is neither null nor empty. */
export function text(side: Side, required = false): JsonSchema {
  const types = side === 'source' ? ['string', 'number', 'boolean'] : ['string'];
  return required ? { type: types, minLength: 1 } : { type: [...types, 'null'] };
}

export function whole(side: Side): JsonSchema {
  return side === 'source'
    ? { type: ['number', 'string', 'null'], pattern: wholeNumber }
    : { type: ['integer', 'null'] };
}

export function flag(side: Side): JsonSchema {
  return side === 'source' ? { type: ['boolean', 'string', 'null'], pattern: yesOrNo } : { type: ['boolean', 'null'] };
}

/** Spellings of numbers in YAML 1.1 and 1.2: octal, hexadecimal, binary, with underscores, with a fraction. */
const wholeNumber =
  '^[-+]?(?:0[oO]?_*[0-7][0-7_]*|0[xX][0-9A-Fa-f_]+|0[bB][01_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\\.(?:inf|Inf|INF))$';

/** Spellings that Butane takes for booleans and some readers for texts. */
const yesOrNo = '^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$';

/** A version as the lookup of specs compares it: leading zeros do not count, nor do a final dash or plus. */
export function version(of: string): JsonSchema {
  const [numbers = '', prerelease = ''] = of.split('-');
  const zeros = numbers
    .split('.')
    .map((number) => `0*${number}`)
    .join('\\.');
  return { type: 'string', pattern: `^${zeros}${prerelease === '' ? '-?' : `-${prerelease}`}\\+?$`, default: of };
}
