// `kindling lsp`: the language server as a command. It answers until its client says `exit` or is gone.
import { serve, transportOf } from '../../../lsp/node.ts';
import { exitCodes, Failure } from '../failure.ts';

const mostPort = 65_535;

/** Starts the server; it keeps the process alive. */
export function run(args: readonly string[]): number {
  const transport = transportOf(args);
  if (transport.kind === 'socket' && !(transport.port > 0 && transport.port <= mostPort)) {
    throw new Failure('--socket takes the number of a port', exitCodes.usage);
  }
  serve(transport);
  return exitCodes.ok;
}
