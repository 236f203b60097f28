// A client for the tests: speaks JSON-RPC by itself over streams to a server in this process, keeps every message that the server
// sends, and holds them against the protocol's own description where that is at hand (`meta-model.ts`).
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { nodeFiles } from '../../lsp/node-files.ts';
import type { ServerFiles } from '../../lsp/src/files.ts';
import { type ServerOptions, startServer } from '../../lsp/src/server.ts';
import { MessageJudge } from './meta-model.ts';

export interface Message {
  readonly jsonrpc?: string;
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface ClientOptions {
  readonly capabilities?: object;
  readonly folders?: readonly string[];
  readonly files?: ServerFiles;
  readonly initializationOptions?: object;
  /** The settings, or what answers the question for them. */
  readonly configuration?: object | (() => object | Promise<object>);
  readonly features?: ServerOptions['features'];
}

/** What most editors can do. */
export const usualCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    completion: {
      completionItem: {
        snippetSupport: true,
        resolveSupport: { properties: ['documentation'] },
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
};

export class TestClient {
  readonly messages: Message[] = [];
  readonly judge = new MessageJudge();
  readonly #toServer = new PassThrough();
  readonly #pending = new Map<number, (message: Message) => void>();
  readonly #listeners = new Set<(message: Message) => void>();
  readonly #configuration: ClientOptions['configuration'];
  #buffer: Buffer = Buffer.alloc(0);
  #nextId = 1;

  constructor({ files = nodeFiles(), features, configuration }: ClientOptions = {}) {
    const fromServer = new PassThrough();
    const reader = new StreamMessageReader(this.#toServer);
    const connection = createConnection(reader, new StreamMessageWriter(fromServer));
    startServer(connection, { files, now: () => performance.now(), ...(features ? { features } : {}) });
    this.#configuration = configuration;
    fromServer.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  /** A client whose server has been initialized. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(options);
    await client.request('initialize', {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? usualCapabilities,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: 'test' })),
      ...(options.initializationOptions ? { initializationOptions: options.initializationOptions } : {}),
    });
    client.notify('initialized', {});
    return client;
  }

  /** The result of a request; rejects with the error's code and message. */
  async request<Result = unknown>(method: string, params?: unknown): Promise<Result> {
    const { result, error } = await this.send(method, params);
    if (error) throw new Error(`${error.code} ${error.message}`);
    return result as Result;
  }

  /** The whole answer to a request. */
  send(method: string, params?: unknown, id = this.#nextId++): Promise<Message> {
    this.judge.asked(id, method);
    const answer = new Promise<Message>((resolve) => this.#pending.set(id, resolve));
    this.write({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    return answer;
  }

  notify(method: string, params: unknown): void {
    this.write({ jsonrpc: '2.0', method, params });
  }

  write(message: unknown): void {
    const body = Buffer.from(JSON.stringify(message));
    this.writeRaw(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  writeRaw(bytes: Buffer | string): void {
    this.#toServer.write(bytes);
  }

  open(uri: string, text: string, languageId = 'butane', version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, contentChanges: readonly object[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** The first message, past or to come, that is wanted. */
  waitFor(isWanted: (message: Message) => boolean, from = 0): Promise<Message> {
    const there = this.messages.slice(from).find(isWanted);
    if (there) return Promise.resolve(there);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no such message')), 10_000);
      const listener = (message: Message): void => {
        if (!isWanted(message)) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(message);
      };
      this.#listeners.add(listener);
    });
  }

  /** The findings that are pushed for a version of a document. */
  async published(uri: string, version: number): Promise<readonly PublishedDiagnostic[]> {
    const message = await this.waitFor(({ method, params }) => {
      const sent = params as { uri?: string; version?: number };
      return method === 'textDocument/publishDiagnostics' && sent.uri === uri && sent.version === version;
    });
    return (message.params as { diagnostics: readonly PublishedDiagnostic[] }).diagnostics;
  }

  async pulled(uri: string): Promise<readonly PublishedDiagnostic[]> {
    const report = await this.request<{ items: readonly PublishedDiagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items;
  }

  #take(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head).toString('ascii'))?.[1]);
      const end = head + 4 + length;
      if (this.#buffer.length < end) return;
      this.#receive(JSON.parse(this.#buffer.subarray(head + 4, end).toString('utf8')));
      this.#buffer = this.#buffer.subarray(end);
    }
  }

  #receive(message: Message): void {
    this.messages.push(message);
    this.judge.received(message);
    if (message.method !== undefined && message.id !== undefined) void this.#answer(message);
    else if (typeof message.id === 'number' && message.method === undefined) {
      this.#pending.get(message.id)?.(message);
      this.#pending.delete(message.id);
    }
    for (const listener of this.#listeners) listener(message);
  }

  async #answer({ id, method }: Message): Promise<void> {
    const configuration = typeof this.#configuration === 'function' ? this.#configuration : () => this.#configuration;
    const result = method === 'workspace/configuration' ? [(await configuration()) ?? null] : null;
    this.write({ jsonrpc: '2.0', id, result });
  }
}

export interface PublishedDiagnostic {
  readonly range: LspRange;
  readonly severity: number;
  readonly code?: string;
  readonly message: string;
  readonly tags?: readonly number[];
  readonly codeDescription?: { readonly href: string };
  readonly relatedInformation?: readonly {
    readonly message: string;
    readonly location: { uri: string; range: LspRange };
  }[];
}

export interface LspPosition {
  readonly line: number;
  readonly character: number;
}

export interface LspRange {
  readonly start: LspPosition;
  readonly end: LspPosition;
}
