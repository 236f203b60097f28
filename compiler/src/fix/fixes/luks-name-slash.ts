// The bare name of a LUKS volume.
import { suggested } from '../shared/suggested.ts';

export default suggested({ code: 'luks-name-slash', safe: false });
