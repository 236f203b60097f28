// `kindling compile` and nothing else: hooks and Makefiles start it for one small config after another, and what is not in a
// bundle costs nothing.
import { defineCompile } from './commands/define-compile.ts';
import { start } from './start.ts';

start([defineCompile]);
