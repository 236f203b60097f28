// What the languages answer editors: completion, hover, symbols, tokens, references, in offsets of the text alone.
import { describe, expect, test } from 'vitest';
import type { EmbeddedLanguage } from '../../compiler/src/embedded/language.ts';
import { quadletLanguage } from '../../compiler/src/embedded/quadlet/service.ts';
import { systemdLanguage } from '../../compiler/src/embedded/systemd/service.ts';

/** A text with `|` where the cursor is. */
function at(path: string, marked: string): readonly [{ path: string; text: string }, number] {
  const offset = marked.indexOf('|');
  return [{ path, text: marked.slice(0, offset) + marked.slice(offset + 1) }, offset];
}

function complete(language: EmbeddedLanguage, path: string, marked: string, releases = {}): readonly string[] {
  const [text, offset] = at(path, marked);
  return language.complete(text, offset, releases).map(({ range, insert }) => {
    return text.text.slice(0, range.start) + insert + text.text.slice(range.end);
  });
}

const unit = '/etc/systemd/system/app.service';
const container = '/etc/containers/systemd/web.container';

describe('completion', () => {
  test('sections of the type of the unit', () => {
    expect(complete(systemdLanguage, unit, '[Se|')).toEqual(['[Unit]', '[Service]', '[Install]']);
    expect(complete(systemdLanguage, '/x/a.timer', '[|]\nA=b')).toEqual([
      '[Unit]\nA=b',
      '[Timer]\nA=b',
      '[Install]\nA=b',
    ]);
    expect(complete(quadletLanguage, container, '[|')).toContain('[Container]');
  });

  test('keys of the section, with the equals sign where there is none', () => {
    expect(complete(systemdLanguage, unit, '[Service]\nExec|')).toContain('[Service]\nExecStart=');
    expect(complete(systemdLanguage, unit, '[Service]\nExec|=x')).toContain('[Service]\nExecStart=x');
    expect(complete(systemdLanguage, unit, '[Unit]\n|')).not.toContain('[Unit]\nExecStart=');
    expect(complete(quadletLanguage, container, '[Container]\n|')).toContain('[Container]\nImage=');
    expect(complete(quadletLanguage, container, '[Container]\n|', { podman: '4.4' })).not.toContain(
      '[Container]\nPull=',
    );
    expect(complete(quadletLanguage, container, '[Service]\n|')).toContain('[Service]\nRestart=');
  });

  test('words and booleans', () => {
    expect(complete(quadletLanguage, container, '[Container]\nAutoUpdate=|')).toEqual([
      '[Container]\nAutoUpdate=registry',
      '[Container]\nAutoUpdate=local',
    ]);
    expect(complete(systemdLanguage, unit, '[Service]\nRestart=on-|')).toContain('[Service]\nRestart=on-failure');
    expect(complete(systemdLanguage, unit, '[Service]\nPrivateDevices=|')).toEqual([
      '[Service]\nPrivateDevices=yes',
      '[Service]\nPrivateDevices=no',
    ]);
  });

  test('nothing in comments and outside of sections', () => {
    expect(complete(systemdLanguage, unit, '# [|')).toEqual([]);
    expect(complete(systemdLanguage, unit, 'Exec|')).toEqual([]);
  });
});

describe('hover', () => {
  test('sections, directives and keys', () => {
    const [text, offset] = at(unit, '[Unit]\n[Service]\nRest|art=no');
    expect(systemdLanguage.hover(text, offset)).toEqual({
      range: { start: 17, end: 24 },
      text: expect.stringContaining('`on-failure`'),
    });
    expect(systemdLanguage.hover(text, 8)?.text).toContain('systemd starts');
    const [quadlet, place] = at(container, '[Container]\nPubl|ishPort=80');
    expect(quadletLanguage.hover(quadlet, place)?.text).toContain('Since Podman 4.4');
  });
});

describe('structure', () => {
  const text = { path: unit, text: '# c\n[Unit]\nAfter=a.service b.target\n[Service]\nExecStart=/x %i\n' };

  test('symbols', () => {
    expect(
      systemdLanguage.symbols(text).map(({ name, children }) => [name, ...children.map((child) => child.name)]),
    ).toEqual([
      ['[Unit]', 'After'],
      ['[Service]', 'ExecStart'],
    ]);
  });

  test('tokens in source order', () => {
    const tokens = systemdLanguage
      .tokens(text)
      .map(({ kind, range }) => `${kind} ${text.text.slice(range.start, range.end)}`);
    expect(tokens).toEqual([
      'comment # c',
      'section [Unit]',
      'key After',
      'operator =',
      'value a.service b.target',
      'section [Service]',
      'key ExecStart',
      'operator =',
      'value /x %i',
      'specifier %i',
    ]);
  });

  test('references', () => {
    expect(systemdLanguage.references(text).map(({ name, relation }) => `${relation} ${name}`)).toEqual([
      'After a.service',
      'After b.target',
    ]);
    const quadlet = {
      path: container,
      text: '[Unit]\nAfter=x.service\n[Container]\nVolume=db.volume:/db\nNetwork=net.network\n',
    };
    expect(quadletLanguage.references(quadlet).map(({ name }) => name)).toEqual([
      'x.service',
      'db.volume',
      'net.network',
    ]);
  });
});
