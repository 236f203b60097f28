// Sugar: `systemd.quadlets` become files below /etc/containers/systemd, instances of templates become links. Their texts
// are not read here.
import { quadletDirectories } from '../../../spec/os-paths.ts';
import type { Quadlet, QuadletDropin, StorageFile } from '../config.ts';
import nodeExists from '../diagnostic/codes/node-exists.ts';
import { report } from '../diagnostic/definition.ts';
import { madeBy, type Origin } from '../diagnostic/origin.ts';
import { embed, readLocal, textBytes } from '../inputs.ts';
import { int, object, text, withFields } from '../output/make.ts';
import { joinPath } from '../text/clean-path.ts';
import type { SugarContext, SugarPass } from './pass.ts';
import { StorageNodes } from './storage-nodes.ts';

const quadletMode = 0o644;

const quadlets: SugarPass = (config, context) => {
  const wanted = config.fields.systemd?.fields.quadlets;
  if (wanted === undefined || wanted.items.length === 0) return config;
  const storage = config.fields.storage ?? object({}, wanted.origin);
  const nodes = new StorageNodes(storage);
  for (const quadlet of wanted.items) place(quadlet, nodes, context);
  return withFields(config, { storage: nodes.storage() });
};

export default quadlets;

/** The template that a quadlet's name makes an instance of: `web@1.container` of `web@.container`. */
export function quadletTemplate(name: string): string | undefined {
  const at = name.indexOf('@');
  const dot = name.lastIndexOf('.');
  if (at < 0 || dot === at + 1) return undefined;
  return `${name.slice(0, at)}@.${name.slice(dot + 1)}`;
}

function place(quadlet: Quadlet, nodes: StorageNodes, context: SugarContext): void {
  const origin = madeBy('quadlets', quadlet.origin);
  const name = quadlet.fields.name?.value ?? '';
  const directory = quadletDirectories[quadlet.fields.rootful?.value ? 'rootful' : 'rootless'];
  const path = joinPath(directory, name);
  const template = quadletTemplate(name);
  if (nodes.has(path)) {
    reportConflict(path, quadlet.origin, nodes, context);
  } else if (template !== undefined) {
    nodes.setLink(path, object({ path: text(path, origin), target: text(template, origin) }, origin));
  } else {
    addFile(path, quadlet, origin, nodes, context);
  }
  for (const dropin of quadlet.fields.dropins?.items ?? []) {
    const dropinPath = `${path}.d/${dropin.fields.name?.value ?? ''}`;
    if (nodes.has(dropinPath)) reportConflict(dropinPath, dropin.origin, nodes, context);
    else addFile(dropinPath, dropin, madeBy('quadlets', dropin.origin), nodes, context);
  }
}

function addFile(
  path: string,
  owner: Quadlet | QuadletDropin,
  origin: Origin,
  nodes: StorageNodes,
  context: SugarContext,
): void {
  const bytes = bytesOf(owner, context);
  if (bytes === undefined) return;
  const url = embed(bytes, context);
  const contents: StorageFile['fields']['contents'] = object(
    {
      ...(url.compression === undefined ? {} : { compression: text(url.compression, origin) }),
      source: text(url.source, origin),
    },
    origin,
  );
  nodes.setFile(path, object({ path: text(path, origin), contents, mode: int(quadletMode, origin) }, origin));
}

/** The text of a quadlet or drop-in; one that has none is an empty file. */
function bytesOf(owner: Quadlet | QuadletDropin, context: SugarContext): Uint8Array | undefined {
  const { contents, contents_local } = owner.fields;
  if (contents_local !== undefined && contents_local.value !== '') {
    return readLocal(contents_local.value, contents_local.origin.at(), context);
  }
  return contents === undefined ? new Uint8Array() : textBytes(contents);
}

function reportConflict(path: string, at: Origin, nodes: StorageNodes, context: SugarContext): void {
  const earlier = nodes.originOf(path);
  const notes = earlier ? [{ message: `\`${path}\` is defined here`, location: earlier.location }] : [];
  const message = `the quadlet would make \`${path}\`, which the config defines already; rename or remove one of them`;
  context.report(report(nodeExists, at.at(), message, { notes, data: { path } }));
}
