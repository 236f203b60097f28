// The function that a hash was made with, known by its length; or the hash of the local file.
import { defineFix } from '../fix.ts';
import { localHash } from '../shared/local-hash.ts';
import { suggested } from '../shared/suggested.ts';

const proposal = suggested({
  code: 'hash-malformed',
  safe: true,
  fits: (text, hash) => hash.endsWith(text.replace(/^.*[-:= ]/, '')),
});

export default defineFix({
  code: 'hash-malformed',
  fixes: (finding) => [...proposal.fixes(finding), ...localHash(finding)],
});
