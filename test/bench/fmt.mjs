// How long formatting takes: 500 configs in odd styles, as one process does it, and the share of reading them.
import { formatDocument, readDocument } from '../../dist/lib/index.js';
import { daily, long } from './inputs.mjs';

/** A config that leaves the formatter something to do: other indentation, quotes, tight lists, modes without their zero. */
export function oddText(number) {
  const text = number % 5 === 0 ? long() : daily();
  switch (number % 4) {
    case 0:
      return text.replace(/^ +/gm, '  $&');
    case 1:
      return text.replace(/path: (\S+)/g, "path:   '$1'").replace(/enabled: true/g, 'enabled:  true # on');
    case 2:
      return text.replace(/\n/g, '\r\n').replace(/mode: 0644/g, 'mode:    0o644');
    default:
      return text.replace(/^(systemd|storage):/gm, '\n\n\n# a section\n$1:');
  }
}

/** Prints a table of sizes: the time per file has to stay what it is. */
export function fmtTable(counts = [125, 250, 500]) {
  const rows = counts.map((count) => {
    const texts = Array.from({ length: count }, (_, number) => oddText(number));
    const read = median(() => texts.forEach((text, number) => void readDocument(text, `${number}.bu`)));
    let changed = 0;
    const format = median(() => {
      changed = 0;
      for (const [number, text] of texts.entries()) {
        const result = formatDocument(readDocument(text, `${number}.bu`));
        if (result.kind !== 'formatted') throw new Error(`${number}: ${result.kind}`);
        if (result.text !== text) changed++;
      }
    });
    const lines = texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
    return {
      files: count,
      lines,
      changed,
      'read ms': Number(read.toFixed(1)),
      'read and format ms': Number(format.toFixed(1)),
      'µs per line': Number(((format * 1000) / lines).toFixed(2)),
    };
  });
  console.log('Formatting files:');
  console.table(rows);
}

function median(work) {
  work();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[2];
}

if (process.argv[1] === new URL(import.meta.url).pathname) fmtTable();
