// A device to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'disk-device-required', member: 'device' });
