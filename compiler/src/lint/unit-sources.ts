// The files of units in configs, by the managers that read them.
import type { EmbeddedText } from '../embedded/language.ts';
import { plainPaths } from './config-parts.ts';
import type { Neighbour } from './neighbour.ts';
import { type Scope, scopeKey, scopeOf } from './scope.ts';

/** A file or link among units; without a text where that cannot be read here. */
export interface UnitSource {
  readonly path: string;
  readonly language: 'systemd' | 'quadlet';
  readonly text?: EmbeddedText;
}

export interface ScopeGroup {
  readonly scope: Scope;
  readonly files: readonly UnitSource[];
}

/** In the order of the configs; in each, files that have a text come after the mere paths. By `scopeKey`. */
export function groupByScope(configs: readonly Neighbour[]): ReadonlyMap<string, ScopeGroup> {
  const groups = new Map<string, { readonly scope: Scope; readonly files: UnitSource[] }>();
  const add = (scope: Scope, file: UnitSource): void => {
    const key = scopeKey(scope);
    const group = groups.get(key);
    if (group) group.files.push(file);
    else groups.set(key, { scope, files: [file] });
  };
  for (const { config, texts } of configs) {
    for (const place of plainPaths(config)) add(place, place);
    for (const { language, text } of texts) {
      add(scopeOf(text.path), { path: text.path, language: language.name === 'quadlet' ? 'quadlet' : 'systemd', text });
    }
  }
  return groups;
}

/** What the manager of a group finds. The user who runs what all users read is not known: it may mean a unit of any home. */
export function seenFrom({ scope, files }: ScopeGroup, groups: ReadonlyMap<string, ScopeGroup>): readonly UnitSource[] {
  if (scope.manager === 'system') return files;
  if (scope.home !== undefined) return [...(groups.get(scopeKey({ manager: 'user' }))?.files ?? []), ...files];
  const ofHomes = [...groups.values()].filter((each) => each.scope.home !== undefined);
  return [...ofHomes.flatMap((each) => each.files), ...files];
}
