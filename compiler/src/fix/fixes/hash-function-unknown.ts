// The hash of the local file, made with a function that Ignition knows.
import { defineFix } from '../fix.ts';
import { localHash } from '../shared/local-hash.ts';

export default defineFix({ code: 'hash-function-unknown', fixes: localHash });
