// What a command would change in a file, as a unified diff. Everything that comes from the file is escaped for terminals.
import { createTwoFilesPatch } from 'diff';
import { escapeControls } from '../../src/render/escape.ts';

/** The unified diff of a file before and after; empty when nothing changes. */
export function diffText(name: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  const lines = patch.split('\n').filter((line) => !line.startsWith('====='));
  return lines.map((line) => escapeControls(line.replace(/\t$/, ''))).join('\n');
}
