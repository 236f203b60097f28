// The shortest form of a path.
import { cleanPath } from '../../text/clean-path.ts';
import { suggested } from '../shared/suggested.ts';

export default suggested({
  code: 'path-unclean',
  safe: true,
  member: 'clean',
  fits: (text, clean) => cleanPath(text) === clean,
});
