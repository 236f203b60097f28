// A RAID level as Ignition spells it.
import { suggested } from '../shared/suggested.ts';

export default suggested({ code: 'raid-level-invalid', safe: true });
