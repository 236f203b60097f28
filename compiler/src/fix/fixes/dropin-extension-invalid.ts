// The name of a drop-in with its suffix.
import { suggested } from '../shared/suggested.ts';

export default suggested({ code: 'dropin-extension-invalid', safe: false });
