import { quadletDirectories } from '../../../../spec/os-paths.ts';
import type { Given } from '../../merge/fold-context.ts';
import { areSeveral, byKey, type ConflictContext, defineConflict, givenBy, isBelow } from './shared/conflict.ts';
import { nodesOf } from './shared/nodes.ts';
import { quotedList } from './shared/shared-key.ts';

export default defineConflict({
  code: 'conflict-quadlet-name',
  severity: 'error',
  docs: {
    what: 'Two fragments have a Quadlet of one name with different texts, or things from which systemd gets two services of one name: `web.container` and `web.kube`, or `web.container` and the unit `web.service`.',
    why: 'Only one of them can be there; the other is lost without a word.',
    fix: 'Rename one of them, or remove one.',
  },
  claims: ({ kind, path, subject }) =>
    kind === 'value' && isBelow(path, 'storage.files[].contents') && quadletOf(subject) !== undefined,
  describe: ({ subject }) => `the Quadlet \`${nameOf(subject)}\` has different texts in different fragments`,
  find(context) {
    for (const [service, given] of byKey([...quadlets(context), ...units(context)], (each) => each.service)) {
      const names = [...new Set(given.map(({ name }) => name))];
      if (names.length < 2 || !areSeveral(given) || !given.some(({ isQuadlet }) => isQuadlet)) continue;
      const message = `${quotedList(names)} both give the service \`${service}\``;
      context.report({ given: given.map(({ from, value }): Given => ({ from, value })), message });
    }
  },
});

interface Service extends Given {
  readonly name: string;
  readonly service: string;
  readonly isQuadlet: boolean;
}

function quadlets(context: ConflictContext): readonly Service[] {
  return [...nodesOf(context)].flatMap(([path, nodes]) => {
    const service = quadletOf(path);
    if (service === undefined || !isRootful(path)) return [];
    return nodes.map((given): Service => ({ ...given, name: nameOf(path), service, isQuadlet: true }));
  });
}

function units(context: ConflictContext): readonly Service[] {
  return givenBy(context, ({ fields }) => fields.systemd?.fields.units?.items).flatMap(({ from, value }) => {
    // A unit without a text only says something of one that is there.
    const name = value.fields.contents?.value ? (value.fields.name?.value ?? '') : '';
    return name === '' ? [] : [{ from, value, name, service: name, isQuadlet: false }];
  });
}

/** The service that a Quadlet gives; undefined for other files. Volumes and networks have a suffix that keeps them apart. */
function quadletOf(path: string): string | undefined {
  const [, stem, kind = ''] =
    /^(.*)\.(container|kube|volume|network|image|build|pod|artifact)$/.exec(nameOf(path)) ?? [];
  if (stem === undefined || !path.startsWith(`${quadletDirectories.rootful}/`)) return undefined;
  return kind === 'container' || kind === 'kube' ? `${stem}.service` : `${stem}-${kind}.service`;
}

/** Those of the users are services of another manager than that of the system. */
function isRootful(path: string): boolean {
  return !path.startsWith(`${quadletDirectories.rootless}/`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
