// The server: binds the session and the features to a connection. Each request is guarded, so that a failing feature costs its
// own answer and nothing else; the log names what failed and never what stood in a document.
import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { clientTraits } from './client-traits.ts';
import { DiagnosticsFlow, type FlowPort } from './diagnostics-flow.ts';
import type { Feature, RequestContext, RequestHandler } from './feature.ts';
import { all } from './features/index.gen.ts';
import type { ServerFiles } from './files.ts';
import { outputChangedNotification, type TrustParams, trustNotification } from './protocol.ts';
import { Session } from './session.ts';
import { asRecord, readSettings } from './settings.ts';
import { synchronize } from './synchronize.ts';

declare const kindlingVersion: string | undefined;

export interface ServerOptions {
  readonly files: ServerFiles;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly features?: readonly Feature[];
}

const incremental = 2;

/** Milliseconds until the settings of a client that does not tell them count as the defaults. */
const longestWait = 1000;

/** Puts a server on a connection and starts it. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const features: readonly Feature[] = options.features ?? all;
  let running: Running | undefined;
  let isShutDown = false;
  connection.onInitialize((params) => {
    if (running) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server has been initialized already');
    running = new Running(connection, options, params);
    // Not before: the library has put a handler of its own on changes of folders by now, which ours replaces.
    synchronize(connection, running);
    return initializeResult(running.session, features, params.capabilities ?? {});
  });
  connection.onInitialized(() => running?.initialized());
  connection.onShutdown(() => {
    isShutDown = true;
    running?.flow.stop();
  });
  connection.onNotification(trustNotification, (params: TrustParams) => running?.trust(params.trusted === true));
  const handlers = features.flatMap(({ name, requests }) => requests.map((handler) => ({ name, handler })));
  for (const { name, handler } of handlers) {
    connection.onRequest(handler.method, (params: unknown, token) => {
      if (running === undefined) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      if (isShutDown) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server has been shut down');
      return running.answer(name, handler, params, token);
    });
  }
  connection.listen();
}

function initializeResult(
  session: Session,
  features: readonly Feature[],
  client: ClientCapabilities,
): InitializeResult {
  return {
    capabilities: foldCapabilities(session, features, client),
    serverInfo: { name: 'kindling', version: typeof kindlingVersion === 'string' ? kindlingVersion : '0.0.0' },
  };
}

/** What the features declare, and what the server itself does. */
export function foldCapabilities(
  session: Session,
  features: readonly Feature[],
  client: ClientCapabilities,
): ServerCapabilities {
  const own: ServerCapabilities = {
    positionEncoding: session.encoding,
    textDocumentSync: { openClose: true, change: incremental, save: { includeText: false } },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  return Object.assign(own, ...features.map((feature) => feature.capabilities(client)));
}

/** A server after `initialize`. */
export class Running {
  readonly session: Session;
  readonly flow: DiagnosticsFlow;
  readonly #connection: Connection;
  readonly #now: () => number;
  #settle: () => void = () => {};
  /** How often the client was asked for its settings, and which of the questions was answered last. */
  #questions = 0;
  #answered = 0;

  constructor(connection: Connection, { files, now }: ServerOptions, params: InitializeParams) {
    const options = asRecord(params.initializationOptions);
    const isTrusted = options.trusted !== false;
    this.#connection = connection;
    this.#now = now;
    this.session = new Session(files, clientTraits(params.capabilities), foldersOf(params), isTrusted);
    if (typeof options.codeLink === 'string') this.session.codeLink = options.codeLink;
    this.flow = new DiagnosticsFlow(this.session, this.#port());
    this.#setSettings(params.initializationOptions);
    if (this.session.client.hasConfiguration) {
      this.session.settled = new Promise((resolve) => {
        this.#settle = resolve;
        // A client that never answers has the defaults.
        setTimeout(resolve, longestWait);
      });
    }
    files.onChange?.(() => this.everythingChanged());
  }

  initialized(): void {
    const { client } = this.session;
    if (client.registersConfiguration) this.#register('workspace/didChangeConfiguration', { section: 'kindling' });
    if (client.watchesFiles) {
      this.#register('workspace/didChangeWatchedFiles', { watchers: [{ globPattern: '**/*' }] });
    }
    void this.fetchSettings();
  }

  #register(method: string, registerOptions: object): void {
    const registrations = [{ id: `kindling ${method}`, method, registerOptions }];
    void this.#send('client/registerCapability', { registrations });
  }

  /** Sends a request whose failure is nobody's trouble. */
  async #send(method: string, params?: object): Promise<unknown> {
    try {
      return await (params === undefined
        ? this.#connection.sendRequest(method)
        : this.#connection.sendRequest(method, params));
    } catch {
      this.log(`the client refused ${method}`);
      return undefined;
    }
  }

  /** Asks the client for its settings, or takes those that it has sent. Of several answers that to the last question counts. */
  async fetchSettings(sent?: unknown): Promise<void> {
    this.#questions++;
    const turn = this.#questions;
    const { client } = this.session;
    const answer = client.hasConfiguration
      ? await this.#send('workspace/configuration', { items: [{ section: 'kindling' }] })
      : [sent];
    const value: unknown = Array.isArray(answer) ? answer[0] : undefined;
    this.#settle();
    // A client without such settings answers null.
    if (value === undefined || value === null || turn < this.#answered) return;
    this.#answered = turn;
    if (this.#setSettings(value)) this.everythingChanged();
  }

  /** Whether these are other settings than before. */
  #setSettings(sent: unknown): boolean {
    const { settings: before } = this.session;
    const { settings, wrong } = readSettings(sent);
    this.session.settings = settings;
    if (wrong.length > 0) this.log(`settings of the wrong kind: ${wrong.join(', ')}`);
    return JSON.stringify(before) !== JSON.stringify(settings);
  }

  trust(isTrusted: boolean): void {
    this.session.isTrusted = isTrusted;
    this.everythingChanged();
  }

  everythingChanged(): void {
    this.session.everythingChanged();
    this.flow.outdated(this.session.all);
  }

  log(message: string): void {
    this.#connection.console.log(message);
  }

  /** Runs a piece of work; what goes wrong in it is logged without what it worked on. */
  async guard(name: string, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log(describeFault(name, error));
    }
  }

  async answer(
    name: string,
    { method, handle }: RequestHandler,
    params: unknown,
    token: RequestContext['token'],
  ): Promise<unknown> {
    // A cancelled request may have waited behind others.
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    try {
      const result = await handle(params, this.#context(params, token));
      return result === undefined ? null : result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.log(describeFault(`${name} (${method})`, error));
      const isBadCall = typeof params !== 'object' || params === null;
      throw new ResponseError(isBadCall ? ErrorCodes.InvalidParams : ErrorCodes.InternalError, `${name} failed`);
    }
  }

  #context(params: unknown, token: RequestContext['token']): RequestContext {
    const { workDoneToken, partialResultToken } = asRecord(params);
    const send = (to: unknown, value: object): boolean => {
      if (typeof to !== 'string' && typeof to !== 'number') return false;
      void this.#connection.sendNotification('$/progress', { token: to, value });
      return true;
    };
    let hasBegun = false;
    return {
      session: this.session,
      token,
      log: (message) => this.log(message),
      partial: (result) => send(partialResultToken, result as object),
      progress: (done, all) => {
        const percentage = all === 0 ? 100 : Math.floor((done / all) * 100);
        if (!hasBegun) send(workDoneToken, { kind: 'begin', title: 'Kindling', percentage });
        else if (done < all) send(workDoneToken, { kind: 'report', percentage });
        if (done >= all) send(workDoneToken, { kind: 'end' });
        hasBegun = true;
      },
    };
  }

  #port(): FlowPort {
    return {
      publish: (uri, version, diagnostics) => {
        const params = { uri, ...(version === undefined ? {} : { version }), diagnostics: [...diagnostics] };
        void this.#connection.sendDiagnostics(params);
      },
      refresh: () => {
        if (this.session.client.refreshesDiagnostics) void this.#send('workspace/diagnostic/refresh');
      },
      outputChanged: (uris) => void this.#connection.sendNotification(outputChangedNotification, { uris }),
      now: this.#now,
      later: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
      guard: (name, work) => this.guard(name, work),
    };
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (Array.isArray(workspaceFolders)) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

/** A fault of ours for the log: its kind and where in our code, as its message may quote a document. */
function describeFault(name: string, error: unknown): string {
  if (!(error instanceof Error)) return `${name} failed`;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${name} failed: ${error.name}`, ...places.slice(0, 6)].join('\n');
}
