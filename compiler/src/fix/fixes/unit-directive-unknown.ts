// The directive that is nearest to a misspelt one.
import { innerWord } from '../shared/inner-word.ts';

export default innerWord('unit-directive-unknown');
