// The forms of a report, by name. Each is loaded only when it is asked for.
import type { Renderer } from '../../src/render/renderer.ts';
import { nearest } from '../../src/text/edit-distance.ts';
import { exitCodes, Failure } from '../failure.ts';

const formats: Readonly<Record<string, () => Promise<Renderer>>> = {
  pretty: async () => (await import('../../src/render/pretty.ts')).renderPretty,
  plain: async () => (await import('../../src/render/plain.ts')).renderPlain,
  json: async () => (await import('../../src/render/json.ts')).renderJson,
  sarif: async () => (await import('../../src/render/sarif.ts')).renderSarif,
  github: async () => (await import('../../src/render/github.ts')).renderGithub,
  junit: async () => (await import('../../src/render/junit.ts')).renderJunit,
};

/** The renderer of a format; an unknown one is wrong usage. */
export async function rendererOf(format: string): Promise<Renderer> {
  const load = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (load) return load();
  const names = Object.keys(formats);
  const meant = nearest(format, names);
  const advice = meant === undefined ? `use ${names.join(', ')}` : `did you mean \`${meant}\`?`;
  throw new Failure(`there is no format \`${format}\`; ${advice}`, exitCodes.usage);
}
