// Comments stand on lines of their own; behind a value they are a part of it (systemd.syntax(7)).
import { quadletKeys } from '../../../../spec/podman/keys.ts';

/** Keys whose values may well have a `#` behind a blank: commands, texts, and what an image makes of them. */
const freeTexts: ReadonlySet<string> = new Set([
  ...'Annotation BuildArg Creds Entrypoint Environment Exec HealthCmd HealthStartupCmd Label LogOpt Options'.split(' '),
  ...'PodmanArgs GlobalArgs ReloadCmd'.split(' '),
]);

/** Where a comment begins behind a value of a key of Podman's; undefined where there is none, or the key can hold it. */
export function commentBehind(section: string, key: string, value: string): number | undefined {
  if (freeTexts.has(key) || !Object.hasOwn(quadletKeys[section] ?? {}, key)) return undefined;
  const start = value.indexOf('#');
  const before = value.slice(0, Math.max(0, start));
  const isApart = before.trim() !== '' && /[ \t]$/.test(before) && !/["']/.test(before);
  if (!isApart || /^#+[ \t]*$/.test(value.slice(start))) return undefined;
  // A directory may be called `My #1`; then the destination follows.
  const isPath = (key === 'Volume' || key === 'Mount') && /[:,][a-z]*=?\/(?!\/)/.test(value.slice(start));
  return isPath ? undefined : start;
}
