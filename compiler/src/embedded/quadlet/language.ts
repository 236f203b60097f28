// Podman's quadlets and their drop-ins: in `systemd.quadlets`, and as plain files where Podman's generator looks for them.
import type { LanguageDeclaration } from '../language.ts';

const directories = /^\/(?:etc|run|usr\/share)\/containers\/systemd\/(?:users\/(?:\d+\/)?)?(?:[^/]+\/)*?/;
const kinds = 'container|volume|network|kube|image|build|pod|artifact';
const quadletFile = new RegExp(`${directories.source}[^/]+\\.(?:${kinds})$`);
const dropin = new RegExp(`${directories.source}(?:[^/]+\\.)?(?:${kinds})\\.d/[^/]+\\.conf$`);

const quadlet: LanguageDeclaration = {
  name: 'quadlet',
  claims: ({ role, path }) =>
    role === 'quadlet-text' || (role === undefined && (quadletFile.test(path) || dropin.test(path))),
  load: async () => (await import('./service.ts')).quadletLanguage,
};

export default quadlet;
