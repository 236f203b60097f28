// The unit whose name is nearest to a misspelt one.
import { innerWord } from '../shared/inner-word.ts';

export default innerWord('unit-reference-unknown', { isName: true });
