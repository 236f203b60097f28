import { quadletDirectories, unitDirectory } from '../../../../spec/os-paths.ts';
import { quadletEndings, unitEndings } from '../../../../spec/unit-endings.ts';
import { check } from '../../checks/shared/check.ts';
import { quoted } from '../../checks/shared/words.ts';
import type { Config } from '../../config.ts';
import { type UnitPlace, unitPlaceOf } from '../../embedded/unit-place.ts';
import { nearest } from '../../text/edit-distance.ts';
import { findHoles } from '../../text/template-holes.ts';

export default check({
  code: 'unit-file-misplaced',
  severity: 'warning',
  docs: {
    what: 'A file looks like a unit, a Quadlet or a drop-in, and lies where nobody reads it, or has an ending that nobody reads.',
    why: 'systemd and Podman pass over such files without a word, and the service is not there.',
    fix: 'Put Quadlets below `/etc/containers/systemd`, units into `systemd.units`, and end the names of drop-ins with `.conf`.',
  },
  side: 'source',
  on: 'storage.files[].path',
  run(path, context) {
    const { value } = path;
    if (findHoles(value).length > 0) return;
    const place = unitPlaceOf(value);
    const fault =
      place === undefined ? faultOutside(value) : (faultOfDropin(place) ?? faults[place.language](place.name));
    if (fault !== undefined && !isLinked(value, context.config)) context.report(path, fault);
  },
});

/** A file may be kept apart and linked to its place. */
function isLinked(path: string, { fields }: Config): boolean {
  return (fields.storage?.fields.links?.items ?? []).some((link) => link.fields.target?.value === path);
}

/** Directories that are so near to the right ones that nothing else can have been meant. */
const nearby = /^\/etc\/containers?\/|^\/etc\/systemd\/[^/]+$|\/\.config\/containers\//;

function faultOutside(path: string): string | undefined {
  if (!nearby.test(path) || !quadletEndings.includes(endingOf(path))) return undefined;
  // systemd has a daemon whose files end with it too.
  if (path.startsWith('/etc/systemd/') && endingOf(path) === 'network') return undefined;
  const home = path.slice(0, path.indexOf('/.config/') + 1);
  const right = home === '' ? quadletDirectories.rootful : `${home}.config/containers/systemd`;
  return `Podman does not look for Quadlets here; put it below ${quoted(right)}`;
}

function faultOfDropin({ name, language }: UnitPlace): string | undefined {
  const [, owner = '', base = ''] = /(?:^|\/)([^/]+)\.d\/([^/]+)$/.exec(name) ?? [];
  const type = owner.slice(owner.lastIndexOf('.') + 1);
  const isUnit = (language === 'quadlet' ? quadletEndings : unitEndings).includes(type);
  // A text for people, or one that was put aside.
  if (!isUnit || base.endsWith('.conf') || /^README|~$|\.(?:disabled|off|bak|orig|old|md)$/.test(base))
    return undefined;
  return `the name of a drop-in ends with \`.conf\`, others are not read; call it ${quoted(`${base}.conf`)}`;
}

const faults: Record<UnitPlace['language'], (name: string) => string | undefined> = {
  systemd(name) {
    const ending = endingOf(name);
    // systemd also reads directories of wants, which have links in them.
    if (name.includes('/') || unitEndings.includes(ending)) return undefined;
    // `network` is more likely a misplaced file of systemd-networkd.
    if (quadletEndings.includes(ending) && ending !== 'network') {
      return `systemd reads no Quadlets; put it below ${quoted(quadletDirectories.rootful)}`;
    }
    return misspelt(name, unitEndings, 'systemd');
  },
  quadlet(name) {
    const ending = endingOf(name);
    if (quadletEndings.includes(ending)) return undefined;
    if (unitEndings.includes(ending)) {
      return `Podman reads no units of systemd; put it into \`systemd.units\`, or below ${quoted(unitDirectory)}`;
    }
    const [, inner = ''] = /\.([a-z]+)\.(?:txt|conf|ini|ya?ml)$/.exec(name) ?? [];
    if (quadletEndings.includes(inner)) {
      const base = name.slice(name.lastIndexOf('/') + 1);
      return `Podman does not read it with this ending; call it ${quoted(base.slice(0, base.lastIndexOf('.')))}`;
    }
    return misspelt(name, quadletEndings, 'Podman');
  },
};

/** An ending that differs by one letter; those of few letters are endings of other files as well. */
function misspelt(name: string, endings: readonly string[], reader: string): string | undefined {
  const ending = endingOf(name);
  const long = endings.filter((each) => each.length > 4 || `${each}s` === ending);
  const meant = nearest(ending, long);
  if (meant === undefined || Math.abs(meant.length - ending.length) > 1) return undefined;
  const base = name.slice(name.lastIndexOf('/') + 1);
  return `${reader} does not read a file with this ending; did you mean ${quoted(`${base.slice(0, -ending.length)}${meant}`)}?`;
}

function endingOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot + 1);
}
