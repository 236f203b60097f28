// Configs that stand in data URLs and inline texts, folded into the config that carries them: in Butane, Ignition JSON and
// MachineConfigs, packed and hashed, level in level; and what can be wrong with them, at the data URL.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opener } from '../../compiler/node/opener.ts';
import { mostCarriedBytes, mostCarriedLevels } from '../../compiler/src/project/carried-configs.ts';
import { type Fragment, readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeExactly } from '../../compiler/src/project/merge-exactly.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { printMerged } from '../../compiler/src/project/merged.ts';

interface Carried {
  readonly source: string;
  readonly compression?: string;
  readonly verification?: { readonly hash: string };
}

const version = '3.5.0';
const config = (more: object = {}, merge: readonly Carried[] = []): object => ({
  ignition: { version, ...(merge.length > 0 ? { config: { merge } } : {}) },
  ...more,
});
const user = (name: string): object => ({ passwd: { users: [{ name }] } });
const file = (mode: number): object => ({ storage: { files: [{ path: '/a', mode }] } });
const bytesOf = (value: object | string): Buffer =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

const percent = (value: object | string): Carried => ({
  source: `data:,${encodeURIComponent(bytesOf(value).toString())}`,
});
const base64 = (value: object | string): Carried => ({
  source: `data:application/json;base64,${bytesOf(value).toString('base64')}`,
});
const packed = (value: object | string): Carried => ({
  source: `data:;base64,${gzipSync(bytesOf(value)).toString('base64')}`,
  compression: 'gzip',
});
const hashed = (name: 'sha256' | 'sha512', value: object, make: (value: object) => Carried): Carried => ({
  ...make(value),
  verification: { hash: `${name}-${createHash(name).update(bytesOf(value)).digest('hex')}` },
});

function flatten(text: string, name = 'x.ign', withOpener = true): readonly Fragment[] {
  return readFragments(text, name, {}, { mode: 'flatten', ...(withOpener ? { opener } : {}) });
}

function outputOf(text: string, name?: string, withOpener?: boolean) {
  const { result, diagnostics } = mergeFreely(flatten(text, name, withOpener));
  return { diagnostics, output: result && JSON.parse(printMerged(result, 'ignition').text) };
}

/** Findings with the text that they point at, shortened. */
function told(text: string, name?: string): readonly (readonly [string, string, string])[] {
  return outputOf(text, name).diagnostics.map(({ code, message, location: { uri, range } }) => [
    code,
    `${uri} ${text.slice(range.start, range.end).slice(0, 12)}`,
    message,
  ]);
}

const ways = { percent, base64, packed };

describe.each(Object.entries(ways))('a config in a data URL (%s)', (_, way) => {
  test('is part of the result', () => {
    const { output, diagnostics } = outputOf(JSON.stringify(config(user('one'), [way(config(user('two')))])));
    expect(diagnostics).toEqual([]);
    expect(output).toEqual(config({ passwd: { users: [{ name: 'one' }, { name: 'two' }] } }));
  });

  test('with what it carries itself, and its neighbours in their order', () => {
    const inner = way(config(user('b'), [base64(config(user('c'))), packed(config(user('d')))]));
    const text = JSON.stringify(config(user('a'), [inner, way(config(user('e')))]));
    expect(outputOf(text).output).toEqual(
      config({ passwd: { users: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })) } }),
    );
    expect(flatten(text).map(({ name }) => name)).toEqual([
      'x.ign',
      'x.ign (data URL 1)',
      'x.ign (data URL 1) (data URL 1)',
      'x.ign (data URL 1) (data URL 2)',
      'x.ign (data URL 2)',
    ]);
  });

  test.each(['sha256', 'sha512'] as const)('with a hash of what is unpacked (%s)', (name) => {
    const good = hashed(name, config(user('two')), way);
    expect(outputOf(JSON.stringify(config({}, [good]))).output).toEqual(config(user('two')));
    const bad = { ...way(config(user('other'))), verification: good.verification as { hash: string } };
    const message = 'this config cannot be included: `verification.hash` is that of other contents';
    expect(told(JSON.stringify(config({}, [bad])))).toEqual([
      ['include-invalid', expect.stringMatching(/^x\.ign "data:/), message],
    ]);
  });

  test('in a Butane config and in a MachineConfig', () => {
    const { source, compression } = way(config(user('two')));
    const more = compression ? `\n        compression: ${compression}` : '';
    const butane = `variant: fcos\nversion: 1.6.0\nignition:\n  config:\n    merge:\n      - source: ${source}${more}\n`;
    expect(outputOf(butane, 'x.bu').output).toEqual(config(user('two')));
    const merge = JSON.stringify({ ignition: { version, config: { merge: [{ source, compression }] } } });
    const machine = `apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata:\n  name: a\n  labels:\n    machineconfiguration.openshift.io/role: worker\nspec:\n  config: ${merge}\n`;
    expect(outputOf(machine, 'x.yaml').output).toEqual(config(user('two')));
  });
});

describe('findings stand at the data URL', () => {
  test('of a fault in the config, at whatever level', () => {
    const relative = { storage: { files: [{ path: 'relative' }] } };
    for (const carried of [base64(config(relative)), packed(config({}, [percent(config(relative))]))]) {
      const text = JSON.stringify(config({}, [carried]));
      const found = told(text);
      expect(found.map(([code]) => code)).toContain('path-relative');
      expect(found.map(([code]) => code)).toContain('include-invalid');
      for (const [, place] of found) expect(place).toMatch(/^x\.ign "data:/);
    }
  });

  test('of a contradiction', () => {
    const text = JSON.stringify(config(file(0o644), [base64(config(file(0o600)))]));
    const [finding, ...others] = outputOf(text).diagnostics;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'conflict-value', location: { uri: 'x.ign' } });
    expect(finding?.message).toContain('`0600` in `x.ign (data URL 1)`');
    const { start, end } = finding?.location.range ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toMatch(/^"data:.*"$/);
    expect(finding?.notes?.[0]?.location?.range.start).toBe(text.indexOf('420'));
  });

  test('of an inline text, within it', () => {
    const inner = JSON.stringify(config(file(0o600)));
    const head = 'variant: fcos\nversion: 1.6.0\n';
    const text = `${head}ignition:\n  config:\n    merge:\n      - inline: |\n          ${inner}\nstorage:\n  files:\n    - path: /a\n      mode: 0644\n`;
    const [finding] = outputOf(text, 'x.bu').diagnostics;
    expect(finding).toMatchObject({ code: 'conflict-value', location: { uri: 'x.bu' } });
    expect(text.slice(finding?.location.range.start, finding?.location.range.end)).toBe('384');
  });

  test.each([
    ['no gzip', { ...base64(config()), compression: 'gzip' }, 'not the gzip'],
    ['no JSON', percent('hello'), 'it has errors'],
    ['Butane', percent('variant: fcos\nversion: 1.6.0\n'), 'it has errors'],
    ['nothing', percent(''), 'it has errors'],
  ])('%s', (_, carried, why) => {
    const found = told(JSON.stringify(config({}, [carried])));
    expect(found.filter(([code]) => code === 'include-invalid').map(([, , message]) => message)).toEqual([
      expect.stringContaining(why),
    ]);
    for (const [, place] of found) expect(place).toMatch(/^x\.ign "data:/);
  });

  test('a URL or a hash that is none is an error of its own, said once', () => {
    expect(told(JSON.stringify(config({}, [{ source: 'data:;base64,***' }]))).map(([code]) => code)).not.toContain(
      'include-invalid',
    );
    const found = told(JSON.stringify(config({}, [{ ...base64(config()), verification: { hash: 'md5-00' } }])));
    expect(found.map(([code]) => code)).toEqual(['hash-function-unknown']);
  });
});

describe('limits', () => {
  test('a gzip bomb is not unpacked', () => {
    const bomb = packed(' '.repeat(mostCarriedBytes + 1));
    expect(bomb.source.length).toBeLessThan(200_000);
    expect(told(JSON.stringify(config({}, [bomb]))).map(([code, , message]) => [code, message])).toEqual([
      ['include-invalid', 'this config cannot be included: all that the file carries comes to more than 64 MiB'],
    ]);
  });

  test('many together are bounded too', () => {
    const thirds = [0, 1, 2, 3].map((more) =>
      packed(JSON.stringify(config()) + ' '.repeat(mostCarriedBytes / 3 - more * 99)),
    );
    const found = told(JSON.stringify(config({}, thirds)));
    expect(found.map(([code]) => code)).toEqual(['include-invalid']);
  });

  test('levels', () => {
    let inner = config(user('deep'));
    for (let level = 0; level < mostCarriedLevels; level++) inner = config({}, [packed(inner)]);
    expect(outputOf(JSON.stringify(inner)).output).toEqual(config(user('deep')));
    const found = told(JSON.stringify(config({}, [packed(inner)])));
    expect(found.map(([, , message]) => message).join()).toContain(`more than ${mostCarriedLevels} levels deep`);
  });
});

test('where nothing can be unpacked and hashed, such configs stay where they are', () => {
  const merge = [packed(config(user('a'))), hashed('sha256', config(user('b')), base64), base64(config(user('c')))];
  const { output, diagnostics } = outputOf(JSON.stringify(config({}, merge)), 'x.ign', false);
  expect(diagnostics).toEqual([]);
  expect(output).toEqual(config(user('c'), merge.slice(0, 2)));
});

test('what is fetched from elsewhere, and `replace`, stay', () => {
  const remote = { source: 'https://example.com/x.ign' };
  const text = JSON.stringify({
    ignition: { version, config: { merge: [remote], replace: base64(config(user('a'))) } },
  });
  expect(outputOf(text).output).toEqual(JSON.parse(text));
});

test('by Ignition’s rules the last one wins, in the order of the list', () => {
  const text = JSON.stringify(
    config(file(1), [base64(config(file(2), [packed(config(file(3)))])), percent(config(file(4)))]),
  );
  const { result } = mergeExactly(flatten(text));
  expect(result && JSON.parse(printMerged(result, 'ignition').text)).toEqual(config(file(4)));
});

test('whatever carries whatever, the result is that of all of them side by side', () => {
  const way = fc.constantFrom(percent, base64, packed);
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
  fc.assert(
    fc.property(names, fc.array(way, { minLength: 6, maxLength: 6 }), fc.nat(), (all, how, shape) => {
      // The bits say whether the next one stands in the last one or beside it.
      const carry = (index: number): object => {
        const name = all[index] ?? '';
        if (index + 1 >= all.length) return config(user(name));
        const make = how[index] ?? percent;
        if ((shape >> index) % 2 === 0 || index + 2 >= all.length) return config(user(name), [make(carry(index + 1))]);
        return config(user(name), [make(config(user(all[index + 1] ?? ''))), make(carry(index + 2))]);
      };
      const side = all.flatMap((name) => readFragments(JSON.stringify(config(user(name))), `${name}.ign`, {}));
      const { result } = mergeFreely(side);
      expect(outputOf(JSON.stringify(carry(0))).output).toEqual(
        result && JSON.parse(printMerged(result, 'ignition').text),
      );
    }),
  );
});
