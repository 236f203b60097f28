// Keys at the wrong place: put where they belong when there is one such place, and never without being asked.
import { describe, expect, test } from 'vitest';
import { fixed } from './properties.ts';

const header = 'variant: fcos\nversion: 1.6.0\n';

function fix(input: string, unsafe = true): string {
  return fixed({ id: '', input: header + input, host: {}, raw: false }, unsafe).document.text.slice(header.length);
}

const file = (rest: string): string => `storage:\n  files:\n    - path: /a\n${rest}`;

describe('a key that belongs elsewhere', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'one level up, the last of its mapping',
      file('      contents:\n        inline: x\n        mode: 0644 # m\n      overwrite: true\n'),
      file('      contents:\n        inline: x\n      mode: 0644 # m\n      overwrite: true\n'),
    ],
    [
      'one level up, in the middle',
      file('      contents:\n        mode: 0644\n        inline: x\n      overwrite: true\n'),
      file('      contents:\n        inline: x\n      mode: 0644\n      overwrite: true\n'),
    ],
    [
      'at the top',
      'storage:\n  files:\n    - path: /a\n  systemd:\n    units:\n      - name: a.service\n        enabled: true\n',
      'storage:\n  files:\n    - path: /a\nsystemd:\n  units:\n    - name: a.service\n      enabled: true\n',
    ],
    [
      'beside the list of its item',
      'storage:\n  files:\n    - path: /a\n      directories:\n        - path: /b\n',
      'storage:\n  files:\n    - path: /a\n  directories:\n    - path: /b\n',
    ],
    [
      'below a key without a value',
      file('      contents:\n      # c\n      inline: |\n        one\n\n        two\n      mode: 0644\n'),
      file('      contents:\n      # c\n        inline: |\n          one\n\n          two\n      mode: 0644\n'),
    ],
    [
      'below a key that is missing',
      file('      inline: x # c\n      mode: 0644\n'),
      file('      contents:\n        inline: x # c\n      mode: 0644\n'),
    ],
    [
      'in the mapping beside it',
      file('      contents:\n        compression: ""\n      inline: x\n      mode: 0644\n'),
      file('      contents:\n        compression: ""\n        inline: x\n      mode: 0644\n'),
    ],
  ];
  test.each(cases)('goes there: %s', (_, before, after) => {
    expect(fix(before)).toBe(after);
    expect(fix(before, false)).toBe(before);
  });

  const kept: readonly (readonly [string, string])[] = [
    ['it is there already', file('      contents:\n        inline: x\n        mode: 0644\n      mode: 0600\n')],
    ['two places are possible', file('      name: x\n')],
    ['the value has another shape', file('      contents:\n        inline: x\n        mode: [1]\n')],
    ['in braces', file('      contents: { inline: x, mode: 0644 }\n')],
    ['the only key', file('      contents:\n        overwrite: true\n')],
    [
      'an alias would lose its anchor',
      file('      contents:\n        mode: &m 0644\n        source: *m\n      user: { id: 1 }\n'),
    ],
  ];
  test.each(kept)('stays: %s', (_, text) => {
    expect(fix(text)).toBe(text);
  });
});
