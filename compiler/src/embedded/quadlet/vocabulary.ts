// The words of quadlets: Podman's keys by release, and systemd's directives in the sections that are systemd's.
import { quadletKeys } from '../../../../spec/podman/keys.ts';
import { booleanKeys, quadletDocs, quadletKinds } from '../../../../spec/podman/kinds.ts';
import { isNewer } from '../../../../spec/podman/release.ts';
import { systemdVocabulary } from '../unit-syntax/systemd-vocabulary.ts';
import { booleanWords } from '../unit-syntax/values/numbers.ts';
import type { Vocabulary } from '../unit-syntax/vocabulary.ts';
import { wordsOf } from './words.ts';

export const quadletVocabulary: Vocabulary = {
  sections(type) {
    const own = quadletKinds[type]?.section;
    return [...(own === undefined ? [] : [own]), 'Quadlet', 'Unit', 'Service', 'Install'];
  },
  keys(section, releases) {
    const table = quadletKeys[section];
    if (table === undefined) return systemdVocabulary.keys(section, releases);
    return Object.keys(table).filter((key) => !isNewer(table[key], releases.podman));
  },
  doc(section, key) {
    const table = quadletKeys[section];
    if (table === undefined) return systemdVocabulary.doc(section, key);
    if (key === undefined) return quadletDocs[section];
    const since = table[key];
    if (since === undefined) return undefined;
    const doc = quadletDocs[`${section}.${key}`] ?? quadletDocs[key];
    return [`**\`${key}=\`** in \`[${section}]\``, ...(doc === undefined ? [] : [doc]), `Since Podman ${since}.`].join(
      '\n\n',
    );
  },
  values(section, key) {
    if (quadletKeys[section] === undefined) return systemdVocabulary.values(section, key);
    const list = wordsOf(section, key);
    if (list) return list.orBoolean ? [...list.words, ...booleanWords.slice(0, 2)] : list.words;
    return booleanKeys.has(key) ? booleanWords.slice(0, 2) : [];
  },
};
