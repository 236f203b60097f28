// The server in a web worker: messages over the worker's channel, files through the client.
import { gzipSync } from 'fflate';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './src/client-files.ts';
import { startServer } from './src/server.ts';

type Scope = ConstructorParameters<typeof BrowserMessageReader>[0];

const scope = globalThis as unknown as Scope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
const shortWait = 20;
const bestCompression = 9;

const files = clientFiles({
  ask: (method, params) => connection.sendRequest(method, params),
  gzip: (bytes) => gzipSync(bytes, { level: bestCompression, mtime: 0 }),
  soon: (work) => void setTimeout(work, shortWait),
});

startServer(connection, { files, now: () => performance.now() });
