// The absolute path that was probably meant.
import { suggested } from '../shared/suggested.ts';

export default suggested({
  code: 'path-relative',
  safe: false,
  fits: (text, path) => path.endsWith(text.replace(/^(?:\.\/)+/, '')),
});
