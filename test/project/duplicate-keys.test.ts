// Keys of JSON that Ignition reads as one.
import { expect, test } from 'vitest';
import { duplicateKeys } from '../../compiler/src/project/duplicate-keys.ts';
import { readDocument } from '../../compiler/src/read-document.ts';

function messagesOf(text: string): readonly string[] {
  return duplicateKeys(readDocument(text, 'a.json')).map(({ message }) => message);
}

test('a key is named as it is written', () => {
  expect(messagesOf('{"wipeTable": true, "wipeTable": false}')).toEqual([
    'key `wipeTable` stands twice in one object; keep one of them',
  ]);
});

test('keys that Go folds into one are found', () => {
  expect(messagesOf('{"source": "", "\u017fource": ""}')).toHaveLength(1);
  expect(messagesOf('{"links": [], "lin\u212as": [], "LINKS": []}')).toHaveLength(2);
});

test('what is no key is none twice', () => {
  expect(messagesOf('{[a]: 1, [b]: 2}')).toEqual([]);
});
