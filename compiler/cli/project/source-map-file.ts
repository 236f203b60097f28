// Writes a source map beside an output: `worker.ign` has `worker.ign.map.json`.
import type { Fragment } from '../../src/project/fragment.ts';
import type { PrintedMerge } from '../../src/project/merged.ts';
import { sourceMapJson } from '../../src/project/source-map-json.ts';
import { writeFile } from '../output.ts';
import { relativeTo } from './build-target.ts';
import { documentsOf } from './report.ts';

/** Writes the source map of an output to `path`; by default beside it. Names in it are relative to the map's folder. */
export function writeSourceMap(
  output: string,
  printed: PrintedMerge,
  fragments: readonly Fragment[],
  path = `${output}.map.json`,
): void {
  const text = sourceMapJson(printed, documentsOf(fragments), (name) => relativeTo(path, name));
  writeFile(path, text, false);
}
