// A name for a MachineConfig, to be changed.
import { required } from '../shared/required.ts';

export default required({ code: 'machineconfig-name-required', placeholder: '99-worker-custom' });
