// The server as a program: `dist/lsp/node.js --stdio`, for editors that start it without the command line.
import { serve, transportOf } from './node.ts';

serve(transportOf(process.argv.slice(2)));
