// The key that is nearest to a misspelt one.
import { innerWord } from '../shared/inner-word.ts';

export default innerWord('quadlet-key-unknown');
