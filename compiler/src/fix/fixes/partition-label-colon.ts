// A partition label with dashes for colons.
import { suggested } from '../shared/suggested.ts';

export default suggested({ code: 'partition-label-colon', safe: false });
