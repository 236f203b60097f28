// The name of a unit with the suffix that was probably meant.
import { suggested } from '../shared/suggested.ts';

export default suggested({ code: 'unit-extension-invalid', safe: false });
