// Inputs larger than anything that people write by hand, as programs make them: they take time in proportion to their length, and
// nothing in them ends the program.
import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/src/index.ts';

const header = 'variant: fcos\nversion: 1.7.0\n';

/** More than can be handed to a function on the stack. */
const tooManyArguments = 130_000;

describe('more items than the stack holds', () => {
  test('findings', () => {
    const text = `${header}storage: {files: [${'1,'.repeat(tooManyArguments)}]}\n`;
    expect(compile(text).diagnostics).toHaveLength(tooManyArguments);
  });
});
