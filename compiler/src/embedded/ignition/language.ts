// Ignition configs inside a config: what it merges, and what it is replaced by.
import type { LanguageDeclaration } from '../language.ts';

const ignition: LanguageDeclaration = {
  name: 'ignition',
  isConfig: true,
  claims: ({ role }) => role === 'embedded-config',
  load: async () => (await import('./service.ts')).ignitionLanguage,
};

export default ignition;
