// Kindling's lints of quadlets against Podman's own generator (5 or newer), on quadlets and small mistakes in them. Runs where
// the generator can be had, and says so where not: `install-quadlet.sh` gets it without installing Podman.
import { describe, expect, test } from 'vitest';
import { type Mutation, mutate, random } from './mutate.ts';
import { ourQuadletFindings } from './our-quadlet-findings.ts';
import { findGenerator, generate, quadletKindOf } from './quadlet-generator.ts';
import { quadletKeys, quadlets, quadletValues } from './quadlets.ts';

const generator = findGenerator();
if (generator === undefined) {
  console.warn(
    'Podman’s Quadlet generator, 5 or newer, is not on this machine (see install-quadlet.sh): these tests do not run',
  );
}

describe.skipIf(generator === undefined)('quadlets', () => {
  const { path, version } = generator ?? { path: '', version: '' };

  test.each(quadlets.map((quadlet) => [quadlet.name, quadlet] as const))('%s is fine', (_, quadlet) => {
    expect(generate(path, quadlet)).toEqual([]);
    expect(ourQuadletFindings(quadlet, version)).toEqual([]);
  });

  test('finds what the generator finds in mutations', () => {
    const below = random(7);
    const kinds: readonly Mutation[] = ['character', 'key', 'value', 'section'];
    const words = {
      keys: quadletKeys,
      values: quadletValues,
      sections: ['Unit', 'Container', 'Service', 'Contaner', 'Install', 'Volume', ''],
    };
    const missed: string[] = [];
    const surplus: string[] = [];
    let total = 0;
    for (let count = 0; count < 1200; count++) {
      const quadlet = quadlets[below(quadlets.length)] ?? { name: 'x.container', text: '' };
      const mutant = { name: quadlet.name, text: mutate(quadlet.text, kinds[count % 4] ?? 'key', below, words) };
      const messages = generate(path, mutant);
      const theirs = new Set(messages.map(quadletKindOf));
      const ours = ourQuadletFindings(mutant, version);
      const found = new Set(ours.map(({ kind }) => kind));
      total += theirs.size;
      for (const kind of theirs) if (!found.has(kind)) missed.push(`${messages.join('; ')}\n${mutant.text}`);
      const errors = ours.filter(({ severity, code }) => severity === 'error' && code.startsWith('quadlet-'));
      if (theirs.size === 0 && errors.length > 0) surplus.push(`${errors[0]?.message}\n${mutant.text}`);
    }
    const share = (total - missed.length) / total;
    console.log(
      `1200 mutations, ${total} findings of Podman ${version}, ${(share * 100).toFixed(2)} % found, ${surplus.length} errors of ours alone`,
    );
    expect(total).toBeGreaterThan(300);
    expect(share, missed.slice(0, 10).join('\n---\n')).toBeGreaterThanOrEqual(0.95);
    expect(surplus).toEqual([]);
  });
});
