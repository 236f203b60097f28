// Sugar: `inline` and `local` of resources become data URLs.
import type { Config, Resource } from '../config.ts';
import { madeBy, type Origin } from '../diagnostic/origin.ts';
import { embed, readLocal, textBytes } from '../inputs.ts';
import { mapItems, text, withFields } from '../output/make.ts';
import type { OutText } from '../output/nodes.ts';
import type { SugarContext, SugarPass } from './pass.ts';

const resources: SugarPass = (config, context) => {
  const fill = <R extends Resource>(resource: R): R => fillResource(resource, context);
  return withFields(config, {
    ignition: fillIgnition(config.fields.ignition, fill),
    storage: fillStorage(config.fields.storage, fill),
  });
};

export default resources;

type Fill = <R extends Resource>(resource: R) => R;

function fillIgnition(ignition: Config['fields']['ignition'], fill: Fill): Config['fields']['ignition'] {
  if (ignition === undefined) return undefined;
  const { config, security } = ignition.fields;
  const tls = security?.fields.tls;
  return withFields(ignition, {
    config:
      config &&
      withFields(config, {
        merge: mapItems(config.fields.merge, fill),
        replace: config.fields.replace && fill(config.fields.replace),
      }),
    security:
      security &&
      withFields(security, {
        tls: tls && withFields(tls, { certificate_authorities: mapItems(tls.fields.certificate_authorities, fill) }),
      }),
  });
}

function fillStorage(storage: Config['fields']['storage'], fill: Fill): Config['fields']['storage'] {
  if (storage === undefined) return undefined;
  return withFields(storage, {
    files: mapItems(storage.fields.files, (file) => {
      const { contents, append } = file.fields;
      if (contents === undefined && append === undefined) return file;
      return withFields(file, { contents: contents && fill(contents), append: mapItems(append, fill) });
    }),
    luks: mapItems(storage.fields.luks, (volume) => {
      const keyFile = volume.fields.key_file;
      return keyFile === undefined ? volume : withFields(volume, { key_file: fill(keyFile) });
    }),
  });
}

function fillResource<R extends Resource>(resource: R, context: SugarContext): R {
  const { inline, local, compression } = resource.fields;
  // Two of them at once are an error of their own; the last one in the reference's order is taken.
  const filled = inline ?? local;
  if (filled === undefined) return withUnknownSource(resource);
  const bytes = inline ? textBytes(inline) : readLocal(filled.value, filled.origin.at(), context);
  if (bytes === undefined) return withUnknownSource(resource);
  const origin = madeBy(inline ? 'inline' : 'local', filled.origin);
  const packed = compression !== undefined && compression.value !== '';
  const url = embed(bytes, context, packed);
  const changes: Record<string, OutText> = { source: text(url.source, origin) };
  if (url.compression !== undefined && !packed) changes.compression = text(url.compression, origin);
  return withFields(resource, changes) as R;
}

/**
 * What the user gave and could not be read leaves a source of which nothing is known. So nobody takes it for missing, and
 * nothing is said of the data.
 */
function withUnknownSource<R extends Resource>(resource: R): R {
  const { fields, origin } = resource;
  const by = (['inline', 'local'] as const).find((name) => fields[name] !== undefined || origin.at(name).damaged);
  if (by === undefined || fields.source !== undefined) return resource;
  const { location, path } = origin.at(by);
  const unknown: Origin = { by, location, path, at: () => ({ location, path, damaged: true }) };
  return withFields(resource, { source: text('data:,', unknown) } as Partial<R['fields']>) as R;
}
