// The section that is nearest to a misspelt one.
import { innerWord } from '../shared/inner-word.ts';

export default innerWord('quadlet-section-unknown');
