// `kindling rules`: every code has its page, and the page of each can be had in every form.
import { describe, expect, test } from 'vitest';
import { rulePages } from '../../compiler/src/diagnostic/pages.ts';
import { fullCatalogue as catalogue } from '../../compiler/src/full-catalogue.ts';
import { runCli } from './run-cli.ts';

describe('the catalogue', () => {
  test('has each code once, in order, with a full page', () => {
    const codes = catalogue.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const { code, docs } of catalogue) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(Object.values(docs).every((text) => text.length > 10)).toBe(true);
    }
  });

  test('becomes Markdown pages and a list that links to them', () => {
    const pages = new Map(rulePages(catalogue).map(({ path, text }) => [path, text]));
    const list = pages.get('docs/rules/README.md') ?? '';
    expect(pages.size).toBe(catalogue.length + 1);
    for (const { code, docs } of catalogue) {
      expect(list).toContain(`(${code}.md)`);
      expect(pages.get(`docs/rules/${code}.md`)).toContain(docs.fix);
    }
  });
});

describe('the command', () => {
  test('lists all codes', () => {
    const { code, stdout, stderr } = runCli(['rules']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(catalogue.length);
    expect(stdout).toMatch(/^mode-not-octal +warning +/m);
  });

  test('explains one', () => {
    const { stdout } = runCli(['rules', 'mode-not-octal']);
    expect(stdout).toMatch(/^mode-not-octal \(warning\)\n\n[\s\S]+\n\nWhy: [\s\S]+\n\nFix: [\s\S]+[^\n]\n$/);
  });

  test('as JSON and Markdown', () => {
    const all = JSON.parse(runCli(['rules', '--format', 'json']).stdout) as object[];
    expect(all).toHaveLength(catalogue.length);
    const one = JSON.parse(runCli(['rules', 'path-relative', '-f', 'json']).stdout) as object;
    expect(one).toMatchObject({ code: 'path-relative', severity: 'error' });
    expect(all).toContainEqual(one);
    expect(runCli(['rules', 'path-relative', '-f', 'markdown']).stdout).toMatch(/^# path-relative\n/);
    expect(runCli(['rules', '-f', 'markdown']).stdout).toContain('| [`path-relative`](path-relative.md) | error |');
  });

  test('says what is wrong with a call', () => {
    expect(runCli(['rules', 'mode-not-octel'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'kindling: there is no code `mode-not-octel`; did you mean `mode-not-octal`?\n',
    });
    expect(runCli(['rules', '-f', 'html'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'kindling: there is no format `html`; use text, json or markdown\n',
    });
  });
});
