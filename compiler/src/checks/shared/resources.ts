// Everything that is fetched: where it stands in a config.
import { since } from '../../../../spec/dsl.ts';
import type { Gate } from '../../../../spec/model.ts';
import type { Resource } from '../../config.ts';
import type { OutText } from '../../output/nodes.ts';

/** Resources that are items of a list and nothing but something to fetch. */
export const listedResources = ['ignition.config.merge[]', 'ignition.security.tls.certificate_authorities[]'] as const;

/** Resources that do not belong to files. */
export const otherResources = [...listedResources, 'ignition.config.replace', 'storage.luks[].key_file'] as const;

export const allResources = [...otherResources, 'storage.files[].contents', 'storage.files[].append[]'] as const;

/**
 * From this version on Ignition has one shape of resource for all places, and one set of rules: before it, only files were
 * looked at closely.
 */
export const sinceOneShape: Gate = since('3.1.0');

/** The URL of a resource; undefined when there is none, or only an empty text. */
export function sourceOf(resource: Pick<Resource, 'fields'>): OutText | undefined {
  const { source } = resource.fields;
  return source === undefined || source.value === '' ? undefined : source;
}
