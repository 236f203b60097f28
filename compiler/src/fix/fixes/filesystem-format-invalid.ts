// The format of a file system that is spelled nearly so.
import { suggested } from '../shared/suggested.ts';

export default suggested({ code: 'filesystem-format-invalid', safe: false });
