// Pieces of a text in messages.
import { expect, test } from 'vitest';
import { compile, validateIgnition } from '../../compiler/src/index.ts';
import { shorten } from '../../compiler/src/syntax/shorten.ts';

test('counts characters, not units of UTF-16', () => {
  expect(shorten('a'.repeat(40))).toBe('a'.repeat(40));
  expect(shorten('a'.repeat(41))).toBe(`${'a'.repeat(40)}…`);
  expect(shorten('😀'.repeat(40))).toBe('😀'.repeat(40));
  expect(shorten('😀'.repeat(41))).toBe(`${'😀'.repeat(40)}…`);
  expect(shorten(`a${'😀'.repeat(60)}`, 60)).toBe(`a${'😀'.repeat(59)}…`);
  expect(shorten('a\nb')).toBe('a…');
});

test('no message has half a character', () => {
  for (const length of [39, 40, 59, 60]) {
    const long = `${'a'.repeat(length)}😀bcd`;
    const messages = [
      compile(`variant: fcos\nversion: 1.7.0\nstorage: {files: "${long}"}\n`),
      compile(`variant: fcos\nversion: 1.7.0\nstorage: {files: [{path: "${long}"}]}\n`),
      validateIgnition(`{"ignition": {"version": "3.5.0"}, "storage": {"files": "${long}"}}`),
      validateIgnition(`{"ignition": {"version": "3.5.0"}, "storage": {"files": ${long}}}`),
    ].map(({ diagnostics }) => diagnostics.map(({ message }) => message).join());
    for (const message of messages) expect(message).toMatch(/aaa/);
    for (const message of messages) expect(message).not.toMatch(/\p{Surrogate}/u);
  }
});
