// Devices to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'raid-devices-required', member: 'devices' });
