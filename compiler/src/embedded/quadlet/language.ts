// Podman's quadlets and their drop-ins: in `systemd.quadlets`, and as plain files where Podman's generator looks for them.
import type { LanguageDeclaration } from '../language.ts';
import { unitPlaceOf } from '../unit-place.ts';

const kinds = 'container|volume|network|kube|image|build|pod|artifact';
const quadletFile = new RegExp(`^(?:[^/]+/)*[^/]+\\.(?:${kinds})$`);
const dropin = new RegExp(`^(?:[^/]+/)*(?:[^/]+\\.)?(?:${kinds})\\.d/[^/]+\\.conf$`);

const quadlet: LanguageDeclaration = {
  name: 'quadlet',
  claims: ({ role, path }) => {
    if (role !== undefined) return role === 'quadlet-text';
    const place = unitPlaceOf(path);
    return place?.language === 'quadlet' && (quadletFile.test(place.name) || dropin.test(place.name));
  },
  load: async () => (await import('./service.ts')).quadletLanguage,
};

export default quadlet;
