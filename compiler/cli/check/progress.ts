// A line that says how far a long run is. Only on a terminal, only after a moment, and gone when the run is over.
import { escapeControls } from '../../src/render/escape.ts';
import { writeError } from '../output.ts';
import { columnsOf } from '../terminal.ts';

const quietMilliseconds = 500;
const stepMilliseconds = 100;
const defaultColumns = 80;
const clearLine = '\r\u001b[K';

export interface Progress {
  /** Called before each file. */
  step(index: number, count: number, name: string): void;
  done(): void;
}

/** Writes to standard error when that is a terminal; elsewhere does nothing. */
export function startProgress(): Progress {
  const { isTTY } = process.stderr;
  if (!isTTY || process.env.TERM === 'dumb') return { step: () => {}, done: () => {} };
  const width = columnsOf(process.stderr) ?? defaultColumns;
  const start = Date.now();
  let last = start + quietMilliseconds - stepMilliseconds;
  let isShown = false;
  return {
    step(index, count, name) {
      const now = Date.now();
      if (now - last < stepMilliseconds) return;
      last = now;
      isShown = true;
      const text = `checking ${index + 1} of ${count}: ${escapeControls(name)}`;
      writeError(`${clearLine}${[...text].slice(0, width - 1).join('')}`);
    },
    done() {
      if (isShown) writeError(clearLine);
    },
  };
}
