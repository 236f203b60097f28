// The server as a process of its own: files from the disk; messages over standard streams, Node's IPC, or a socket.
import { performance } from 'node:perf_hooks';
import {
  type Connection,
  createConnection,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import { nodeFiles } from './node-files.ts';
import { startServer } from './src/server.ts';

export type Transport = { readonly kind: 'stdio' | 'node-ipc' } | { readonly kind: 'socket'; readonly port: number };

/** Starts the server. The process lives until the client says `exit` or is gone. */
export function serve(transport: Transport): void {
  startServer(connectionFor(transport), { files: nodeFiles(), now: () => performance.now() });
}

function connectionFor(transport: Transport): Connection {
  if (transport.kind === 'node-ipc') {
    return createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  }
  if (transport.kind === 'socket') {
    const [reader, writer] = createServerSocketTransport(transport.port);
    // The client listens; without it there is nothing to serve.
    reader.onClose(() => process.exit(0));
    return createConnection(reader, writer);
  }
  // Nothing else may write to the stream of the protocol.
  console.log = console.error;
  return createConnection(process.stdin, process.stdout);
}

/** The transport that arguments such as `--stdio` ask for; standard streams without any. */
export function transportOf(args: readonly string[]): Transport {
  if (args.includes('--node-ipc')) return { kind: 'node-ipc' };
  const socket = args.findIndex((arg) => arg === '--socket' || arg.startsWith('--socket='));
  if (socket < 0) return { kind: 'stdio' };
  return { kind: 'socket', port: Number(args[socket]?.split('=')[1] ?? args[socket + 1]) };
}
