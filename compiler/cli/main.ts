// The whole program: which commands there are. What each takes is defined beside its code in `commands/`.
import type { DefineCommand } from './command.ts';
import { defineBuild } from './commands/define-build.ts';
import { defineCheck } from './commands/define-check.ts';
import { defineCompile } from './commands/define-compile.ts';
import { defineDiff } from './commands/define-diff.ts';
import { defineExplain } from './commands/define-explain.ts';
import { defineFmt } from './commands/define-fmt.ts';
import { defineLsp } from './commands/define-lsp.ts';
import { defineMerge } from './commands/define-merge.ts';
import { defineRules } from './commands/define-rules.ts';
import { defineSchema } from './commands/define-schema.ts';
import { defineUpgrade } from './commands/define-upgrade.ts';
import { defineValidate } from './commands/define-validate.ts';
import { start } from './start.ts';

/** In the order in which the help lists them. */
const commands: readonly DefineCommand[] = [
  defineCompile,
  defineCheck,
  defineValidate,
  defineFmt,
  defineUpgrade,
  defineMerge,
  defineBuild,
  defineExplain,
  defineDiff,
  defineLsp,
  defineRules,
  defineSchema,
];

start(commands);
