// Conditions and assertions: `|` makes one of several enough, `!` turns it round; the rest depends on what is asked.
import { nearest } from '../../../text/edit-distance.ts';
import { hasSpecifier, shown, type ValueFault } from './fault.ts';
import { isBoolean } from './numbers.ts';
import { hasParent } from './paths.ts';

const pathConditions = /^(Condition|Assert)(Path|Directory|File|NeedsUpdate)/;
const architectures =
  'x86 x86-64 ia64 arc arc-be arm arm-be arm64 arm64-be alpha cris loongarch64 m68k mips mips-le mips64 mips64-le nios2 parisc parisc64 ppc ppc-le ppc64 ppc64-le riscv32 riscv64 s390 s390x sh sh64 sparc sparc64 tilegx native'.split(
    ' ',
  );

/** Reads the value of a condition; which one it is decides what may stand there. */
export function readCondition(value: string, directive: string): ValueFault | undefined {
  if (value === '') return undefined;
  const lead = /^\s*\|?\s*!?\s*/.exec(value)?.[0].length ?? 0;
  const argument = value.slice(lead);
  const fault = (message: string): ValueFault => ({ start: lead, end: value.length, message });
  if (argument.startsWith('|')) return fault('`|` stands before `!`; write `|!`');
  if (hasSpecifier(argument)) return undefined;
  if (pathConditions.test(directive)) {
    if (!argument.startsWith('/')) return fault(`${shown(argument)} is no absolute path; begin it with \`/\``);
    return hasParent(argument) ? fault(`${shown(argument)} has \`..\` in it; write the path that it means`) : undefined;
  }
  if (directive.endsWith('FirstBoot') || directive.endsWith('ACPower')) {
    return isBoolean(argument) ? undefined : fault(`${shown(argument)} is no boolean; write \`yes\` or \`no\``);
  }
  if (directive.endsWith('Architecture') && !architectures.includes(argument)) {
    const meant = nearest(argument, architectures);
    return fault(
      `${shown(argument)} is no architecture${meant ? `; did you mean \`${meant}\`?` : '; write systemd’s name, such as `x86-64`'}`,
    );
  }
  return undefined;
}
