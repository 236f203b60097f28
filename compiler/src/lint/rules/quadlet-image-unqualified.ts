import { quadletKeys } from '../../../../spec/podman/keys.ts';
import { textRule } from '../rule.ts';
import { ownValues } from '../shared/quadlet.ts';
import { quote } from '../shared/suggest.ts';

export default textRule({
  code: 'quadlet-image-unqualified',
  severity: 'warning',
  docs: {
    what: 'The name of an image does not say from which registry it comes.',
    why: 'Podman then tries the registries of the machine in turn, which is slow and may get an image of somebody else. Without a terminal it can fail.',
    fix: 'Write the registry: `docker.io/library/nginx:1.27`, `quay.io/org/app:1.2`.',
  },
  of: ['quadlet'],
  check(view, context) {
    for (const { section, key, text, rangeOf } of ownValues(view)) {
      // Where the section has no such key, that is what there is to say.
      if (key !== 'Image' || !Object.hasOwn(quadletKeys[section] ?? {}, key) || isQualified(text)) continue;
      context.report(
        rangeOf(0, text.length),
        `the image ${quote(text)} names no registry; write it in full, such as \`docker.io/library/nginx:1.27\``,
      );
    }
  },
});

/**
 * A registry has a dot or a port, or is `localhost`. Other transports, quadlets, identifiers, specifiers and variables are fine,
 * too.
 */
function isQualified(image: string): boolean {
  if (image === '' || /\.(?:image|build)$/.test(image) || /[%$]/.test(image)) return true;
  if (
    /^[a-z-]+:(?:\/|[^/]*@)/.test(image) ||
    /^(?:sha256:|docker-daemon:|[0-9a-f]{64}$)/.test(image) ||
    image.startsWith('/')
  )
    return true;
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost');
}
