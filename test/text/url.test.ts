import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl, queryValues } from '../../compiler/src/text/url.ts';

describe('parseUrl', () => {
  it.each([
    ['http://x', { scheme: 'http', host: 'x' }],
    ['HTTPS://X', { scheme: 'https', host: 'X' }],
    ['http:', { scheme: 'http', host: '', opaque: '' }],
    ['http:///', { host: '', path: '/' }],
    ['http://a:', { host: 'a:' }],
    ['http://h:99999/', { host: 'h:99999', path: '/' }],
    ['http://a/b c', { path: '/b c' }],
    ['http://a?%zz', { rawQuery: '%zz' }],
    ['http://a/?', { path: '/', rawQuery: '' }],
    ['http://a?b?c', { rawQuery: 'b?c' }],
    ['http://::1', { host: '::1' }],
    ['http://a]b', { host: 'a]b' }],
    ['http://[::1]:80/', { host: '[::1]:80' }],
    ['http://[fe80::1%25en%200]', { host: '[fe80::1%en 0]' }],
    ['http://[::1%25%22%5B]', { host: '[::1%"[]' }],
    ['http://user:p@ss@h/', { host: 'h' }],
    ['http://a%C3%A9%25', { host: 'aé%' }],
    ['http://é/%41', { host: 'é', path: '/A' }],
    ['http://a<>"', { host: 'a<>"' }],
    ['http://a#\u0001', { host: 'a' }],
    ['tftp:x', { scheme: 'tftp', opaque: 'x' }],
    ['arn:aws:s3:::b/k?v', { scheme: 'arn', opaque: 'aws:s3:::b/k', rawQuery: 'v' }],
    ['data:,%zz#%41', { scheme: 'data', opaque: ',%zz' }],
    ['a+b.c-d:x', { scheme: 'a+b.c-d' }],
    ['', { scheme: '', path: '' }],
    ['x', { scheme: '', path: 'x' }],
    ['a/b:c', { scheme: '', path: 'a/b:c' }],
    ['//x/y', { scheme: '', host: 'x', path: '/y' }],
    ['///x', { scheme: '', host: '', path: '///x' }],
    ['file:///x', { scheme: 'file', host: '', path: '/x' }],
    ['?x', { scheme: '', rawQuery: 'x' }],
    ['*', { path: '*' }],
  ])('reads %j', (text, parts) => {
    expect(parseUrl(text)).toMatchObject(parts);
  });

  it.each([
    ['1:b', 'colon'],
    [':x', 'scheme'],
    ['-a:x', 'colon'],
    ['a b:c', 'colon'],
    ['a%20b:x', 'colon'],
    [' http://x', 'colon'],
    ['http://a b', 'a blank in its host'],
    ['http://x ', 'a blank in its host'],
    ['http://a\\b', '`\\` in its host'],
    ['http://us er@h/', 'user'],
    ['http://é@h/', 'user'],
    ['http://a%zz@h/', 'user'],
    ['http://a/%zz', 'path'],
    ['x%2', 'path'],
    ['http://a%zz/', 'host'],
    ['http://a%41/', 'an escaped ASCII character in its host'],
    ['http://[::1%25%3F]', 'zone'],
    ['http://[::1%25%c3%a9]', 'zone'],
    ['http://[%41%25x]', 'an escaped ASCII character in its host'],
    ['http://a#%zz', 'fragment'],
    ['http://a:x', 'port'],
    ['http://[::1]x', 'port'],
    ['http://[::1', '`]`'],
    ['http://a\u0001', 'control'],
    ['http://a/\x7f', 'control'],
    ['a\nb', 'control'],
  ])('refuses %j', (text, reason) => {
    const result = parseUrl(text);
    expect('error' in result && result.error).toContain(reason);
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      'http:',
      '//',
      '/',
      '[',
      ']',
      '%25',
      '%',
      ':',
      '@',
      '?',
      '#',
      'a',
      '1',
      '\ud800',
      ' ',
    );
    fc.assert(fc.property(fc.string({ unit: pieces }), (text) => typeof parseUrl(text) === 'object'));
  });
});

describe('queryValues', () => {
  it.each([
    ['versionId=', ['']],
    ['versionId', ['']],
    ['versionId=1&a&versionId=2', ['1', '2']],
    ['version%49d=a+b%2B', ['a b+']],
    ['versionId=%zz', []],
    ['versionId=1;x', []],
    ['versionid=1', []],
    ['', []],
    ['&&versionId=é=é', ['é=é']],
  ])('of %j', (query, values) => {
    expect(queryValues(query, 'versionId')).toEqual(values);
  });
});
