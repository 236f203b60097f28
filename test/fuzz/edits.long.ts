// The long run of `npm run fuzz`: random documents, random configs and the corpus through the edit kit, the formatter and the fixes.
// KINDLING_FUZZ is the number of documents (10000), KINDLING_SEED the first seed (1); a fault is told with the seed that shows it.
import { expect, test } from 'vitest';
import { compile } from '../../compiler/src/compile.ts';
import { formatDocument } from '../../compiler/src/format/format.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { readCorpus } from '../conformance/corpus.ts';
import { faultOf, randomOperation } from '../edit/operations.ts';
import { examineFixes } from '../fix/properties.ts';
import { faultOfFormat } from '../format/properties.ts';
import { random } from './random.ts';
import { randomConfig } from './random-config.ts';
import { randomYaml } from './random-yaml.ts';

const count = Number(process.env.KINDLING_FUZZ ?? '10000');
const first = Number(process.env.KINDLING_SEED ?? '1');

test(`${count} documents from seed ${first}`, { timeout: 3_600_000 }, () => {
  const corpus = [...readCorpus().values()].flat().map(({ input }) => input);
  const faults: string[] = [];
  let edited = 0;
  for (let seed = first; seed < first + count; seed++) {
    const text = seed % 4 === 0 ? (corpus[seed % corpus.length] ?? '') : randomYaml(seed);
    faults.push(...faultsOfText(text, seed), ...faultsOfConfig(randomConfig(seed), seed));
    edited++;
    if (edited % 1000 === 0) console.log(`${edited} of ${count}, ${faults.length} faults`);
  }
  expect(faults.slice(0, 10)).toEqual([]);
});

function faultsOfText(text: string, seed: number): readonly string[] {
  const format = faultOfFormat(text);
  const operation = readDocument(text, '-').problems.length > 0 ? undefined : randomOperation(text, random(seed));
  const edit = operation && faultOf(text, operation);
  return [
    ...(format === undefined ? [] : [`format, seed ${seed}: ${format}`]),
    ...(edit === undefined ? [] : [`edit, seed ${seed}, ${operation?.name}: ${edit}`]),
  ];
}

function faultsOfConfig(config: string, seed: number): readonly string[] {
  const formatted = formatDocument(readDocument(config, '-'));
  const isOther = formatted.kind !== 'formatted' || compile(formatted.text).output !== compile(config).output;
  const { faults } = examineFixes({ id: `config of seed ${seed}`, input: config, host: {}, raw: false });
  return [...(isOther ? [`format, config of seed ${seed}: ${formatted.kind}, or other output`] : []), ...faults];
}
