// Hostile and huge texts: bounded time, coded findings, no exception.
import { describe, expect, test } from 'vitest';
import { quadletLanguage } from '../../compiler/src/embedded/quadlet/service.ts';
import { systemdLanguage } from '../../compiler/src/embedded/systemd/service.ts';

describe('bad input', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['a unit of 10 MB', '[Service]\nExecStart=/bin/true a b c\nEnvironment=A=b\n'.repeat(200_000)],
    ['a unit of 1 MB', '[Service]\nExecStart=/bin/true a b c\nEnvironment=A=b\n'.repeat(20_000)],
    ['a unit of 10 MB of mistakes', '[Service]\nExecStrat=/bin/true a b c\nRestart=allways\nfoo\n'.repeat(180_000)],
    ['a line of 1 MB', `[Unit]\nDescription=${'x'.repeat(500_000)}\nAfter=${'a.service '.repeat(50_000)}`],
    ['a million brackets', '['.repeat(1_000_000)],
    ['a hundred thousand lines of a bracket', '[\n'.repeat(100_000)],
    ['a unit of 1 MB of mistakes', '[Service]\nExecStrat=/bin/true a b c\nRestart=allways\nfoo\n'.repeat(18_000)],
    ['NUL bytes', '\0'.repeat(1_000_000)],
    ['an open quote', `[Service]\nExecStart=/bin/x "${'a '.repeat(400_000)}`],
    ['backslashes', `[Service]\nExecStart=/bin/x ${'\\'.repeat(900_001)}`],
    ['continuations', `[Service]\nExecStart=/bin/x ${'a \\\n'.repeat(200_000)}`],
    ['percent signs', `[Unit]\nDescription=${'%Z'.repeat(300_000)}`],
    [
      'numbers',
      `[Service]\nRestartSec=${'1 '.repeat(100_000)}\nMemoryMax=${'1K '.repeat(100_000)}\nLimitNOFILE=${'9'.repeat(300_000)}\n`,
    ],
    ['a calendar', `[Timer]\nOnCalendar=${'Mon,'.repeat(200_000)}`],
  ];

  test('what is too large is said to be', () => {
    const unit = { path: '/etc/systemd/system/x.service', text: 'x'.repeat((1 << 20) + 1) };
    expect(systemdLanguage.diagnose(unit, {}).map(({ definition }) => definition.code)).toEqual(['unit-too-large']);
  });

  test('1,000 units of 30 lines are read and checked in bounded time', () => {
    const lines = 'Environment=A=b C=d\nExecStartPre=/usr/bin/env true --flag "a b"\nRestart=on-failure\n'.repeat(8);
    const text = `[Unit]\nDescription=x\nAfter=network.target\n[Service]\nExecStart=/usr/bin/app\n${lines}[Install]\nWantedBy=multi-user.target\n`;
    const measure = (round: number): number => {
      const start = performance.now();
      for (let i = 0; i < 1000; i++) {
        expect(
          systemdLanguage.diagnose({ path: `/etc/systemd/system/u${i}.service`, text: `${text}# ${round} ${i}\n` }, {}),
        ).toEqual([]);
      }
      return performance.now() - start;
    };
    measure(0);
    const warm = measure(1);
    console.log(`1,000 units of 31 lines, warm: ${Math.round(warm)} ms`);
    expect(warm).toBeLessThan(10_000);
  });

  test.each(texts)('%s', (_, text) => {
    const start = performance.now();
    const unit = { path: '/etc/systemd/system/x.service', text };
    expect(() => systemdLanguage.diagnose(unit, {})).not.toThrow();
    expect(() => quadletLanguage.diagnose({ path: '/etc/containers/systemd/x.container', text }, {})).not.toThrow();
    // Bounded: a quadratic step would take minutes. The limit leaves room for a busy machine.
    expect(performance.now() - start).toBeLessThan(40_000);
  });
});
