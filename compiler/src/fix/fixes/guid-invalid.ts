// A GUID with its dashes.
import { suggested } from '../shared/suggested.ts';

export default suggested({
  code: 'guid-invalid',
  safe: true,
  fits: (text, guid) => text.replace(/[-\s{}]/g, '') === guid.replaceAll('-', ''),
});
